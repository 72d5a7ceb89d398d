package dev.iacguard.core.edit;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the language of a file writes settings, so that a help can be pasted into it. */
public enum Syntax {
  HCL(" = ", "{ ", " }"),
  YAML(": ", "{", "}"),
  JSON(": ", "{", "}");

  /** A name that needs no quotes. YAML reads shorter ones such as {@code no} as other values. */
  private static final Pattern PLAIN_IN_YAML = Pattern.compile("[A-Za-z][A-Za-z0-9_/-]{2,}");

  private static final Pattern PLAIN_IN_HCL = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
  private static final List<String> YAML_WORDS = List.of("yes", "off", "true", "false", "null");
  private static final List<String> HCL_WORDS = List.of("for", "true", "false", "null");

  private final String assignment;
  private final String open;
  private final String close;

  Syntax(String assignment, String open, String close) {
    this.assignment = assignment;
    this.open = open;
    this.close = close;
  }

  /**
   * The syntax of a setting.
   *
   * @param path the file that it is for
   * @param name its name: CloudFormation's start with a capital letter
   */
  public static Syntax of(String path, String name) {
    boolean template = Character.isUpperCase(name.charAt(0));
    if (path.endsWith(template ? ".json" : ".tf.json")) {
      return JSON;
    }
    return template ? YAML : HCL;
  }

  /** {@code retention_in_days = 365}. */
  public String setting(String name, Object value) {
    return key(name) + assignment + value;
  }

  /**
   * {@code { Owner = "orders" }}.
   *
   * @param values as they are written
   */
  public String object(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> setting(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", ", open, close));
  }

  /** A name, in quotes where the language needs them. */
  public String key(String name) {
    boolean plain =
        switch (this) {
          case HCL -> PLAIN_IN_HCL.matcher(name).matches() && !HCL_WORDS.contains(name);
          case YAML ->
              PLAIN_IN_YAML.matcher(name).matches()
                  && YAML_WORDS.stream().noneMatch(name::equalsIgnoreCase);
          case JSON -> false;
        };
    return plain ? name : quoted(name);
  }

  /** A string in quotes; in Terraform, nothing in it is a template. */
  public String quoted(String text) {
    return '"' + escaped(text) + '"';
  }

  /** A string as it stands between the quotes. */
  public String escaped(String text) {
    String escaped =
        text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t");
    return this == HCL ? escaped.replace("${", "$${").replace("%{", "%%{") : escaped;
  }
}
