package dev.iacguard.core.cloudformation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The linter of CloudFormation. */
final class CfnLint {
  private CfnLint() {}

  static boolean isInstalled() throws InterruptedException {
    try {
      Process run =
          new ProcessBuilder("cfn-lint", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return run.waitFor(1, TimeUnit.MINUTES) && run.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The resource types of some services with their attributes, from the schemas it brings: {@code
   * AWS::IAM::Role Arn RoleId}, sorted.
   */
  static List<String> attributes(String... services) throws IOException {
    String script =
        """
        import sys
        from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER as schemas
        for type in sorted(schemas.get_resource_types('us-east-1')):
            if type.startswith('AWS::') and type.split('::')[1] in sys.argv[1:]:
                found = schemas.get_resource_schema('us-east-1', type).get_atts
                print(' '.join([type, *sorted(found)]))
        """;
    List<String> command = new ArrayList<>(List.of("python3", "-c", script));
    command.addAll(List.of(services));
    Process run =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
  }

  /** Those of the files in which it finds a wrong function (E10..) or condition (E80..). */
  static List<Path> filesWithMistakes(List<Path> files) throws IOException {
    return filesWith(files, "E10", "E80");
  }

  /**
   * Those of the files in which it finds something.
   *
   * @param rules the beginnings of the rules that count
   */
  static List<Path> filesWith(List<Path> files, String... rules) throws IOException {
    List<String> command = new ArrayList<>(List.of("cfn-lint", "--format", "parseable", "--"));
    files.forEach(file -> command.add(file.toString()));
    Process run =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return files.stream()
        .filter(
            file ->
                said.lines()
                    .anyMatch(
                        line ->
                            line.startsWith(file + ":")
                                && Stream.of(rules).anyMatch(rule -> line.contains(":" + rule))))
        .toList();
  }
}
