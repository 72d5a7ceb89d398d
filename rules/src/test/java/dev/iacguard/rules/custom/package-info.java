@NullMarked
package dev.iacguard.rules.custom;

import org.jspecify.annotations.NullMarked;
