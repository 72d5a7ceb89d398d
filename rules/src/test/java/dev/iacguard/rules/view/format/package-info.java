@NullMarked
package dev.iacguard.rules.view.format;

import org.jspecify.annotations.NullMarked;
