package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are parts of one template, which {@code rain merge} and other tools join. */
class TemplatePartsTest {
  private static final String STAGE = "AWS::ApiGateway::Stage";

  private static final String BASE =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Transform: AWS::LanguageExtensions
      Parameters:
        Tier: {Type: String, AllowedValues: [dev, live]}
      Conditions:
        IsLive: !Equals [!Ref Tier, live]
      Mappings:
        Days: {dev: {days: 7}, live: {days: 365}}
      Resources:
        Topic: {Type: AWS::SNS::Topic}
      """;

  private static final String API =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Stage:
          Type: AWS::ApiGateway::Stage
          Condition: IsLive
          Properties:
            StageName: !Sub "${Tier}-1"
            AccessLogSetting: {DestinationArn: !GetAtt Logs.Arn}
      """;

  private static final String LOGS =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Logs:
          Type: AWS::Logs::LogGroup
          Properties:
            RetentionInDays: !FindInMap [Days, !Ref Tier, days]
      """;

  private static MemoryTree parts() {
    return new MemoryTree()
        .with("infra/parent.yaml", BASE)
        .with("infra/api/stage.yaml", API)
        .with("infra/api/logs.yaml", LOGS);
  }

  @Test
  void partsAreOneStack() {
    Stack stack = Templates.only(parts());
    assertThat(stack.name()).isEqualTo("infra/parent.yaml");
    assertThat(stack.problems()).isEmpty();
    Resource stage = Templates.resource(stack, "Stage");
    assertThat(stage.header().path()).isEqualTo("infra/api/stage.yaml");
    assertThat(Show.value(stage.get("StageName")))
        .isEqualTo("'${(Tier is \"dev\" ? 'dev' : 'live')}-1'");
    assertThat(Show.value(Templates.resource(stack, "Logs").get("RetentionInDays")))
        .isEqualTo("(Tier is \"dev\" ? 7 : 365)");
  }

  @Test
  void aFileWithParametersOnlyIsAPart() {
    String parameters = "Parameters:\n  Tier: {Type: String, Default: live}\n";
    String rest = BASE.substring(BASE.indexOf("Conditions:"), BASE.indexOf("Resources:"));
    Stack stack =
        Templates.only(
            new MemoryTree()
                .with("config/parameters.yaml", parameters)
                .with("config/rest.yml", rest)
                .with("api.yaml", API)
                .with("logs.yaml", LOGS));
    assertThat(stack.problems()).isEmpty();
    assertThat(stack.resources(STAGE)).hasSize(1);
  }

  @Test
  void oneMistakeInAPartIsReported() {
    Stack stack =
        Templates.only(parts().with("infra/api/stage.yaml", API + "      Tags: !Ref Nothing\n"));
    assertThat(Show.value(Templates.resource(stack, "Stage").get("Tags")))
        .isEqualTo("<Nothing INVALID>");
    assertThat(Templates.problems(stack))
        .containsExactly("IG001 9:13 no parameter or resource 'Nothing'");
  }

  @Test
  void theWholeIsJudgedInPlaceOfItsParts() {
    String whole =
        BASE
            + API.substring(API.indexOf("  Stage:"))
                .replace("!GetAtt Logs.Arn", "{Fn::GetAtt: [Logs, Arn]}")
            + LOGS.substring(LOGS.indexOf("  Logs:"));
    assertThat(Templates.only(parts().with("out/template.yaml", whole)).name())
        .isEqualTo("out/template.yaml");
  }

  @Test
  void partsWithTheSameNameInTwoMeaningsAreNotJoined() {
    MemoryTree tree = parts().with("infra/other.yaml", BASE.replace("365", "30"));
    assertThat(Templates.all(tree)).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!Ref Tier", "!If [IsLive, a, b]", "!FindInMap [Days, live, days]"})
  void aTemplateWithAMistakeIsNoPartOfAnother(String value) {
    String mistaken =
        "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  One:\n    Type: A::B::C\n"
            + "    Properties: {P: "
            + value
            + "}\n";
    List<Stack> stacks =
        Templates.all(new MemoryTree().with("a.yaml", BASE).with("b.yaml", mistaken));
    assertThat(stacks).hasSize(2);
  }
}
