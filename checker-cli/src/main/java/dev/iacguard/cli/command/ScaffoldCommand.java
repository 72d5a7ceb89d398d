package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.NewFiles;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.InputSpecs;
import dev.iacguard.cli.option.Options;
import dev.iacguard.cli.run.ScaffoldRun;
import dev.iacguard.core.rule.pack.NewFile;
import dev.iacguard.core.scaffold.ScaffoldApi;
import dev.iacguard.core.scaffold.ScaffoldLanguage;
import dev.iacguard.core.scaffold.ScaffoldRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard scaffold}: writes new code that complies with the policy. */
final class ScaffoldCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Writes a Terraform module, a CloudFormation or SAM template, or a CDK construct whose"
                + " access logging complies with the policy.",
            "Prints the files; with --output it writes them.",
            "")
        .footer(
            "",
            "Examples:",
            "  iac-guard scaffold terraform --api rest                          print a module",
            "  iac-guard scaffold terraform --api rest --output modules/rest-api",
            "  iac-guard scaffold sam --api http --set Owner=payments --output orders",
            "  iac-guard scaffold cdk --api websocket --config policies/production.yaml",
            "",
            "Exit codes: 0 written, 2 wrong usage, or a file exists already.");
    spec.addPositional(
            Options.argument("LANGUAGE", "1")
                .required(true)
                .completionCandidates(Options.words(ScaffoldLanguage.values()))
                .description("terraform, cloudformation, sam or cdk (TypeScript).")
                .build())
        .addOption(
            Options.word("--api", ScaffoldApi.values())
                .required(true)
                .description("Kind of API.")
                .build())
        .addOption(InputSpecs.newFilesOption())
        .addOption(
            Options.repeatable("--set", "KEY=VALUE")
                .description("Set the default value of a required tag. May be repeated.")
                .build());
    InputSpecs.addPolicyTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    ScaffoldLanguage language =
        Options.word(
            "LANGUAGE", arguments.matchedPositionalValue(0, ""), ScaffoldLanguage.values());
    ScaffoldApi api = Options.word(arguments, "--api", ScaffoldApi.values(), ScaffoldApi.REST);
    @Nullable String output = arguments.matchedOptionValue("--output", (String) null);
    Path folder =
        output == null
            ? cliEnvironment.folder()
            : NewFiles.folder("--output", output, cliEnvironment);
    ScaffoldRequest request =
        ScaffoldRun.request(
            InputOptions.of(arguments, List.of(existing(folder).toString())),
            folder.toString(),
            api,
            Options.pairs(arguments, "--set"),
            cliEnvironment);
    List<NewFile> files = language.files(request);
    NewFiles.give(files, output, cliEnvironment);
    return ExitCode.CLEAN;
  }

  /** The folder itself, or the nearest one above it that is there. */
  private static Path existing(Path folder) {
    Path existing = folder;
    while (!Files.isDirectory(existing)) {
      @Nullable Path parent = existing.getParent();
      if (parent == null) {
        throw new UsageException("there is no directory above " + folder);
      }
      existing = parent;
    }
    return existing;
  }
}
