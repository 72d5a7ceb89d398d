package dev.iacguard.rules.export;

import java.util.List;

/**
 * A rule in the language of Guard.
 *
 * @param id of the rule that it keeps
 * @param body lines of clauses on one stage
 */
record GuardRule(String id, String name, List<String> body) {

  /** {@code IG104_log_format_lacks_required_field}. */
  String guardName() {
    return id + "_" + name.replace('-', '_');
  }

  /** A clause with the message of its failure. */
  static String clause(String condition, String message) {
    return condition + " <<" + message.replace(">>", "> >") + ">>";
  }
}
