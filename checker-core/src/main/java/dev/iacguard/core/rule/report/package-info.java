@NullMarked
package dev.iacguard.core.rule.report;

import org.jspecify.annotations.NullMarked;
