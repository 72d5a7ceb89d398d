/** HCL native syntax, and nothing about Terraform. */
@NullMarked
package dev.iacguard.core.hcl;

import org.jspecify.annotations.NullMarked;
