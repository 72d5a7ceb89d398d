package dev.iacguard.core.rule;

/** What a rule says of a subject in one scenario. */
public sealed interface Outcome {

  record Pass() implements Outcome {}

  record NotApplicable() implements Outcome {}

  record Fail(Finding finding) implements Outcome {}

  /** It cannot be determined; the finding says why and what would decide it. */
  record Unknown(Finding finding) implements Outcome {}

  static Outcome pass() {
    return new Pass();
  }

  static Outcome notApplicable() {
    return new NotApplicable();
  }

  static Outcome fail(Finding finding) {
    return new Fail(finding);
  }

  static Outcome unknown(Finding finding) {
    return new Unknown(finding);
  }
}
