/** Stages, log destinations and the account setting, whatever language declares them. */
@NullMarked
package dev.iacguard.rules.view;

import org.jspecify.annotations.NullMarked;
