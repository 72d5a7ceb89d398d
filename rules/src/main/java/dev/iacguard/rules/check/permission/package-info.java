/** Computes what the policies of a role allow on CloudWatch Logs. */
@NullMarked
package dev.iacguard.rules.check.permission;

import org.jspecify.annotations.NullMarked;
