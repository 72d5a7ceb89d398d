/** Rules that an organisation writes itself, in CEL. Loaded only when a policy has one. */
@NullMarked
package dev.iacguard.rules.custom;

import org.jspecify.annotations.NullMarked;
