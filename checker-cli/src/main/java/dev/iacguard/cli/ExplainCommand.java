package dev.iacguard.cli;

import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.RulePack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard explain IG101}: the page of a rule. */
final class ExplainCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Prints what a rule finds, why it matters, and code that does it right.", "")
        .footer(
            "",
            "Examples:",
            "  iac-guard explain IG101",
            "  iac-guard explain stage-without-access-log");
    return spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("RULE")
            .arity("1")
            .index("0")
            .type(String.class)
            .required(true)
            .completionCandidates(
                () -> InstalledRules.pack().rules().stream().map(RuleInfo::id).iterator())
            .description("The id or the name of a rule; 'iac-guard rules' lists them.")
            .build());
  }

  @Override
  public int run(ParseResult arguments, Surroundings surroundings) throws IOException {
    String word = arguments.matchedPositionalValue(0, "");
    RulePack pack = InstalledRules.pack();
    List<String> known = new ArrayList<>();
    for (RuleInfo rule : pack.rules()) {
      if (rule.id().equalsIgnoreCase(word) || rule.name().equals(word)) {
        Output.print(
            withoutFrontMatter(Objects.requireNonNull(pack.page(rule.id()))), surroundings);
        return ExitCode.CLEAN;
      }
      known.add(rule.id());
      known.add(rule.name());
    }
    String hint = Nearest.hint(word, known);
    throw new UsageException(
        "there is no rule '" + word + "'" + (hint.isEmpty() ? "; see 'iac-guard rules'" : hint));
  }

  /** The front matter between two lines of dashes is for programs. */
  private static String withoutFrontMatter(String page) {
    if (!page.startsWith("---\n")) {
      return page;
    }
    int end = page.indexOf("\n---\n", 3);
    return end < 0 ? page : page.substring(end + "\n---\n".length()).stripLeading();
  }
}
