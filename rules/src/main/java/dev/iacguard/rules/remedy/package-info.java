/** What a compliant stage needs, as changes of the code. */
@NullMarked
package dev.iacguard.rules.remedy;

import org.jspecify.annotations.NullMarked;
