/** The logging role of an account and the policies that are attached to it. */
@NullMarked
package dev.iacguard.rules.view.role;

import org.jspecify.annotations.NullMarked;
