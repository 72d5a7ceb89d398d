package dev.iacguard.cli.option;

import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.core.model.Inputs.VariableSource;
import dev.iacguard.core.model.Inputs.Variant;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.source.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options that select the input, as the user wrote them.
 *
 * @param root null when it is to be found
 * @param variables with file names as written
 * @param variants with file names as written
 * @param environment whether variables are taken from the environment too
 * @param staged whether what is staged is read rather than what is on disk
 * @param all whether of what is staged all is told, not only what is new or worse
 * @param diffBase the revision to compare with, or null
 * @param plans files that have to be plans or states
 * @param source the folder with the code of the plans; null when it is to be found
 * @param changedOnly whether of a plan only what it changes is judged
 * @param config the policy file; null when it is to be found
 * @param policyFromBase whether the policy is the one of the revision that a change starts from
 * @param noInlineIgnores whether exceptions beside the code do not count
 * @param workFactor how many times the usual work is allowed
 * @param exclude patterns for paths, from the current folder, that are not to be read
 * @param noIgnore whether files that git ignores are looked at too
 */
public record InputOptions(
    List<String> paths,
    @Nullable String root,
    List<VariableSource> variables,
    List<Variant> variants,
    boolean environment,
    List<String> parameterFiles,
    boolean staged,
    boolean all,
    @Nullable String diffBase,
    List<String> plans,
    @Nullable String source,
    boolean changedOnly,
    @Nullable String config,
    boolean policyFromBase,
    boolean noInlineIgnores,
    int workFactor,
    List<String> exclude,
    boolean noIgnore) {

  public static void addTo(CommandSpec spec) {
    spec.addPositional(
            PositionalParamSpec.builder()
                .paramLabel("PATH")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Files and directories to check. Default: the current directory.")
                .build())
        .addOption(
            Options.repeatable("--var", "NAME=VALUE")
                .description("Set a Terraform variable. May be repeated.")
                .build())
        .addOption(
            Options.repeatable("--var-file", "FILE")
                .description("Read Terraform variables from a file; later options win.")
                .build())
        .addOption(
            Options.repeatable("--variant", "[NAME=]FILE[,FILE]")
                .description(
                    "Check a Terraform stack with these variable files. If repeated, check"
                        + " it once per variant.")
                .build())
        .addOption(
            Options.flag("--var-env")
                .description("Also read Terraform variables from the environment (TF_VAR_*).")
                .build())
        .addOption(
            Options.repeatable("--parameters", "FILE")
                .description("Read CloudFormation parameters from a file.")
                .build())
        .addOption(
            Options.repeatable("--plan", "FILE")
                .description(
                    "Check a plan or state (output of 'terraform show -json'); '-' reads standard input.")
                .build())
        .addOption(
            Options.text("--source", "DIR")
                .description(
                    "Directory with the code of the plan. Default: a directory at or above the plan"
                        + " that declares the same resources.")
                .build())
        .addOption(
            Options.flag("--changed-only")
                .description("Check only the resources that the plan changes.")
                .build())
        .addOption(
            Options.text(WorkBudget.OPTION, "FACTOR")
                .description(
                    "Allow this many times the usual work before a stack is given up with IG004"
                        + " (1 to 1000). Default: 1.")
                .build())
        .addOption(
            Options.flag("--no-inline-ignores")
                .description(
                    "Disregard ignore comments in the code; waivers in the policy still apply.")
                .build())
        .addOption(
            Options.repeatable("--exclude", "GLOB")
                .description(
                    "Neither read nor count the paths that match, from the current folder. May be"
                        + " repeated.")
                .build())
        .addOption(
            Options.flag("--no-ignore").description("Look at files that git ignores, too.").build())
        .addOption(configOption())
        .addOption(rootOption());
  }

  private static OptionSpec configOption() {
    return Options.text("--config", "FILE")
        .description(
            "Policy file. Default: the nearest iac-guard.yaml at or above the checked paths.")
        .build();
  }

  private static OptionSpec rootOption() {
    return Options.text("--root", "DIR")
        .description(
            "Read nothing outside this directory. Default: the repository that contains the"
                + " paths, or else the current directory.")
        .build();
  }

  /**
   * What is needed to find a policy.
   *
   * @param index which argument the path is, counted from 0
   * @param path what the path is for
   */
  public static void addPolicyTo(CommandSpec spec, String index, String path) {
    spec.addPositional(
            PositionalParamSpec.builder()
                .paramLabel("PATH")
                .arity("0..1")
                .index(index)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(path)
                .build())
        .addOption(configOption())
        .addOption(rootOption());
  }

  /** Which state of the code to read, where that is not what is on disk. */
  public static void addStatesTo(CommandSpec spec) {
    spec.addOption(
            Options.flag("--staged")
                .description(
                    "Check staged changes and only the stacks that they can affect. Report"
                        + " only new or worse findings.")
                .build())
        .addOption(
            Options.flag("--all")
                .description("With --staged: also report existing findings.")
                .build())
        .addOption(
            Options.text("--diff-base", "REV")
                .description(
                    "Report findings that are new, worse or fixed since the branch left this"
                        + " revision.")
                .build())
        .addOption(
            Options.flag("--policy-from-base")
                .description(
                    "With --diff-base or --staged: use the policy and the waivers of the base"
                        + " revision.")
                .build());
  }

  public static InputOptions of(ParseResult arguments) {
    return of(arguments, arguments.matchedPositionalValue(0, List.of()));
  }

  public static InputOptions of(ParseResult arguments, List<String> paths) {
    boolean staged = Options.given(arguments, "--staged");
    @Nullable String diffBase = arguments.matchedOptionValue("--diff-base", (String) null);
    if (staged && diffBase != null) {
      throw new UsageException("--staged and --diff-base cannot be combined");
    }
    boolean all = Options.given(arguments, "--all");
    if (all && !staged) {
      throw new UsageException("--all needs --staged; without --staged everything is reported");
    }
    boolean fromBase = Options.given(arguments, "--policy-from-base");
    if (fromBase && !staged && diffBase == null) {
      throw new UsageException("--policy-from-base needs --diff-base or --staged");
    }
    List<String> plans = arguments.matchedOptionValue("--plan", List.of());
    return new InputOptions(
        paths.isEmpty() && plans.isEmpty() ? List.of(".") : paths,
        arguments.matchedOptionValue("--root", (String) null),
        variables(arguments),
        variants(arguments.matchedOptionValue("--variant", List.of())),
        Options.given(arguments, "--var-env"),
        arguments.matchedOptionValue("--parameters", List.of()),
        staged,
        all,
        diffBase,
        plans,
        arguments.matchedOptionValue("--source", (String) null),
        Options.given(arguments, "--changed-only"),
        arguments.matchedOptionValue("--config", (String) null),
        fromBase,
        Options.given(arguments, "--no-inline-ignores"),
        workFactor(arguments.matchedOptionValue(WorkBudget.OPTION, "1")),
        arguments.matchedOptionValue("--exclude", List.of()),
        Options.given(arguments, "--no-ignore"));
  }

  private static int workFactor(String written) {
    if (!written.matches("[1-9][0-9]{0,2}|1000")) {
      throw new UsageException(
          WorkBudget.OPTION + " " + written + ": a whole number from 1 to 1000 is expected");
    }
    return Integer.parseInt(written);
  }

  /** The same under a policy file. */
  public InputOptions under(String policy) {
    return new InputOptions(
        paths,
        root,
        variables,
        variants,
        environment,
        parameterFiles,
        staged,
        all,
        diffBase,
        plans,
        source,
        changedOnly,
        policy,
        policyFromBase,
        noInlineIgnores,
        workFactor,
        exclude,
        noIgnore);
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
