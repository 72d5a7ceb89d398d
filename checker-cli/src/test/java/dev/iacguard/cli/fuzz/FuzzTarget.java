package dev.iacguard.cli.fuzz;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Everything that takes text from strangers. */
@SuppressWarnings("ImmutableEnumChecker") // The functions keep nothing.
enum FuzzTarget {
  HCL(Languages::hcl, ".*\\.(tf|hcl|tofu|tfvars)"),
  TF_JSON(Languages::terraformJson, ".*\\.tf\\.json"),
  TFVARS(Languages::variables, ".*\\.tfvars(\\.json)?"),
  YAML(Languages::yaml, ".*\\.ya?ml"),
  JSON(Languages::json, "rules/.*\\.json"),
  SAM_CONFIG(Languages::samConfig, ".*samconfig.*"),
  SAM(Judging::template, ".*sam.*\\.ya?ml"),
  PARAMETERS(Loading::parameters, ".*param.*\\.json"),
  PARAMETERS_JUDGED(Judging::parameters, ".*param.*\\.json"),
  PLAN(Loading::plan, "plans.*\\.json"),
  PLAN_JUDGED(Judging::plan, "plans.*\\.json"),
  STATE(Loading::state, "states/.*"),
  STATE_JUDGED(Judging::state, "states/.*"),
  POLICY(Settings::policy, ".*iac-guard.*\\.yaml"),
  POLICY_JUDGED(Settings::policyJudged, ".*iac-guard.*\\.yaml"),
  CUSTOM_RULE(Settings::customRule, ""),
  BASELINE(Settings::baseline, ".*baseline.*"),
  LOG_FORMAT(Settings::logFormat, ""),
  TERRAFORM(Judging::terraform, ".*\\.tf"),
  CLOUDFORMATION(Judging::template, ".*\\.ya?ml"),
  EXPORT(Exchanged::export, "deployed/.*\\.json"),
  MERGE(Exchanged::merge, ""),
  LOG_LINES(Exchanged::logLines, ""),
  COMMAND(CommandLineRun::of, "");

  private final Reading reading;
  private final Pattern seeds;

  /**
   * @param seeds the fixtures to start from, by path
   */
  FuzzTarget(Reading reading, String seeds) {
    this.reading = reading;
    this.seeds = Pattern.compile(seeds);
  }

  /** Reads an input and checks what must hold of every result. */
  interface Reading {

    /** What was made of the input; of two runs on one input they are equal. */
    Object read(byte[] input);
  }

  static FuzzTarget named(String name) {
    return Arrays.stream(values())
        .filter(target -> target.title().equals(name))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("there is no target " + name));
  }

  /** As options and folders name it. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where its inputs are stored. What a reader reads and what is judged of it share them. */
  String folder() {
    return title().replace("-judged", "");
  }

  boolean startsFrom(String fixture) {
    return seeds.matcher(fixture).matches();
  }

  void run(byte[] input) {
    reading.read(input);
  }

  /** Runs twice and compares. */
  void runTwice(byte[] input) {
    Object first = reading.read(input.clone());
    Object second = reading.read(input);
    if (!first.equals(second)) {
      throw new AssertionError("two runs differ:\n" + first + "\n" + second);
    }
  }
}
