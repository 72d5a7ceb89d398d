package dev.iacguard.release;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The bundle as a Python wheel. It has no Python code: pip puts the launcher into {@code bin} and
 * the rest into {@code share/iac-guard} of the environment.
 */
// The texts of the wheel are easier to read apart from the code.
@SuppressWarnings("InlineFormatString")
final class Wheel {
  private static final String TAG = "py3-none-manylinux_2_17_x86_64";

  private Wheel() {}

  static String name(String version) {
    return "iac_guard-" + pythonVersion(version) + "-" + TAG + ".whl";
  }

  /** What Python calls a version of Maven: {@code 0.2.0-SNAPSHOT} is {@code 0.2.0.dev0}. */
  static String pythonVersion(String version) {
    return version.replace("-SNAPSHOT", ".dev0");
  }

  static byte[] of(String version, Instant time, List<Entry> bundle) {
    String python = pythonVersion(version);
    String data = "iac_guard-" + python + ".data/";
    String info = "iac_guard-" + python + ".dist-info/";
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : bundle) {
      boolean launcher = entry.path().equals("bin/iac-guard");
      entries.add(
          launcher
              ? new Entry(data + "scripts/iac-guard", entry.content(), true)
              : entry.below(data + "data/share/iac-guard/"));
      if (entry.path().equals("LICENSE") || entry.path().equals("NOTICE")) {
        entries.add(entry.below(info + "licenses/"));
      }
    }
    entries.add(Entry.file(info + "METADATA", bytes(METADATA.formatted(python))));
    entries.add(Entry.file(info + "WHEEL", bytes(WHEEL.formatted(TAG))));
    StringBuilder record = new StringBuilder();
    for (Entry entry : entries) {
      record.append(entry.path()).append(",sha256=").append(Hashes.base64Sha256(entry.content()));
      record.append(',').append(entry.content().length).append('\n');
    }
    record.append(info).append("RECORD,,\n");
    entries.add(Entry.file(info + "RECORD", bytes(record.toString())));
    return Zip.of(entries, time);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static final String METADATA =
      """
      Metadata-Version: 2.4
      Name: iac-guard
      Version: %s
      Summary: Checks API Gateway access logging in Terraform and CloudFormation code before it is deployed
      License-Expression: Apache-2.0
      License-File: LICENSE
      License-File: NOTICE
      Requires-Python: >=3.8
      Classifier: Environment :: Console
      Classifier: Operating System :: POSIX :: Linux
      Classifier: Topic :: Software Development :: Quality Assurance
      Description-Content-Type: text/markdown

      `iac-guard` reads Terraform and CloudFormation (SAM included) and says for every API Gateway
      stage whether its access logging meets the policy, why, and exactly where. It brings its own
      Java runtime, uses no network and runs nothing of the code it checks.
      """;

  private static final String WHEEL =
      """
      Wheel-Version: 1.0
      Generator: iac-guard
      Root-Is-Purelib: false
      Tag: %s
      """;
}
