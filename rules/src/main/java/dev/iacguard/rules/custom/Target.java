package dev.iacguard.rules.custom;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kind of subject that a custom rule judges.
 *
 * @param type the type of resource for {@link Kind#RESOURCE}; otherwise empty
 */
public record Target(Kind kind, String type) {
  private static final String CALL = "resource(";

  /** The subjects there are, by the name of the variable that represents one in an expression. */
  public enum Kind {
    STAGE("stage", "stage"),
    LOG_GROUP("log-group", "logGroup"),
    ROLE("role", "role"),
    STACK("stack", "stack"),
    RESOURCE("resource(\"TYPE\")", "resource");

    private final String word;
    private final String variable;

    Kind(String word, String variable) {
      this.word = word;
      this.variable = variable;
    }

    String variable() {
      return variable;
    }
  }

  /** All that may be written, for messages. */
  public static List<String> words() {
    return Arrays.stream(Kind.values()).map(kind -> kind.word).toList();
  }

  /** The target that {@code stage} or {@code resource("aws_lambda_function")} names, or null. */
  public static @Nullable Target of(String text) {
    for (Kind kind : Kind.values()) {
      if (kind != Kind.RESOURCE && kind.word.equals(text)) {
        return new Target(kind, "");
      }
    }
    boolean call = text.startsWith(CALL) && text.endsWith(")");
    String argument = call ? text.substring(CALL.length(), text.length() - 1).strip() : "";
    boolean quoted =
        argument.length() > 2
            && (argument.charAt(0) == '"' || argument.charAt(0) == '\'')
            && argument.charAt(0) == argument.charAt(argument.length() - 1);
    String type = quoted ? argument.substring(1, argument.length() - 1) : "";
    return type.matches("[A-Za-z0-9_:.]+") ? new Target(Kind.RESOURCE, type) : null;
  }
}
