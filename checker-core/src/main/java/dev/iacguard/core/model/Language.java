package dev.iacguard.core.model;

/** The language or format a stack was read from, by the name reports use. */
public enum Language {
  TERRAFORM("terraform"),
  TERRAFORM_PLAN("terraform-plan"),
  TERRAFORM_STATE("terraform-state"),
  CLOUDFORMATION("cloudformation"),
  SAM("sam"),
  /** An export of what is deployed, in the vocabulary of CloudFormation. */
  DEPLOYED("deployed");

  private final String label;

  Language(String label) {
    this.label = label;
  }

  /** As written in reports. */
  public String label() {
    return label;
  }
}
