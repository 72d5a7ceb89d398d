package dev.iacguard.rules.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.rule.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A rule cannot tell what is deployed where {@code ignore_changes} names what it reads, and says
 * the same as before where it names something else; in either syntax, in the root or a module.
 */
class IgnoredChangesTest {
  private static final String STAGE = "aws_api_gateway_stage.s";
  private static final String GROUP = "aws_cloudwatch_log_group.g";
  private static final String ACCOUNT = "aws_api_gateway_account.a";

  private static final Map<String, String> BODIES =
      Map.of(
          STAGE,
          """
          "stage_name": "prod", "rest_api_id": "abc", "xray_tracing_enabled": false,
          "access_log_settings": {
            "destination_arn": "${aws_cloudwatch_log_group.g.arn}",
            "format": "$context.requestId $context.status"
          },
          "tags": {"Owner": "orders"}
          """,
          GROUP,
          "\"name\": \"access\", \"retention_in_days\": 1, \"tags\": {\"Owner\": \"orders\"}",
          ACCOUNT,
          "\"cloudwatch_role_arn\": \"arn:aws:iam::111111111111:role/push\"");

  @TempDir private Path folder;

  /**
   * A path, the resource that ignores it, and the rule whose answer it takes.
   *
   * @param rule empty when it takes none
   */
  record Ignored(String resource, String path, String rule) {
    @Override
    public String toString() {
      return resource + " ignores " + path;
    }
  }

  static Stream<Arguments> cases() {
    return Stream.of(
            new Ignored(STAGE, "access_log_settings", "IG101"),
            new Ignored(STAGE, "access_log_settings[0]", "IG101"),
            new Ignored(STAGE, "access_log_settings[0].format", "IG104"),
            new Ignored(STAGE, "access_log_settings[0].destination_arn", "IG201"),
            new Ignored(STAGE, "tags", "IG109"),
            new Ignored(STAGE, "tags_all", "IG109"),
            new Ignored(STAGE, "tags[\\\"CostCenter\\\"]", "IG109"),
            new Ignored(STAGE, "deployment_id", ""),
            new Ignored(STAGE, "tags[\\\"Reviewed\\\"]", ""),
            new Ignored(STAGE, "stage_name", ""),
            new Ignored(GROUP, "retention_in_days", "IG201"),
            new Ignored(GROUP, "tags", "IG203"),
            new Ignored(GROUP, "kms_key_id", ""),
            new Ignored(GROUP, "name", ""))
        .flatMap(
            ignored ->
                Stream.of("json", "native", "module").map(way -> Arguments.of(ignored, way)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("cases")
  void onlyWhatIsIgnoredIsUnknown(Ignored ignored, String way) throws IOException {
    Map<String, Verdict.Kind> before = kinds("before", files(ignored.resource(), "", way));
    Map<String, Verdict.Kind> after =
        kinds("after", files(ignored.resource(), ignored.path(), way));

    if (ignored.rule().isEmpty()) {
      assertThat(after).isEqualTo(before);
    } else {
      assertThat(before.get(ignored.rule())).isNotEqualTo(Verdict.Kind.UNKNOWN);
      assertThat(after).containsEntry(ignored.rule(), Verdict.Kind.UNKNOWN);
    }
  }

  private Map<String, Verdict.Kind> kinds(String name, Map<String, String> files)
      throws IOException {
    Map<String, Verdict.Kind> kinds = new TreeMap<>();
    Report.check(folder.resolve(name), files).reports().stream()
        .flatMap(report -> report.verdicts().stream())
        .forEach(verdict -> kinds.put(verdict.rule().id(), verdict.kind()));
    return kinds;
  }

  private static Map<String, String> files(String resource, String path, String way) {
    List<String> json = new ArrayList<>();
    List<String> hcl = new ArrayList<>();
    BODIES.forEach(
        (address, body) -> {
          String[] parts = address.split("\\.");
          boolean ignores = address.equals(resource) && !path.isEmpty();
          json.add(
              "\"%s\": {\"%s\": {%s%s}}"
                  .formatted(
                      parts[0],
                      parts[1],
                      body,
                      ignores
                          ? ", \"lifecycle\": {\"ignore_changes\": [\"" + path + "\"]}"
                          : ""));
          hcl.add(
              "resource \"%s\" \"%s\" {\n%s%s}\n"
                  .formatted(
                      parts[0],
                      parts[1],
                      nativeBody(address),
                      ignores
                          ? "  lifecycle {\n    ignore_changes = ["
                              + path.replace("\\", "")
                              + "]\n  }\n"
                          : ""));
        });
    String code = String.join("", hcl);
    return switch (way) {
      case "json" -> Map.of("main.tf.json", "{\"resource\": {" + String.join(", ", json) + "}}");
      case "native" -> Map.of("main.tf", code);
      default ->
          Map.of(
              "main.tf", "module \"api\" {\n  source = \"./api\"\n}\n", "api/main.tf", code);
    };
  }

  private static String nativeBody(String address) {
    return switch (address) {
      case STAGE ->
          """
            stage_name           = "prod"
            rest_api_id          = "abc"
            xray_tracing_enabled = false
            access_log_settings {
              destination_arn = aws_cloudwatch_log_group.g.arn
              format          = "$context.requestId $context.status"
            }
            tags = { Owner = "orders" }
          """;
      case GROUP ->
          """
            name              = "access"
            retention_in_days = 1
            tags              = { Owner = "orders" }
          """;
      default -> "  cloudwatch_role_arn = \"arn:aws:iam::111111111111:role/push\"\n";
    };
  }
}
