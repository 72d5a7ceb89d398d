package dev.iacguard.core.scaffold;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The roles that a policy approves, as a regular expression. */
final class ApprovedRoles {
  private static final Pattern ADDRESS = Pattern.compile("(data\\.)?(aws_|awscc_|module\\.).*");
  private static final Pattern SPECIAL = Pattern.compile("[^A-Za-z0-9/:_-]");

  private ApprovedRoles() {}

  /**
   * Matches the ARNs that are approved, in every language that code is written in; null when the
   * policy names addresses only, which no ARN shows.
   *
   * @param approved patterns for ARNs, names and addresses, {@code *} for any characters
   */
  static @Nullable String arns(List<String> approved) {
    List<String> arns = new ArrayList<>();
    for (String pattern : approved) {
      if (!ADDRESS.matcher(pattern).matches()) {
        String text = SPECIAL.matcher(pattern).replaceAll("\\\\$0").replace("\\*", ".*");
        arns.add(pattern.startsWith("arn:") ? text : "arn:.*:role/(.*/)?" + text);
      }
    }
    return arns.isEmpty() ? null : "^(" + String.join("|", arns) + ")$";
  }
}
