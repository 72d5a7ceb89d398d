/** What a run says: text for people, JSON for programs. Writes what it is given, reads nothing. */
@NullMarked
package dev.iacguard.cli.report;

import org.jspecify.annotations.NullMarked;
