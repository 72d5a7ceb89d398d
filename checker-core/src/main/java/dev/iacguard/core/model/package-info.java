/** The shared resource model: stacks, resources, values. No parser type leaks in here. */
@NullMarked
package dev.iacguard.core.model;

import org.jspecify.annotations.NullMarked;
