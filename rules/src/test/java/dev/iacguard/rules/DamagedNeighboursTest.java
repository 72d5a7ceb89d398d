package dev.iacguard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.source.FolderTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file beside the code that is broken is named, and the stage that it is beside is judged all the
 * same.
 */
class DamagedNeighboursTest {
  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Parameters: {Name: {Type: String, Default: prod}}
      Resources:
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties: {RestApiId: a1b2c3, StageName: !Ref Name}
      """;

  private static final String MODULE =
      """
      variable "name" {
        default = "prod"
      }
      resource "aws_api_gateway_stage" "prod" {
        rest_api_id = "a1b2c3"
        stage_name  = var.name
      }
      """;

  private static final String CALL =
      """
      module "api" {
        source  = "acme/api/aws"
        version = "1.0.0"
      }
      """;

  private static final String HASH = "0123456789abcdef".repeat(4);

  /**
   * A file that something reads beside the code.
   *
   * @param code the other files
   */
  record Reader(String path, String good, Map<String, String> code) {
    @Override
    public String toString() {
      return path;
    }
  }

  private static final List<Reader> READERS =
      List.of(
          new Reader(
              "samconfig.toml",
              """
              version = 0.1
              [default.deploy.parameters]
              parameter_overrides = "Name=live"
              tags = [
                "Owner=shop",
                "CostCenter=1"
              ]
              """,
              Map.of("template.yaml", TEMPLATE)),
          new Reader(
              "samconfig.yaml",
              "version: 0.1\ndefault:\n  deploy:\n    parameters:\n      tags: \"Owner=shop\"\n",
              Map.of("template.yaml", TEMPLATE)),
          new Reader(
              "cdk.out/manifest.json",
              "{\"artifacts\": {\"Shop\": {\"type\": \"aws:cloudformation:stack\", \"properties\":"
                  + " {\"templateFile\": \"Shop.template.json\", \"tags\": {\"Owner\": \"shop\"}}}}}",
              Map.of(
                  "cdk.out/Shop.template.json",
                  "{\"Resources\": {\"Stage\": {\"Type\": \"AWS::ApiGateway::Stage\","
                      + " \"Properties\": {\"RestApiId\": \"a1b2c3\"}}}}")),
          new Reader(
              "cdk.out/Shop.assets.json",
              "{\"files\": {\"" + HASH + "\": {\"source\": {\"path\": \"Inner.template.json\"}}}}",
              Map.of(
                  "cdk.out/Shop.template.json",
                  "{\"Resources\": {\"Inner\": {\"Type\": \"AWS::CloudFormation::Stack\","
                      + " \"Properties\": {\"TemplateURL\": {\"Fn::Sub\": \"https://x.s3/"
                      + HASH
                      + ".json\"}}}}}",
                  "cdk.out/Inner.template.json",
                  "{\"Resources\": {\"Stage\": {\"Type\": \"AWS::ApiGateway::Stage\","
                      + " \"Properties\": {\"RestApiId\": \"a1b2c3\"}}}}")),
          new Reader(
              "live/terragrunt.hcl",
              "terraform {\n  source = \"../module\"\n}\ninputs = {\n  name = \"live\"\n}\n",
              Map.of("module/main.tf", MODULE)),
          new Reader(
              "shop.tfcomponent.hcl",
              "component \"api\" {\n  source = \"./module\"\n  inputs = { name = \"live\" }\n}\n",
              Map.of("module/main.tf", MODULE)),
          new Reader(
              ".terraform/modules/modules.json",
              "{\"Modules\": [{\"Key\": \"\", \"Source\": \"\", \"Dir\": \".\"}, {\"Key\": \"api\","
                  + " \"Source\": \"registry.terraform.io/acme/api/aws\", \"Version\": \"1.0.0\","
                  + " \"Dir\": \".terraform/modules/api\"}]}",
              Map.of("main.tf", MODULE + CALL, ".terraform/modules/api/main.tf", "")));

  private static final Map<String, UnaryOperator<byte[]>> DAMAGES =
      Map.of(
          "as it should be", bytes -> bytes,
          "truncated", bytes -> Arrays.copyOf(bytes, bytes.length - 12),
          "a single value", bytes -> text("17"),
          "a list", bytes -> text("[1, [2], {\"a\": null}]"),
          "empty", bytes -> new byte[0],
          "with NUL", bytes -> with(bytes, (byte) 0),
          "not UTF-8", bytes -> with(bytes, (byte) 0xff),
          "deep", bytes -> text("{\"artifacts\":".repeat(20_000) + "[".repeat(20_000)),
          "wrong inside", bytes -> text(text(bytes).replaceAll("\"[a-z./]+\"", "[[3], {}]")),
          "only blanks", bytes -> text(" \n\t\n"));

  /** Damages that leave a file that can be read, and may mean something else. */
  private static final List<String> READABLE =
      List.of(
          "as it should be", "empty", "only blanks", "wrong inside", "a list", "a single value");

  /** Of TOML only the settings are looked at; a manifest that is no text counts as none. */
  private static final List<String> UNNOTICED =
      List.of("samconfig.toml deep", ".terraform/modules/modules.json not UTF-8");

  @TempDir private Path folder;

  static Stream<Arguments> cases() {
    return READERS.stream()
        .flatMap(
            reader -> DAMAGES.keySet().stream().sorted().map(each -> Arguments.of(reader, each)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void leavesTheRestJudged(Reader reader, String damage) throws IOException {
    for (Map.Entry<String, String> file : reader.code().entrySet()) {
      write(file.getKey(), text(file.getValue()));
    }
    UnaryOperator<byte[]> damaging = DAMAGES.getOrDefault(damage, UnaryOperator.identity());
    write(reader.path(), damaging.apply(text(reader.good())));
    FolderTree tree = FolderTree.at(folder, folder);
    CheckResult result =
        new Checker(new ApiGatewayRules())
            .check(tree, new Selection(List.of(""), tree.walk("")), Inputs.NONE, Progress.SILENT);
    assertThat(result.reports().stream().flatMap(report -> report.stages().stream()))
        .as(String.valueOf(result.problems()))
        .hasSize(1);
    if (!READABLE.contains(damage) && !UNNOTICED.contains(reader.path() + " " + damage)) {
      assertThat(result.problems())
          .extracting(Problem::at)
          .as("names the file")
          .anyMatch(at -> at.path().endsWith(reader.path()));
    }
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static byte[] with(byte[] bytes, byte wrong) {
    byte[] damaged = bytes.clone();
    damaged[damaged.length / 2] = wrong;
    return damaged;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
