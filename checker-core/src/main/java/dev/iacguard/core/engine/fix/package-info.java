/** Edits code until findings are gone, and keeps no edit that makes anything worse. */
@NullMarked
package dev.iacguard.core.engine.fix;

import org.jspecify.annotations.NullMarked;
