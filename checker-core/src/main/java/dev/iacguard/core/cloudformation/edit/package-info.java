/** Edits of CloudFormation and SAM templates, YAML and JSON. */
@NullMarked
package dev.iacguard.core.cloudformation.edit;

import org.jspecify.annotations.NullMarked;
