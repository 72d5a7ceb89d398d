package dev.iacguard.rules.custom;

/** Writes the page of a custom rule, in the form that the built-in rules' pages have. */
final class RulePages {
  private RulePages() {}

  static String of(CustomRule rule) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(rule.info().id()).append(" ").append(rule.info().name());
    page.append("\n\n").append(rule.info().title()).append(".\n\n## What it finds\n\n");
    page.append("A rule of the policy in ").append(rule.require().at().path());
    page.append(", line ").append(rule.require().at().line()).append(".");
    Phrase when = rule.when();
    if (when != null) {
      page.append(" It applies where\n\n").append(code(when.text()));
    }
    page.append("\n\nIt requires\n\n").append(code(rule.require().text())).append('\n');
    if (!rule.help().isEmpty()) {
      page.append("\n## What to do\n\n").append(rule.help()).append(".\n");
    }
    return page.toString();
  }

  private static String code(String text) {
    return "    " + text.strip().replace("\n", "\n    ");
  }
}
