package dev.iacguard.cli.option;

import dev.iacguard.core.edit.GivenValues;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The option for the values of tags that only the user knows. */
public final class GivenTags {
  private static final String SET = "--set";

  private GivenTags() {}

  public static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.repeatable(SET, "KEY=VALUE")
            .description("Use this value for a required tag in fixes. May be repeated.")
            .build());
  }

  public static GivenValues of(ParseResult arguments) {
    return new GivenValues(Options.pairs(arguments, SET));
  }
}
