package dev.iacguard.core.model;

/** What a stack was read from, by the name reports use. */
public enum Language {
  TERRAFORM("terraform"),
  TERRAFORM_PLAN("terraform-plan"),
  TERRAFORM_STATE("terraform-state"),
  CLOUDFORMATION("cloudformation"),
  SAM("sam");

  private final String label;

  Language(String label) {
    this.label = label;
  }

  /** True for the name of a file that Terraform or OpenTofu takes for code or for variables. */
  static boolean isTerraformCode(String path) {
    String plain = path.endsWith(".json") ? path.substring(0, path.length() - 5) : path;
    return plain.endsWith(".tf") || plain.endsWith(".tofu") || plain.endsWith(".tfvars");
  }

  /** As written in reports. */
  public String label() {
    return label;
  }
}
