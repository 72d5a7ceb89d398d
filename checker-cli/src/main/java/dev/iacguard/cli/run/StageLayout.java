package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.core.logs.LogLayout;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the format of an access log in the code of its stage. */
public final class StageLayout {
  private StageLayout() {}

  /**
   * @param stage the name of the stage, or its address
   * @param options where the code is
   * @throws UsageException when the code does not give one format
   */
  public static LogLayout of(String stage, InputOptions options, CliEnvironment cliEnvironment) {
    Set<LogLayout> layouts = new HashSet<>();
    Set<String> names = new TreeSet<>();
    boolean found = false;
    for (StackReport stack :
        Analysis.run(options, true, false, cliEnvironment).result().reports()) {
      for (StageFacts facts : stack.stages()) {
        names.add(facts.stageName() == null ? facts.id() : facts.stageName());
        if (stage.equals(facts.stageName()) || stage.equals(facts.id())) {
          found = true;
          @Nullable LogLayout layout = layout(facts, stack);
          if (layout != null) {
            layouts.add(layout);
          }
        }
      }
    }
    if (!found) {
      throw new UsageException(
          "--stage " + stage + ": the code has no such stage; it has " + listed(names));
    }
    if (layouts.isEmpty()) {
      throw new UsageException(
          "--stage " + stage + ": the code does not say its format; give it with --log-format");
    }
    if (layouts.size() > 1) {
      throw new UsageException(
          "--stage "
              + stage
              + ": the code has several such stages with different formats; name one"
              + " by its address");
    }
    return layouts.iterator().next();
  }

  private static @Nullable LogLayout layout(StageFacts stage, StackReport stack) {
    StageFacts.@Nullable Format format = stage.accessLog().format();
    if (format == null || !format.complete()) {
      return null;
    }
    for (StackFacts.Format known : stack.facts().formats()) {
      if (format.kind().equals("json")
          && known.stage().equals(stage.resource())
          && !known.broken()) {
        return LogLayout.json(known.members());
      }
    }
    return switch (format.kind()) {
      case "csv" -> LogLayout.of(String.join(",", format.fields()));
      case "clf" -> LogLayout.of(LogLayout.Kind.CLF);
      default -> null;
    };
  }

  private static String listed(Set<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
