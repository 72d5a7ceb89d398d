/** Evaluates CloudFormation: parameters, conditions, intrinsic functions, nested stacks. */
@NullMarked
package dev.iacguard.core.cloudformation;

import org.jspecify.annotations.NullMarked;
