package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources that wait for one another. */
class CyclesTest {
  private static final String HEAD =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Parameters:
        On: {Type: String, Default: "yes"}
        Free: {Type: String}
      Conditions:
        IsOn: !Equals [!Ref On, "yes"]
        IsOff: !Not [!Condition IsOn]
        IsFree: !Equals [!Ref Free, "yes"]
      Resources:
      """;

  /** Resources A, B and C from line 10 on, and the problem. */
  private static final Map<String, String> WRONG =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "  A: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref A}}", "10:56 A → A"),
              Map.entry(
                  "  A: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Sub 'x ${A.TopicArn}'}}",
                  "10:56 A → A"),
              Map.entry("  A: {Type: AWS::SNS::Topic, DependsOn: A}", "10:41 A → A"),
              Map.entry(
                  """
                    A: {Type: AWS::SNS::Topic, Properties: {DisplayName: !GetAtt B.TopicName}}
                    B: {Type: AWS::SNS::Topic, DependsOn: [A]}
                  """,
                  "10:56 A → B → A"),
              Map.entry(
                  """
                    A: {Type: AWS::SNS::Topic, DependsOn: [C, B]}
                    B: {Type: AWS::SNS::Topic, DependsOn: C}
                    C: {Type: AWS::SNS::Topic, DependsOn: B}
                  """,
                  "11:41 B → C → B"),
              Map.entry(
                  """
                    A: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Join ['', [!Ref B]]}}
                    B: {Type: AWS::SNS::Topic, Properties: {DisplayName: !If [IsOn, !Ref A, x]}}
                  """,
                  "10:68 A → B → A"),
              Map.entry(
                  """
                    A: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref B}}
                    B: {Type: AWS::SNS::Topic, Properties: {DisplayName: !If [IsFree, x, !Ref A]}}
                  """,
                  "10:56 A → B → A, when IsFree is false"),
              Map.entry(
                  """
                    A: {Type: AWS::SNS::Topic, Condition: IsFree, DependsOn: B}
                    B: {Type: AWS::SNS::Topic, Condition: IsFree, DependsOn: A}
                  """,
                  "10:60 A → B → A, when IsFree is true")));

  private static final List<String> RIGHT =
      List.of(
          """
            A: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref B}}
            B: {Type: AWS::SNS::Topic, DependsOn: C}
            C: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref On}}
          """,
          """
            A: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Sub ['${B}', {B: !Ref C}]}}
            B: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref A}}
            C: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Sub '${!C}'}}
          """);

  /** What the linter takes for a circle, since it does not look at conditions. */
  private static final List<String> RIGHT_UNDER_CONDITIONS =
      List.of(
          """
            A: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref B}}
            B: {Type: AWS::SNS::Topic, Properties: {DisplayName: !If [IsOff, !Ref A, x]}}
          """,
          """
            A: {Type: AWS::SNS::Topic, DependsOn: B}
            B: {Type: AWS::SNS::Topic, Condition: IsOff, Properties: {DisplayName: !Ref A}}
          """,
          """
            A: {Type: AWS::SNS::Topic, Properties: {DisplayName: !If [IsFree, !Ref B, x]}}
            B: {Type: AWS::SNS::Topic, Properties: {DisplayName: !If [IsFree, x, !Ref A]}}
          """);

  static Collection<Map.Entry<String, String>> wrong() {
    return WRONG.entrySet();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void namesTheCircle(Map.Entry<String, String> each) {
    assertThat(Templates.problems(Templates.load(HEAD + each.getKey())))
        .containsExactly(
            "IG001 "
                + each.getValue().replaceFirst(" ", " circular dependency between resources: "));
  }

  @Test
  void saysNothingWhereThereIsNoCircle() {
    List<String> all = new ArrayList<>(RIGHT);
    all.addAll(RIGHT_UNDER_CONDITIONS);
    for (String resources : all) {
      assertThat(Templates.problems(Templates.load(HEAD + resources))).as(resources).isEmpty();
    }
  }

  @Test
  void agreesWithCfnLint(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(CfnLint.isInstalled(), "cfn-lint is not installed");
    List<Path> wrong = write(folder, "wrong", List.copyOf(WRONG.keySet()));
    List<Path> right = write(folder, "right", RIGHT);
    assertThat(CfnLint.filesWith(wrong, "E3004")).containsExactlyInAnyOrderElementsOf(wrong);
    assertThat(CfnLint.filesWith(right, "E3004")).isEmpty();
  }

  private static List<Path> write(Path folder, String name, List<String> resources)
      throws IOException {
    List<Path> paths = new ArrayList<>();
    for (int i = 0; i < resources.size(); i++) {
      Path path = folder.resolve(name + i + ".yaml");
      paths.add(Files.writeString(path, HEAD + resources.get(i) + "\n"));
    }
    return paths;
  }

  @Test
  void leavesOutWhatSamMakesSeveralResourcesOf() {
    assertThat(
            Templates.problems(
                Templates.load(
                    """
                    Transform: AWS::Serverless-2016-10-31
                    Resources:
                      Api:
                        Type: AWS::Serverless::Api
                        Properties:
                          StageName: prod
                          DefinitionBody: {uri: !GetAtt F.Arn}
                      F:
                        Type: AWS::Serverless::Function
                        Properties: {Policies: [!Sub "${F.Arn}"], Environment: !Ref Api}
                    """)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Resources:\n",
        "AWSTemplateFormatVersion: x\nTransform: MyMacro\nResources:\n",
        "AWSTemplateFormatVersion: x\nSomething: else\nResources:\n"
      })
  void saysNothingOfWhatMayBeCompletedElsewhere(String head) {
    String ring = "  A: {Type: A::B::C, DependsOn: B}\n  B: {Type: A::B::C, DependsOn: A}\n";
    assertThat(Templates.problems(Templates.load(head + ring)))
        .noneMatch(problem -> problem.startsWith("IG001"));
  }

  @Test
  void namesEachOfSeveralCirclesOnce() {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < 3; i++) {
      text.append("  A%d: {Type: A::B::C, DependsOn: B%d}\n".formatted(i, i));
      text.append("  B%d: {Type: A::B::C, DependsOn: [A%d, B0]}\n".formatted(i, i));
    }
    assertThat(Templates.problems(Templates.load(text.toString())))
        .extracting(each -> each.substring(each.lastIndexOf(": ") + 2))
        .containsExactly("A0 → B0 → A0", "A1 → B1 → A1", "A2 → B2 → A2");
  }

  /** A long ring is followed to its end, and is told in few words. */
  @Test
  void findsItsWayThroughManyResources() {
    int many = 20_000;
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < many; i++) {
      text.append("  R%d: {Type: A::B::C, DependsOn: [R%d]}\n".formatted(i, (i + 1) % many));
    }
    assertThat(Templates.problems(Templates.load(text.toString())))
        .singleElement()
        .asString()
        .startsWith("IG001 10:35 circular dependency between resources: R0 → R1 → R2 →")
        .endsWith(" → R10 → … (19989 more) → R0");
  }
}
