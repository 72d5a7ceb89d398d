@NullMarked
package dev.iacguard.rules.view;

import org.jspecify.annotations.NullMarked;
