@NullMarked
package dev.iacguard.rules.iam;

import org.jspecify.annotations.NullMarked;
