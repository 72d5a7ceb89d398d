package dev.iacguard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.Example;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One finding may be about all stages of a stack; its example does not grow with them. */
class ExampleOfManyTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"3, 3", "40, 5"})
  void theAlarmsOfAFewStagesAreShown(int stages, int shown) throws IOException {
    StringBuilder template =
        new StringBuilder("Resources:\n  Group: {Type: AWS::Logs::LogGroup}\n");
    for (int i = 0; i < stages; i++) {
      template.append(
          """
            Api%1$d: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a%1$d}}
            Stage%1$d:
              Type: AWS::ApiGateway::Stage
              Properties:
                RestApiId: !Ref Api%1$d
                StageName: s
                AccessLogSetting: {DestinationArn: !GetAtt Group.Arn, Format: $context.requestId}
          """
              .formatted(i));
    }
    Files.writeString(folder.resolve("template.yaml"), template);

    List<Example> examples =
        new Checker(new ApiGatewayRules())
                .check(
                    FolderTree.at(folder, folder),
                    new Selection(List.of(""), List.of("template.yaml")),
                    Inputs.NONE,
                    Progress.SILENT)
                .reports()
                .stream()
                .flatMap(report -> report.verdicts().stream())
                .filter(verdict -> verdict.rule().id().equals("IG403"))
                .map(Verdict::finding)
                .filter(Objects::nonNull)
                .map(Finding::example)
                .map(Objects::requireNonNull)
                .toList();

    assertThat(examples)
        .singleElement()
        .satisfies(
            example ->
                assertThat(example.text().split("AWS::CloudWatch::Alarm", -1)).hasSize(shown + 1));
  }
}
