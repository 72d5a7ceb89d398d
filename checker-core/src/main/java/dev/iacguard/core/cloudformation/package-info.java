/** CloudFormation and SAM: templates, intrinsic functions, conditions. */
@NullMarked
package dev.iacguard.core.cloudformation;

import org.jspecify.annotations.NullMarked;
