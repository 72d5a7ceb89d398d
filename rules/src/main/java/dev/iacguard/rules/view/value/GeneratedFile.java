package dev.iacguard.rules.view.value;

import java.util.List;

/** Recognises templates that tools write and nobody edits, by where they lie. */
public final class GeneratedFile {
  private static final String SERVERLESS = ".serverless/";
  private static final List<String> ALL = List.of(SERVERLESS, "cdk.out/");

  private GeneratedFile() {}

  /** True for a template that a tool wrote. */
  public static boolean is(String path) {
    return ALL.stream().anyMatch(path::contains);
  }

  /** True for a template of the Serverless Framework. */
  public static boolean isOfServerlessFramework(String path) {
    return path.contains(SERVERLESS);
  }
}
