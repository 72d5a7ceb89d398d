@NullMarked
package dev.iacguard.cli.environment;

import org.jspecify.annotations.NullMarked;
