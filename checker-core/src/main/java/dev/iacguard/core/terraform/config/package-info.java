/**
 * Terraform configuration as written: files, blocks, JSON syntax, override files, installed
 * modules.
 */
@NullMarked
package dev.iacguard.core.terraform.config;

import org.jspecify.annotations.NullMarked;
