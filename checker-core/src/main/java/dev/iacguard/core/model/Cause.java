package dev.iacguard.core.model;

import dev.iacguard.core.source.Span;

/** Why a value cannot be known, and what would decide it. */
public enum Cause {
  /** A variable or parameter that is given no value here. */
  INPUT(
      "has no value here", "give it a value (--var, --var-file)", "give it a value (--parameters)"),
  /** The provider or the service decides it when it makes the resource. */
  COMPUTED("is known only after apply", "is known only after deployment", Cause.PLAN, ""),
  /** As {@link #COMPUTED}, where the plan is what is being looked at. */
  PLANNED("is known only after apply", "check the state once it is applied"),
  /** The plan does not say what it will be taken from. */
  UNTOLD(
      "is known only after apply, and the plan does not say from what",
      "name the code of the plan with --source"),
  /** Neither a plan nor a state has it. */
  CODE_ONLY("is in the code only", "check the code, or name that of a plan with --source"),
  /** Read from the account when the code is applied. */
  DATA("is read from the account", Cause.PLAN, ""),
  /** Another stack, state or deployment gives it. */
  OTHER_STACK("comes from another stack", "check the other stack together with this one"),
  /** The account, Region or stack the code is deployed to. */
  DEPLOYMENT("depends on where it is deployed", Cause.PLAN, ""),
  /** A module or nested template that is not in the tree. */
  NOT_AVAILABLE(
      "is in code that is not in the tree", "run 'terraform init'", "add the template to the tree"),
  /** An output of an application that is deployed from the Serverless Application Repository. */
  APPLICATION(
      "comes from an application whose template is not in the tree",
      "check the application's own repository"),
  /** A resource that the code refers to and that its module does not have. */
  UNDECLARED(
      "is not declared in this module", "correct the name, or add the file that declares it"),
  /** A file that the code reads and that is not in the tree. */
  FILE("is read from a file that is not in the tree", "add the file to the tree"),
  /** An export of what is deployed does not hold it. */
  EXPORT("is not in the export", "export it too; 'iac-guard collect --print' prints a script"),
  /** What is deployed may have been changed elsewhere, and the code says to leave it so. */
  IGNORED("is in ignore_changes, so what is deployed may differ", Cause.PLAN, ""),
  /** A tag that the provider leaves to others. */
  IGNORED_TAG(
      "is in ignore_tags of the provider, so others may set it",
      "remove it from ignore_tags, and set it in the code"),
  /** A function, macro or provider that is not evaluated. */
  NOT_EVALUATED("is not evaluated", Cause.PLAN, ""),
  /** The code is wrong here; a problem says how. */
  INVALID("cannot be evaluated", "fix the code"),
  /** A limit stopped the evaluation. */
  LIMIT("exceeds a limit", "simplify the code, or raise the limit that IG004 names");

  private static final String PLAN = "check a plan";

  private final String text;
  private final String textElsewhere;
  private final String inTerraform;
  private final String elsewhere;

  Cause(String text, String remedy) {
    this(text, remedy, remedy);
  }

  Cause(String text, String inTerraform, String elsewhere) {
    this(text, text, inTerraform, elsewhere);
  }

  Cause(String text, String textElsewhere, String inTerraform, String elsewhere) {
    this.text = text;
    this.textElsewhere = textElsewhere;
    this.inTerraform = inTerraform;
    this.elsewhere = elsewhere;
  }

  /**
   * Completes a sentence that starts with the name of what is unknown.
   *
   * @param at where it is written: templates are deployed, not applied
   */
  public String text(Span at) {
    return ConfigNames.isSource(at.path()) ? text : textElsewhere;
  }

  /**
   * What the user can do to have it decided; empty when nothing is known to help.
   *
   * @param at where it is written: only Terraform code has plans and variable files
   */
  public String remedy(Span at) {
    return ConfigNames.isSource(at.path()) ? inTerraform : elsewhere;
  }
}
