/** Which resource an ARN or a name leads to. */
@NullMarked
package dev.iacguard.rules.view.link;

import org.jspecify.annotations.NullMarked;
