/** Tells what files are to templates: copies, parts, uploads, and sources that are not read. */
@NullMarked
package dev.iacguard.core.cloudformation.file;

import org.jspecify.annotations.NullMarked;
