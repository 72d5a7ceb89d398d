package dev.iacguard.rules.check.permission;

import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.rules.iam.Statement;
import java.util.regex.Pattern;

/** Computes how much of CloudWatch Logs the resources of a statement cover. */
public enum LogResources {
  /** Nothing. */
  NONE,
  /** Some log groups, or what is not known. */
  SOME,
  /** Every log group of an account and Region, or more. */
  ALL;

  /** Represents an unknown piece. */
  private static final char PIECE = '\uFFFC';

  private static final Pattern WHOLE =
      Pattern.compile("\\*|arn:[^:]*:logs:[^:]*:[^:]*:(\\*|log-group:\\*(:.*)?)");
  private static final Pattern OTHER_SERVICE = Pattern.compile("arn:[^:]*:(?!logs:)[a-z0-9-]+:.*");

  static LogResources of(Statement statement) {
    if (statement.resources().isEmpty()) {
      return SOME;
    }
    LogResources most = NONE;
    for (Value.Text resource : statement.resources()) {
      LogResources one = of(resource);
      most = one.compareTo(most) > 0 ? one : most;
    }
    return most;
  }

  /** True when a statement is about everything there is. */
  public static boolean isEverything(Statement statement) {
    return statement.resources().stream().anyMatch(resource -> "*".equals(resource.known()));
  }

  private static LogResources of(Value.Text resource) {
    StringBuilder text = new StringBuilder();
    for (TextPart part : resource.parts()) {
      if (part instanceof TextPart.Literal literal) {
        text.append(literal.text());
      } else {
        text.append(PIECE);
      }
    }
    if (WHOLE.matcher(text).matches()) {
      return ALL;
    }
    return OTHER_SERVICE.matcher(text).matches() ? NONE : SOME;
  }
}
