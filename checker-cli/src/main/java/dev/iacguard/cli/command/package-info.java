@NullMarked
package dev.iacguard.cli.command;

import org.jspecify.annotations.NullMarked;
