package dev.iacguard.cli.option;

import dev.iacguard.core.model.WorkBudget;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Declares the options that select the input. */
public final class InputSpecs {
  private InputSpecs() {}

  public static void addTo(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "Files and directories to check; '-' reads standard input. Default: the"
                    + " current directory.")
            .build());
    addValuesTo(spec);
    spec.addOption(
            Options.repeatable("--plan", "FILE")
                .description(
                    "Check a plan or state (output of 'terraform show -json'); '-' reads"
                        + " standard input.")
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
                .build());
    addScopeTo(spec);
  }

  /** The options for a directory that is checked while it is edited. */
  public static void addWorkspaceTo(CommandSpec spec) {
    addValuesTo(spec);
    addScopeTo(spec);
  }

  private static void addValuesTo(CommandSpec spec) {
    spec.addOption(
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
                .build());
  }

  private static void addScopeTo(CommandSpec spec) {
    spec.addOption(
            Options.repeatable("--deployed", "PATH")
                .description(
                    "Use an export of the accounts that the code is deployed to: a file or"
                        + " directory from the script of 'iac-guard collect' or from AWS"
                        + " Config. May be repeated.")
                .build())
        .addOption(
            Options.text(WorkBudget.OPTION, "FACTOR")
                .description(
                    "Multiply the limits on the work of a run (IG004) by this factor, 1 to"
                        + " 1000. Default: 1.")
                .build())
        .addOption(
            Options.flag("--no-inline-ignores")
                .description(
                    "Disregard ignore comments in the code; waivers in the policy still apply.")
                .build())
        .addOption(
            Options.repeatable("--exclude", "GLOB")
                .description(
                    "Skip paths that match, relative to the current directory. May be repeated.")
                .build())
        .addOption(
            Options.flag("--no-ignore").description("Also check files that git ignores.").build())
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
            .build());
    addPolicyTo(spec);
  }

  /** Where a command writes files that are not there yet. */
  public static OptionSpec newFilesOption() {
    return Options.text("--output", "DIR")
        .description(
            "Directory to write the files to, created if missing. Existing files are never"
                + " replaced.")
        .build();
  }

  /** The options that name a policy, and where to look for one. */
  public static void addPolicyTo(CommandSpec spec) {
    spec.addOption(configOption()).addOption(rootOption());
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
}
