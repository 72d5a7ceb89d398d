package dev.iacguard.cli.fuzz;

import java.util.Arrays;

/** What Jazzer calls. */
public final class GuidedRun {
  /** The name of the target. */
  static final String TARGET = "fuzz.target";

  private static final FuzzTarget CHOSEN = FuzzTarget.named(System.getProperty(TARGET, "hcl"));

  private GuidedRun() {}

  /** Runs one input, and every eighth one twice. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (Arrays.hashCode(input) % 8 == 0) {
      CHOSEN.runTwice(input);
    } else {
      CHOSEN.run(input);
    }
  }
}
