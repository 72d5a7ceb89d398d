package dev.iacguard.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Configures the help that all commands share. */
final class Usage {
  private static final int WIDTH = 100;

  private Usage() {}

  static void describe(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Print this help and exit.")
            .build());
    spec.usageMessage()
        .width(WIDTH)
        .sortOptions(false)
        .sortSynopsis(false)
        .abbreviateSynopsis(true)
        .optionListHeading("%nOptions:%n");
  }
}
