@NullMarked
package dev.iacguard.cli.run;

import org.jspecify.annotations.NullMarked;
