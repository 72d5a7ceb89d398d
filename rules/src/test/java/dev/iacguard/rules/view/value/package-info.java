@NullMarked
package dev.iacguard.rules.view.value;

import org.jspecify.annotations.NullMarked;
