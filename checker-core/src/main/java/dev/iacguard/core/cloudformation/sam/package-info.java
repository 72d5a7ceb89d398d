@NullMarked
package dev.iacguard.core.cloudformation.sam;

import org.jspecify.annotations.NullMarked;
