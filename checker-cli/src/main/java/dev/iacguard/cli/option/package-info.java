@NullMarked
package dev.iacguard.cli.option;

import org.jspecify.annotations.NullMarked;
