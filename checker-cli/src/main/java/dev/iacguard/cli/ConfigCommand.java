package dev.iacguard.cli;

import dev.iacguard.cli.report.SettingsReport;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.rule.Configuration;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard config}: the policy that holds for a path, and where each value comes from. */
final class ConfigCommand implements Command {
  private static final Format[] FORMATS = {Format.TEXT, Format.JSON};

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Shows the policy that holds for a path, and where each value comes from.", "")
        .footer(
            "",
            "Examples:",
            "  iac-guard config",
            "  iac-guard config infra/dev --stage test",
            "  iac-guard config infra --var-file prod.tfvars --format json");
    InputOptions.addTo(spec);
    return spec.addOption(
            Options.text("--stage", "NAME")
                .description("The policy of a stage of that name.")
                .build())
        .addOption(
            Options.word("--format", FORMATS)
                .description("The form of the answer. Default: text.")
                .build());
  }

  @Override
  public int run(ParseResult arguments, Surroundings surroundings) throws IOException {
    InputOptions options = InputOptions.of(arguments);
    if (options.paths().size() > 1) {
      throw new UsageException("one path at a time: the policy may differ from path to path");
    }
    Request request = Request.of(options, surroundings);
    Configuration.Ready policy = PolicyChoice.shown(options.config(), request);
    @Nullable String stage = arguments.matchedOptionValue("--stage", (String) null);
    List<String> named = request.named();
    String stack = named.isEmpty() ? "." : request.tree().shown(named.get(0));
    Mapping settings = Objects.requireNonNull(policy.settings()).of(stack, stage);
    Format format = Options.word(arguments, "--format", FORMATS, Format.TEXT);
    Output.write(
        null,
        surroundings,
        format == Format.JSON
            ? out -> SettingsReport.json(settings, out)
            : out -> SettingsReport.text(settings, out));
    return ExitCode.CLEAN;
  }
}
