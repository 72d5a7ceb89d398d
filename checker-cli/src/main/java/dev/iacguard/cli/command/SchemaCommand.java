package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.core.model.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard schema config}: the JSON Schema of a file that is read or written. */
final class SchemaCommand implements Command {
  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put("config", "policy-1.json");
    FILES.put("check", "check-1.json");
    FILES.put("stages", "stages-1.json");
    FILES.put("merge", "merge-1.json");
    FILES.put("history", "history-1.json");
    FILES.put("logs", "logs-1.json");
    FILES.put("baseline", "baseline-1.json");
    FILES.put("rules", "rules-1.json");
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Prints the JSON Schema of the policy file or of a report.", "")
        .footer(
            "",
            "Examples:",
            "  iac-guard schema config > policy.schema.json",
            "  iac-guard schema check");
    return spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("NAME")
            .arity("1")
            .index("0")
            .type(String.class)
            .required(true)
            .completionCandidates(FILES.keySet())
            .description(String.join(", ", FILES.keySet()) + ".")
            .build());
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    String name = arguments.matchedPositionalValue(0, "");
    String file = FILES.get(name);
    if (file == null) {
      throw new UsageException(
          "there is no schema '"
              + name
              + "', only those of "
              + String.join(", ", FILES.keySet())
              + Nearest.hint(name, List.copyOf(FILES.keySet())));
    }
    try (InputStream schema =
        Objects.requireNonNull(SchemaCommand.class.getResourceAsStream("/schemas/" + file), file)) {
      Output.print(new String(schema.readAllBytes(), StandardCharsets.UTF_8), cliEnvironment);
    }
    return ExitCode.CLEAN;
  }
}
