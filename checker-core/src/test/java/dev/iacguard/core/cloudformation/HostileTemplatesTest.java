package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.cloudformation.template.Limits;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Templates that are made to hurt: bounded time and memory, and a message that says what it was.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileTemplatesTest {
  private static final String HEAD = "AWSTemplateFormatVersion: x\n";
  private static final String STAGE = "  S:\n    Type: AWS::ApiGateway::Stage\n    Properties:\n";

  @Test
  void aliasesThatGrow() {
    StringBuilder text = new StringBuilder(HEAD + "x0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
    for (int i = 1; i < 12; i++) {
      text.append("x" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(10) + "]\n");
    }
    Stack stack = Templates.load(text + "Resources:\n" + STAGE + "      P: *a11\n");
    assertThat(Templates.problems(stack)).anySatisfy(line -> assertThat(line).startsWith("IG004"));
    assertThat(Templates.resource(stack, "S").get("P")).isNotNull();
  }

  @Test
  void mergeKeysThatGrow() {
    StringBuilder text = new StringBuilder(HEAD + "x0: &a0 {k: 1}\n");
    for (int i = 1; i < 2_000; i++) {
      text.append("x" + i + ": &a" + i + " {<<: *a" + (i - 1) + ", k" + i + ": 1}\n");
    }
    Stack stack = Templates.load(text + "Resources:\n" + STAGE + "      P: 1\n");
    assertThat(Templates.problems(stack)).anySatisfy(line -> assertThat(line).startsWith("IG004"));
  }

  @Test
  void anAliasInsideItself() {
    Stack stack = Templates.load(HEAD + "x: &a [*a]\nResources:\n" + STAGE + "      P: *a\n");
    assertThat(Templates.problems(stack))
        .containsExactly("IG001 2:8 no anchor a before this alias");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "!Sub [", "- "})
  void deepNestingInYaml(String open) {
    Stack stack =
        Templates.load(HEAD + "Resources:\n" + STAGE + "      P:\n        " + open.repeat(10_000));
    assertThat(Templates.problems(stack)).singleElement().asString().startsWith("IG00");
  }

  @Test
  void deepNestingInJson() {
    MemoryTree tree =
        new MemoryTree().with("a.json", "{\"AWSTemplateFormatVersion\": " + "[".repeat(10_000));
    assertThat(Templates.problems(Templates.only(tree)))
        .singleElement()
        .asString()
        .startsWith("IG004 1:129 nesting is deeper than 100 levels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "\"", "", "|\n        "})
  void aLongLine(String quote) {
    String end = quote.length() == 1 ? quote : "";
    Stack stack =
        Templates.load(
            HEAD
                + "Resources:\n"
                + STAGE
                + "      P: "
                + quote
                + "x".repeat(5_000_000)
                + end
                + "\n");
    assertThat(Show.value(Templates.resource(stack, "S").get("P"))).hasSizeGreaterThan(5_000_000);
  }

  @Test
  void conditionsThatReferToThemselves() {
    Stack stack =
        Templates.load(
            HEAD
                + "Conditions:\n  A: !Not [!Condition B]\n  B: !Not [!Condition A]\nResources:\n"
                + STAGE
                + "      P: !If [A, 1, 2]\n");
    assertThat(Show.value(Templates.resource(stack, "S").get("P")))
        .isEqualTo("(A is true ? 1 : 2)");
    assertThat(Templates.problems(stack))
        .containsExactly("IG001 4:12 the condition A refers to itself");
  }

  @Test
  void outputsThatReferToThemselves() {
    MemoryTree tree =
        new MemoryTree()
            .with(
                "child.yaml",
                """
                Parameters: {P: {Type: String}}
                Resources: {R: {Type: A::B::C}}
                Outputs: {O: {Value: !Ref P}}
                """)
            .with(
                "main.yaml",
                HEAD
                    + "Resources:\n"
                    + STAGE
                    + "      P: !GetAtt C.Outputs.O\n  C:\n    Type: AWS::CloudFormation::Stack\n"
                    + "    Properties:\n      TemplateURL: child.yaml\n"
                    + "      Parameters: {P: !GetAtt C.Outputs.O}\n");
    Stack stack = Templates.only(tree);
    assertThat(Show.value(Templates.resource(stack, "S").get("P"))).isEqualTo("<C.O INVALID>");
    assertThat(Templates.problems(stack))
        .containsExactly(
            "IG001 11:23 circular dependency between resources: C → C",
            "IG001 3:22 the output C.O refers to itself");
  }

  @Test
  void elementsWithoutEnd() {
    String many = "1,".repeat(Limits.ELEMENTS);
    MemoryTree tree =
        new MemoryTree()
            .with("a.json", "{\"AWSTemplateFormatVersion\": [" + many + "1]}")
            .with("b.yaml", HEAD + "Resources:\n" + STAGE + "      P: [" + many + "1]\n");
    for (Stack stack : Templates.all(tree)) {
      assertThat(Templates.problems(stack))
          .singleElement()
          .asString()
          .startsWith("IG004 ")
          .endsWith("there are more than 2000000 elements");
    }
  }

  @Test
  void aLongChainOfConditions() {
    StringBuilder text =
        new StringBuilder(HEAD + "Parameters: {P: {Type: String}}\nConditions:\n")
            .append("  C0: !Equals [!Ref P, x]\n");
    for (int i = 1; i <= 10_000; i++) {
      String before = "!Condition C" + (i - 1);
      text.append("  C" + i + ": !And [" + before + ", !Not [" + before + "]]\n");
    }
    Stack stack = Templates.load(text + "Resources:\n" + STAGE + "      P: !If [C10000, 1, 2]\n");
    assertThat(Show.value(Templates.resource(stack, "S").get("P")))
        .isEqualTo("(C10000 is true ? 1 : 2)");
    assertThat(Templates.problems(stack))
        .containsExactly(
            "IG004 9855:10 a value leads through more than 150 functions or 1000000 elements");
  }

  @Test
  void textsThatDoubleFromStackToStack() {
    MemoryTree tree = new MemoryTree();
    for (int i = 0; i < 40; i++) {
      tree.with(
          "t" + (100 + i) + ".yaml",
          "Parameters: {P: {Type: String, Default: abcdefghijklmnop}}\nResources:\n"
              + STAGE
              + "      P: !Ref P\n  C:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n"
              + "      TemplateURL: t"
              + (101 + i)
              + ".yaml\n"
              + "      Parameters: {P: !Sub '${P}${P}${P}${P}'}\n");
    }
    Stack stack = Templates.all(tree).get(0);
    List<Resource> stages = stack.resources("AWS::ApiGateway::Stage");
    assertThat(stages).hasSize(20);
    assertThat(Show.value(stages.get(19).get("P")))
        .contains("a string of more than 1048576 characters");
    assertThat(Templates.problems(stack)).anySatisfy(line -> assertThat(line).contains("deeper"));
  }

  @Test
  void twentyTemplatesThatNestTheNextTwice() {
    MemoryTree tree = new MemoryTree();
    for (int i = 0; i < 20; i++) {
      String next =
          "    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: t"
              + (101 + i)
              + ".yaml}\n";
      String nested = i == 19 ? "" : "  A:\n" + next + "  B:\n" + next;
      tree.with("t" + (100 + i) + ".yaml", HEAD + "Resources:\n" + STAGE + "      P: 1\n" + nested);
    }
    Stack stack = Templates.only(tree);
    assertThat(stack.resources("AWS::ApiGateway::Stage")).hasSizeBetween(1_900, 2_100);
    assertThat(Templates.problems(stack))
        .singleElement()
        .asString()
        .endsWith("the code asks for more than 2000 nested stacks; --max-work 2 allows more");
  }

  @Test
  void thirtyIndependentConditions() {
    StringBuilder parameters = new StringBuilder(HEAD + "Parameters:\n");
    StringBuilder conditions = new StringBuilder("Conditions:\n");
    StringBuilder format = new StringBuilder("      P: !Join\n        - ''\n        -");
    for (int i = 0; i < 30; i++) {
      parameters.append("  P" + i + ": {Type: String}\n");
      conditions.append("  C" + i + ": !Equals [!Ref P" + i + ", x]\n");
      format.append((i == 0 ? " " : "          ") + "- !If [C" + i + ", a, b]\n");
    }
    Stack stack =
        Templates.load(parameters.toString() + conditions + "Resources:\n" + STAGE + format);
    assertThat(Show.value(Templates.resource(stack, "S").get("P"))).contains("C29 is true");
  }

  @Test
  void saysWhatIsOfTheWrongType() {
    Stack stack =
        Templates.load(
            HEAD
                + "Parameters: [a]\nConditions: 3\nOutputs:\nResources:\n  Bad: 1\n"
                + "  Worse: {Type: [A]}\n  None: {Properties: {}}\n"
                + "  Odd: {Type: A::B::C, Properties: [1]}\n  Fn::Transform: {Name: X}\n");
    assertThat(Templates.problems(stack))
        .containsExactly(
            "IG001 2:1 Parameters must be a mapping, not a list",
            "IG001 3:1 Conditions must be a mapping, not a single value",
            "IG001 6:3 the resource Bad must be a mapping with a Type",
            "IG001 7:3 the resource Worse has no Type",
            "IG001 8:3 the resource None has no Type",
            "IG001 9:3 Properties of Odd must be a mapping, not a list",
            "IG002 10:3 the macro X is not in the tree; stages that it adds are not analysed");
    assertThat(Templates.problems(Templates.load(HEAD + "Resources: [1]\n")))
        .containsExactly("IG001 2:1 Resources must be a mapping, not a list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Parameters: 1",
        "Parameters: [a]",
        "Parameters: {P: 1}",
        "Parameters: {P: {Default: [1]}}",
        "Conditions: x",
        "Conditions: {C: 1}",
        "Conditions: {C: [a]}",
        "Conditions: {C: !Equals x}",
        "Mappings: [1]",
        "Mappings: {M: {A: 1}}",
        "Outputs: 3",
        "Outputs: {O: x}",
        "Globals: 4",
        "Transform: {a: b}",
        "Transform: [[AWS::Serverless-2016-10-31]]",
        "Metadata: !Ref x",
        "Transform: AWS::Serverless-2016-10-31\nGlobals: {Api: [1]}"
      })
  void sectionsOfTheWrongType(String section) {
    Stack stack =
        Templates.load(
            HEAD
                + section
                + "\nResources:\n  Bad: 1\n  Worse: {Type: [A]}\n  F: {Type: AWS::Serverless::Function,"
                + " Properties: {Events: [1]}}\n  A: {Type: AWS::Serverless::Api, Properties: 3}\n"
                + STAGE
                + "      P: !If [C, !FindInMap [M, A, B], !Ref P]\n"
                + "      Q: [!Sub {a: b}, !Join x, !Select [a], !GetAtt 1, !Ref [1], !If [1, 2]]\n"
                + "      R: [!Split [1, 2], !FindInMap [1], !ImportValue [1], !Base64 [1], !Cidr x]\n");
    Resource stage = Templates.resource(stack, "S");
    for (String name : stage.attributes().names()) {
      assertThat(Show.value(stage.get(name))).isNotEmpty();
    }
  }
}
