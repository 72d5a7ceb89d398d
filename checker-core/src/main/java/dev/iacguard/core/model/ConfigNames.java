package dev.iacguard.core.model;

import java.util.List;

/** Classifies files by name as Terraform and OpenTofu do. */
public final class ConfigNames {
  private static final List<String> OTHER_HCL =
      List.of(".terraform.lock.hcl", ".pkr.hcl", ".tftest.hcl");

  private ConfigNames() {}

  public static boolean isConfig(String path) {
    return path.endsWith(".tf") || path.endsWith(".tofu") || isJson(path);
  }

  public static boolean isJson(String path) {
    return path.endsWith(".tf.json") || path.endsWith(".tofu.json");
  }

  public static boolean isOverride(String path) {
    String name = stem(path);
    return name.equals("override") || name.endsWith("_override");
  }

  /** Read by itself for every root module. */
  public static boolean isAutomaticVariables(String name) {
    return name.equals("terraform.tfvars")
        || name.equals("terraform.tfvars.json")
        || name.endsWith(".auto.tfvars")
        || name.endsWith(".auto.tfvars.json");
  }

  public static boolean isVariables(String name) {
    return name.endsWith(".tfvars") || name.endsWith(".tfvars.json");
  }

  /**
   * True for the files that deploy modules and give them values: those of Terragrunt, under any
   * name, and of Terraform Stacks.
   */
  public static boolean isDeployment(String path) {
    return path.endsWith(".hcl") && OTHER_HCL.stream().noneMatch(path::endsWith);
  }

  /** True for the files that Terraform and OpenTofu read code or variables from. */
  public static boolean isSource(String path) {
    return isConfig(path) || isVariables(path);
  }

  /**
   * The name without folders and without its ending; {@code a.tofu} takes the place of {@code
   * a.tf}.
   */
  public static String stem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    for (String ending : new String[] {".tf.json", ".tofu.json", ".tf", ".tofu"}) {
      if (name.endsWith(ending)) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }

  public static boolean isTofu(String path) {
    return path.endsWith(".tofu") || path.endsWith(".tofu.json");
  }
}
