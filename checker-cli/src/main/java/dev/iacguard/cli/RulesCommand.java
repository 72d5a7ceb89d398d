package dev.iacguard.cli;

import dev.iacguard.core.rule.RuleInfo;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard rules}: the index. */
final class RulesCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Lists the rules with their default severities.", "")
        .footer("", "Examples:", "  iac-guard rules", "  iac-guard rules | grep log-group");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Surroundings surroundings) throws IOException {
    List<RuleInfo> rules = InstalledRules.pack().rules();
    int names = rules.stream().mapToInt(rule -> rule.name().length()).max().orElse(0);
    StringBuilder list = new StringBuilder();
    for (RuleInfo rule : rules) {
      list.append(rule.id()).append("  ");
      list.append(padded(rule.severity().label(), "warning".length())).append("  ");
      list.append(padded(rule.name(), names)).append("  ").append(rule.title()).append('\n');
    }
    Output.print(list.toString(), surroundings);
    return ExitCode.CLEAN;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
