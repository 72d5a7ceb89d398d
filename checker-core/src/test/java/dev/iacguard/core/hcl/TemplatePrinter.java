package dev.iacguard.core.hcl;

import dev.iacguard.core.hcl.Expression.Template;
import java.util.List;

/** Writes templates; see {@link HclPrinter}. */
final class TemplatePrinter {
  private final StringBuilder out;
  private final HclPrinter expressions;
  private boolean quoted;
  private boolean trimsBefore;

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

  private void parts(List<TemplatePart> parts) {
    for (TemplatePart part : parts) {
      switch (part) {
        case TemplatePart.Text text when text.text().isEmpty() ->
            trimmed(part.equals(parts.get(0)));
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

  /** Text that was trimmed to nothing stands beside a lone interpolation only. */
  private void trimmed(boolean before) {
    if (before) {
      out.append(' ');
      trimsBefore = true;
    } else if (quoted) {
      trimEnd().append(' ');
    }
  }

  /** A sign that ends the text before would make the sequence an escape. */
  private void open(String sign) {
    if (trimsBefore) {
      out.append(sign).append("{~");
      trimsBefore = false;
      return;
    }
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
