@NullMarked
package dev.iacguard.cli.baseline;

import org.jspecify.annotations.NullMarked;
