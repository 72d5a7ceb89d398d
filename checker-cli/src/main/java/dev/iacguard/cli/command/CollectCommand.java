package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.option.Options;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard collect}: prints the script that exports what is deployed. */
final class CollectCommand implements Command {
  private static final String SCRIPT = "collect.sh";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Prints a bash script that exports the stages of an account and their logging"
                + " settings, for 'stages', 'check' and '--deployed'.",
            "The script needs the AWS CLI. It only reads, and writes below the current directory:"
                + " ACCOUNT/REGION/*.json. iac-guard itself never connects to AWS.",
            "")
        .footer(
            "",
            "Examples:",
            "  iac-guard collect --print > collect.sh",
            "  bash collect.sh                          the default Region of the AWS CLI",
            "  AWS_PROFILE=audit bash collect.sh eu-west-1 us-east-1",
            "  iac-guard stages 111122223333",
            "  iac-guard check infra --deployed 111122223333",
            "",
            "Exit codes of the script: 0 complete, 2 no access to AWS, 3 incomplete.");
    return spec.addOption(
        Options.flag("--print")
            .required(true)
            .description("Print the script to standard output.")
            .build());
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    try (InputStream script =
        Objects.requireNonNull(CollectCommand.class.getResourceAsStream(SCRIPT), SCRIPT)) {
      Output.print(new String(script.readAllBytes(), StandardCharsets.UTF_8), cliEnvironment);
    }
    return ExitCode.CLEAN;
  }
}
