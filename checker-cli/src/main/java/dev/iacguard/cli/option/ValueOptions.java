package dev.iacguard.cli.option;

import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.core.model.Inputs.VariableSource;
import dev.iacguard.core.model.Inputs.Variant;
import dev.iacguard.core.source.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options that give variables and parameters their values.
 *
 * @param variables with file names as written, in the order that decides between them
 * @param variants with file names as written
 * @param environment whether variables are taken from the environment too
 */
public record ValueOptions(
    List<VariableSource> variables,
    List<Variant> variants,
    boolean environment,
    List<String> parameterFiles) {

  static ValueOptions of(ParseResult arguments) {
    return new ValueOptions(
        variables(arguments),
        variants(arguments.matchedOptionValue("--variant", List.of())),
        Options.given(arguments, "--var-env"),
        arguments.matchedOptionValue("--parameters", List.of()));
  }

  /** The two options in the order they were given, which decides between them. */
  private static List<VariableSource> variables(ParseResult arguments) {
    List<String> assignments = new ArrayList<>(arguments.matchedOptionValue("--var", List.of()));
    List<String> files = new ArrayList<>(arguments.matchedOptionValue("--var-file", List.of()));
    List<VariableSource> variables = new ArrayList<>();
    for (OptionSpec option : arguments.matchedOptions()) {
      switch (option.longestName()) {
        case "--var" -> variables.add(assignment(assignments.remove(0)));
        case "--var-file" -> variables.add(new VariableSource.VarFile(files.remove(0)));
        default -> {}
      }
    }
    return variables;
  }

  private static VariableSource assignment(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new UsageException("--var " + text + ": NAME=VALUE is expected");
    }
    return new VariableSource.Assignment(text.substring(0, equals), text.substring(equals + 1));
  }

  /** A variant without a name is called what its files are called. */
  private static List<Variant> variants(List<String> written) {
    Map<String, Variant> variants = new LinkedHashMap<>();
    for (String text : written) {
      int equals = text.indexOf('=');
      List<String> files = List.of(text.substring(equals + 1).split(",", -1));
      if (equals == 0 || files.contains("")) {
        throw new UsageException("--variant " + text + ": [NAME=]FILE[,FILE] is expected");
      }
      String name =
          equals > 0
              ? text.substring(0, equals)
              : files.stream().map(Paths::name).collect(Collectors.joining(","));
      if (variants.put(name, new Variant(name, files)) != null) {
        throw new UsageException(
            "--variant " + text + ": two variants are called " + name + "; write NAME=FILE");
      }
    }
    return List.copyOf(variants.values());
  }
}
