package dev.iacguard.rules.iam;

import dev.iacguard.core.model.Value;
import java.util.List;

/**
 * A statement of an IAM policy document.
 *
 * @param allows true for {@code Allow}
 * @param denies true for {@code Deny} and for what is neither; false too when the effect is unknown
 * @param actions as written, and with holes where they are not known
 * @param exceptActions true when it speaks of all actions but some
 * @param excluded those actions, in the same way; empty without them
 * @param resources as written, in the same way as actions; empty for {@code NotResource}
 * @param conditional true when it counts only under a condition
 * @param services the service principals, in the same way
 * @param anyone true when it speaks of everybody: {@code *}
 * @param exceptPrincipals true when it speaks of everybody but some
 * @param certain false when there may be more to it
 */
public record Statement(
    boolean allows,
    boolean denies,
    List<Value.Text> actions,
    boolean exceptActions,
    List<Value.Text> excluded,
    List<Value.Text> resources,
    boolean conditional,
    List<Value.Text> services,
    boolean anyone,
    boolean exceptPrincipals,
    boolean certain) {}
