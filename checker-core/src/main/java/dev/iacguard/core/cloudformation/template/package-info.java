@NullMarked
package dev.iacguard.core.cloudformation.template;

import org.jspecify.annotations.NullMarked;
