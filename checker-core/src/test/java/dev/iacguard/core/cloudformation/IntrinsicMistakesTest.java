package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.core.model.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Intrinsic functions that CloudFormation refuses, and some that only look so. */
class IntrinsicMistakesTest {
  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Parameters:
        Env: {Type: String, Default: dev}
      Mappings:
        Keep:
          dev: {days: "7"}
      Conditions:
        IsDev: !Equals [!Ref Env, dev]
      Resources:
        Logs:
          Type: AWS::Logs::LogGroup
        Alarm:
          Type: AWS::SSM::Parameter
          Properties:
            Type: String
            Value: \
      """;

  /** What is written in line 16, column 14, and what is said of it. */
  private static final Map<String, String> WRONG =
      Map.ofEntries(
          Map.entry("!Ref Lgos", "no parameter or resource 'Lgos'; did you mean 'Logs'?"),
          Map.entry("{Ref: Eenv}", "no parameter or resource 'Eenv'; did you mean 'Env'?"),
          Map.entry(
              "!Ref AWS::Regoin",
              "no parameter or resource 'AWS::Regoin'; did you mean 'AWS::Region'?"),
          Map.entry("!GetAtt Queue.Arn", "no resource 'Queue'"),
          Map.entry("!GetAtt [Log, Arn]", "no resource 'Log'; did you mean 'Logs'?"),
          Map.entry("!GetAtt Logs.ARN", "no attribute of Logs 'ARN'; did you mean 'Arn'?"),
          Map.entry(
              "!GetAtt Logs",
              "Fn::GetAtt takes a logical id and an attribute, with a dot between them or as a"
                  + " list"),
          Map.entry(
              "!GetAtt [Logs]",
              "Fn::GetAtt takes a logical id and an attribute, with a dot between them or as a"
                  + " list"),
          Map.entry("!Sub \"${Logs.Arn}${Nope}\"", "no parameter or resource 'Nope'"),
          Map.entry(
              "!Sub '{\"id\":\"${context.requestId}\"}'",
              "no resource 'context'; a variable of the access log is written without braces in"
                  + " Fn::Sub: $context.requestId"),
          Map.entry("!If [IsDve, a, b]", "no condition 'IsDve'; did you mean 'IsDev'?"),
          Map.entry("!If [IsDev, a]", "Fn::If takes the name of a condition and two values"),
          Map.entry(
              "!FindInMap [Keep, dev]", "Fn::FindInMap takes the name of a mapping and two keys"),
          Map.entry(
              "!Select [0, !Cidr [10.0.0.0, 2, 8]]",
              "'10.0.0.0' is not an address block such as 10.0.0.0/16"),
          Map.entry(
              "!Select [0, !Cidr [10.0.0.0/8, 257, 8]]",
              "'257' is not a number of address blocks; Fn::Cidr makes 1 to 256"),
          Map.entry(
              "!Select [0, !Cidr [10.0.0.0/8, 2, 129]]",
              "'129' is not a number of bits that the blocks of 10.0.0.0/8 can have"),
          Map.entry(
              "!Cidr [10.0.0.0/8]",
              "Fn::Cidr takes an address block, a count and a number of bits"),
          Map.entry("!Join ['-']", "Fn::Join takes a delimiter and a list"),
          Map.entry(
              "!Sub {a: b}",
              "Fn::Sub takes a string, or a list of a string and a mapping of names"),
          Map.entry("!Ref [Logs]", "Ref takes the name of a parameter or resource"));

  /** Mistakes that only show when the function is worked out, which the linter does not do. */
  private static final Map<String, String> LEADING_NOWHERE =
      Map.ofEntries(
          Map.entry("!FindInMap [Kep, dev, days]", "no mapping 'Kep'; did you mean 'Keep'?"),
          Map.entry("!FindInMap [Keep, dve, days]", "no key of Keep 'dve'; did you mean 'dev'?"),
          Map.entry(
              "!FindInMap [Keep, dev, day]", "no key of Keep.dev 'day'; did you mean 'days'?"),
          Map.entry(
              "!Select [0, !Cidr [10.0.0.0/24, 3, 7]]",
              "'3' blocks of 7 bits do not fit into 10.0.0.0/24"),
          Map.entry(
              "!Select [2, [a, b]]",
              "Fn::Select takes an index and a list that is longer than it"));

  private static final List<String> RIGHT =
      List.of(
          "!Ref Logs",
          "!GetAtt Logs.Arn",
          "!Sub \"${AWS::StackName}-${!Literal}-$context.requestId\"",
          "!Sub [\"${A}\", {A: !Ref Env}]",
          "!If [IsDev, a, !Ref AWS::NoValue]",
          "!FindInMap [Keep, !Ref Env, days]",
          "!FindInMap [Keep, !Ref AWS::Region, days]",
          "!Join ['-', [a, !Ref Env]]",
          "!Select [0, !Split ['/', !GetAtt Logs.Arn]]",
          "!Select [0, !Cidr [10.0.0.0/8, 256, 8]]",
          "!ImportValue anything",
          "!Base64 text");

  static List<Map.Entry<String, String>> wrong() {
    Map<String, String> all = new TreeMap<>(WRONG);
    all.putAll(LEADING_NOWHERE);
    return List.copyOf(all.entrySet());
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void saysWhereAndWhatIsWrong(Map.Entry<String, String> mistake) {
    assertThat(problems(TEMPLATE + mistake.getKey() + "\n"))
        .singleElement()
        .asString()
        .startsWith("IG001 16:")
        .endsWith(mistake.getValue());
  }

  @Test
  void saysNothingOfWhatIsRight() {
    for (String written : RIGHT) {
      assertThat(problems(TEMPLATE + written + "\n")).as(written).isEmpty();
    }
  }

  /** The linter of CloudFormation sees every mistake, and none where we see none. */
  @Test
  void agreesWithCfnLint(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(CfnLint.isInstalled(), "cfn-lint is not installed");
    List<Path> wrong = write(folder, "wrong", List.copyOf(WRONG.keySet()));
    List<Path> right = write(folder, "right", RIGHT);
    assertThat(CfnLint.filesWithMistakes(wrong)).containsExactlyInAnyOrderElementsOf(wrong);
    assertThat(CfnLint.filesWithMistakes(right)).isEmpty();
  }

  private static List<Path> write(Path folder, String name, List<String> written)
      throws IOException {
    List<Path> paths = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      Path path = folder.resolve(name + i + ".yaml");
      paths.add(Files.writeString(path, TEMPLATE + written.get(i) + "\n"));
    }
    return paths;
  }

  @Test
  void saysNothingOfNamesThatMayBeMadeElsewhere() {
    String use = "  Use: {Type: A::B::C, Properties: {P: !Ref Nope, Q: !If [No, 1, 2]}}\n";
    for (String head :
        List.of(
            "Resources:\n",
            "AWSTemplateFormatVersion: x\nTransform: MyMacro\nResources:\n",
            "AWSTemplateFormatVersion: x\nTransform: [AWS::Serverless-2016-10-31, Mine]\nResources:\n",
            "AWSTemplateFormatVersion: x\nTransform: {Name: AWS::Include}\nResources:\n",
            "AWSTemplateFormatVersion: x\nModules: {M: {Source: m}}\nResources:\n",
            """
            AWSTemplateFormatVersion: x
            Conditions: {Fn::Transform: {Name: M}}
            Resources:
              Fn::Transform: {Name: M}
            """)) {
      assertThat(problems(head + use)).as(head).noneMatch(problem -> problem.startsWith("IG001"));
    }
  }

  @Test
  void saysNothingOfWhatSamAndModulesAndConnectorsMake() {
    assertThat(
            problems(
                """
                AWSTemplateFormatVersion: "2010-09-09"
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      Events: {Get: {Type: Api, Properties: {Path: /, Method: get}}}
                  Base: {Type: My::Own::Thing::MODULE}
                  Table:
                    Type: AWS::DynamoDB::Table
                    Connectors: {Reader: {Properties: {}}}
                  Use:
                    Type: A::B::C
                    Properties:
                      P: [!GetAtt FnRole.Arn, !Ref ServerlessRestApi, !Ref ServerlessRestApiProdStage]
                      Q: [!Ref BaseBucket, !GetAtt Base.Bucket.Arn, !Ref TableReaderPolicy]
                """))
        .noneMatch(problem -> problem.startsWith("IG001"));
  }

  @Test
  void saysOnceOfAPartOfATemplateWhatIsDeclaredElsewhere() {
    String part =
        """
        AWSTemplateFormatVersion: "2010-09-09"
        Resources:
          Own: {Type: A::B::C, Condition: %s}
          Use:
            Type: A::B::C
            Properties:
              P: !If [Deployed, !Ref Environment, !Sub "${Owner}-${Own}"]
              Q: [!Ref Onw, !GetAtt Queue.Arn, !Ref Environment]
        """;
    assertThat(problems(part.formatted("Deployed")))
        .containsExactly(
            "IG001 3:35 file is only a part of a template: refers to 4 undeclared names (Deployed, Environment, Owner, Queue)");
    assertThat(problems("Conditions: {Deployed: true, Whole: true}\n" + part.formatted("Whole")))
        .containsExactly(
            "IG001 8:25 file is only a part of a template: refers to 3 undeclared names (Environment, Owner, Queue)");
  }

  @Test
  void reportsANameOnce() {
    assertThat(
            problems(
                """
                AWSTemplateFormatVersion: "2010-09-09"
                Resources:
                  Use: {Type: A::B::C, DependsOn: Nope, Properties: {P: !Ref Nope, Q: !Ref Nope}}
                  More: {Type: A::B::C, Condition: Nil, Properties: {P: !If [Nil, 1, 2]}}
                """))
        .containsExactly("IG001 3:35 no resource 'Nope'", "IG001 4:36 no condition 'Nil'");
  }

  /** What is wrong with a template once all properties of some of its resources are read. */
  static List<String> problems(String text) {
    Stack stack = Templates.load(text);
    for (String type : List.of("A::B::C", "AWS::SSM::Parameter")) {
      stack
          .resources(type)
          .forEach(each -> each.attributes().names().forEach(name -> each.get(name)));
    }
    return Templates.problems(stack);
  }
}
