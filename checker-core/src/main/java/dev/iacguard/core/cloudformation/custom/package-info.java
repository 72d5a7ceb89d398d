/** What custom resources do, as far as the template says. */
@NullMarked
package dev.iacguard.core.cloudformation.custom;

import org.jspecify.annotations.NullMarked;
