/** Templates as written: YAML and JSON readers, nodes, ignore entries. */
@NullMarked
package dev.iacguard.core.cloudformation.template;

import org.jspecify.annotations.NullMarked;
