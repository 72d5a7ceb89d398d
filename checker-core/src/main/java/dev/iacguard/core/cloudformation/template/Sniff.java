package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.source.SourceFile;
import java.util.List;

/**
 * Recognises templates by a look at the text, without parsing it.
 *
 * @param candidate may be a template
 * @param claims says of itself that it is one, or else has resources that make stages
 * @param source is the source of a text template (Jinja, Helm, …) rather than YAML or JSON itself
 * @param nests may name other templates
 * @param exports may export values to other stacks
 * @param whole says the version of its format or its transform, so that it is no part of another
 *     one
 * @param open may refer to what it does not declare
 */
public record Sniff(
    boolean candidate,
    boolean claims,
    boolean source,
    boolean nests,
    boolean exports,
    boolean whole,
    boolean open) {
  private static final Sniff NOTHING = new Sniff(false, false, false, false, false, false, false);

  /** Sections that other parts of a template refer to. */
  private static final List<String> FRAGMENTS =
      List.of("Parameters", "Mappings", "Conditions", "Globals");

  public static Sniff of(String text) {
    boolean version = hasKey(text, Template.VERSION);
    boolean sam = text.contains("AWS::Serverless") && hasKey(text, "Transform");
    boolean typed =
        text.contains("::")
            && (text.contains("Type") || text.contains(Macros.CALL))
            && hasKey(text, "Resources");
    boolean typedBody =
        text.contains("::") && text.contains("Resources") && hasKey(text, TemplateBody.KEY);
    if (!version && !sam && !typed && !typedBody) {
      return NOTHING;
    }
    boolean claims =
        version || sam || text.contains("AWS::ApiGateway") || text.contains("AWS::Serverless");
    boolean nests =
        text.contains("AWS::CloudFormation::Stack")
            || text.contains("AWS::Serverless::Application");
    return new Sniff(
        true,
        claims,
        isTextTemplate(text),
        nests,
        text.contains("Export"),
        version || sam,
        OpenNames.in(text));
  }

  /** Whether a text has what other files may refer to, and no resources: it is no template. */
  public static boolean isFragment(String text) {
    return FRAGMENTS.stream().anyMatch(section -> hasKey(text, section))
        && !hasKey(text, "Resources");
  }

  /**
   * The first key of a JSON text (or of YAML in flow style), as far as {@code head} goes; empty
   * when there is none.
   */
  public static String firstKey(String head) {
    int at = skipBlank(head, skipBlank(head, 0) + 1);
    int from = at < head.length() && head.charAt(at) == '"' ? at + 1 : at;
    int end = from;
    while (end < head.length() && Character.isLetterOrDigit(head.charAt(end))) {
      end++;
    }
    return head.substring(Math.min(from, end), end);
  }

  /** A key of the document itself: in block style it starts a line without indentation. */
  static boolean hasKey(String text, String key) {
    boolean flow = SourceFile.startsWithBrace(text);
    for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      int before = at - 1;
      int after = at + key.length();
      if (before >= 0 && (text.charAt(before) == '"' || text.charAt(before) == '\'')) {
        before--;
        after++;
      }
      boolean startsLine = before < 0 || text.charAt(before) == '\n';
      int colon = skipBlank(text, after);
      if ((flow || startsLine) && colon < text.length() && text.charAt(colon) == ':') {
        return true;
      }
    }
    return false;
  }

  /** Dynamic references ({@code {{resolve:…}}}) are CloudFormation's own. */
  private static boolean isTextTemplate(String text) {
    if (text.contains("{%")) {
      return true;
    }
    for (int at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", at + 2)) {
      if (!text.startsWith("resolve:", at + 2)) {
        return true;
      }
    }
    return false;
  }

  private static int skipBlank(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }
}
