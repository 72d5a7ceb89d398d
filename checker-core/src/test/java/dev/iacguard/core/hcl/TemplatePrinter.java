package dev.iacguard.core.hcl;

import dev.iacguard.core.hcl.Expression.Template;
import java.util.List;

/** Writes templates; see {@link HclPrinter}. */
final class TemplatePrinter {
  private final StringBuilder out;
  private final HclPrinter expressions;
  private boolean quoted;

  TemplatePrinter(StringBuilder out, HclPrinter expressions) {
    this.out = out;
    this.expressions = expressions;
  }

  void print(Template template) {
    switch (template.kind()) {
      case QUOTED -> {
        quoted = true;
        out.append('"');
        parts(template.parts());
        if (standsBesideTrimmedText(template)) {
          trimEnd().append(' ');
        }
        out.append('"');
      }
      case BARE -> parts(template.parts());
      case HEREDOC -> heredoc("<<", template);
      case INDENTED_HEREDOC -> heredoc("<<-", template);
    }
  }

  private void heredoc(String mark, Template template) {
    String marker = "END" + template.hashCode();
    out.append(mark).append(marker.replace('-', '_')).append('\n');
    parts(template.parts());
    if (out.charAt(out.length() - 1) == '}') {
      trimEnd().append('\n');
    }
    out.append(marker.replace('-', '_')).append('\n');
  }

  private StringBuilder trimEnd() {
    return out.insert(out.length() - 1, " ~");
  }

  /** Whether a lone interpolation stands beside text that was trimmed to nothing. */
  private static boolean standsBesideTrimmedText(Template template) {
    return template.parts().size() == 2
        && template.parts().stream()
            .anyMatch(part -> part instanceof TemplatePart.Text text && text.text().isEmpty());
  }

  private void parts(List<TemplatePart> parts) {
    for (TemplatePart part : parts) {
      switch (part) {
        case TemplatePart.Text text -> text(text.text());
        case TemplatePart.Interpolation hole -> {
          open("$");
          expressions.expression(hole.expression());
          out.append('}');
        }
        case TemplatePart.If directive -> ifDirective(directive);
        case TemplatePart.For directive -> {
          open("%");
          out.append(' ');
          expressions.forClause(directive.keyName(), directive.valueName(), directive.collection());
          out.append(" }");
          parts(directive.body());
          directive("endfor");
        }
      }
    }
  }

  private void ifDirective(TemplatePart.If directive) {
    open("%");
    out.append(" if ");
    expressions.expression(directive.condition());
    out.append(" }");
    parts(directive.then());
    if (!directive.otherwise().isEmpty()) {
      directive("else");
      parts(directive.otherwise());
    }
    directive("endif");
  }

  /** A sign that ends the text before would make the sequence an escape. */
  private void open(String sign) {
    boolean escaped = !out.isEmpty() && out.charAt(out.length() - 1) == sign.charAt(0);
    out.append(escaped ? " " + sign + "{~" : sign + "{");
  }

  private void directive(String keyword) {
    open("%");
    out.append(' ').append(keyword).append(" }");
  }

  private void text(String text) {
    out.append(quoted ? quote(text) : text.replace("${", "$${").replace("%{", "%%{"));
  }

  static String quote(String text) {
    StringBuilder quoted = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '"', '\\' -> quoted.append('\\').append(c);
        default -> quoted.append(c);
      }
    }
    return quoted.toString().replace("${", "$${").replace("%{", "%%{");
  }
}
