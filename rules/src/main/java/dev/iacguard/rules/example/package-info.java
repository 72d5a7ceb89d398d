/** Code to paste that fixes a finding. */
@NullMarked
package dev.iacguard.rules.example;

import org.jspecify.annotations.NullMarked;
