/** Exports of what is deployed, read and compared with code. */
@NullMarked
package dev.iacguard.cli.deployed;

import org.jspecify.annotations.NullMarked;
