package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.GivenTags;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.InputSpecs;
import dev.iacguard.cli.run.EditorServer;
import java.io.IOException;
import java.util.ServiceLoader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard lsp}: serves an editor with the language server protocol. */
final class LspCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Serves an editor: the language server protocol over standard input and output. The"
                + " editor starts it; docs/editor.md says how.")
        .footer(
            "",
            "Every workspace of the editor is checked as 'iac-guard check' checks its directory;",
            "relative paths in options start there.",
            "",
            "Examples:",
            "  iac-guard lsp",
            "  iac-guard lsp --config policies/production.yaml");
    InputSpecs.addWorkspaceTo(spec);
    GivenTags.addTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    EditorServer server =
        ServiceLoader.load(EditorServer.class, EditorServer.class.getClassLoader())
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "the language server is not on the class path; start it with bin/iac-guard of an"
                            + " installation that has lib/iac-guard-lsp.jar"));
    return server.serve(InputOptions.of(arguments), GivenTags.of(arguments), cliEnvironment);
  }
}
