package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DynamicReferencesTest {
  private static final int TEMPLATES = 300;
  private static final String HEAD =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Transform: AWS::LanguageExtensions
      Parameters:
        Open: {Type: String}
        Known: {Type: String, Default: app}
        Closed: {Type: String, Default: a, AllowedValues: [a, b]}
        Given: {Type: String, Default: "{{resolve:ssm:/given}}"}
      Conditions: {Yes: !Equals [!Ref Open, x]}
      Mappings: {M: {a: {k: "{{resolve:ssm:/a}}"}, b: {k: "{{resolve:ssm:/b}}"}}}
      Resources:
        Thing:
          Type: A::B::C
          Properties:
            P:\s""";

  /** Ways to write one dynamic reference. */
  private static final List<String> LEAVES =
      List.of(
          "'{{resolve:ssm:/x}}'",
          "'{{resolve:secretsmanager:s:SecretString:k}}'",
          "!Sub '{{resolve:ssm:/${Open}/arn}}'",
          "!Sub '{{resolve:ssm:/${Known}/arn}}'",
          "!Sub '{{resolve:ssm:/${Closed}/arn}}'",
          "!Sub ['{{resolve:ssm:${P}}}', {P: !Ref Open}]",
          "!Join ['', ['{{resolve:ssm:/', !Ref Open, '}}']]",
          "!Join [':', ['{{resolve', ssm, '/x}}']]",
          "!Join ['/', ['{{resolve:ssm:', !Ref 'AWS::Region', 'x}}']]",
          "!Ref Given",
          "!FindInMap [M, !Ref Open, k]",
          "!FindInMap [M, a, k]");

  /** Calls that hand on what is put in for {@code @}. */
  private static final List<String> CALLS =
      List.of(
          "{'Fn::Sub': ['${V}', {V: @}]}",
          "{'Fn::Join': ['', [@]]}",
          "{'Fn::Join': ['', ['', @, '']]}",
          "{'Fn::If': [Yes, @, @]}",
          "{'Fn::Select': [0, [@, other]]}",
          "{'Fn::Select': [0, {'Fn::Split': ['|', @]}]}",
          "{'Fn::Join': ['|', {'Fn::Split': ['|', @]}]}",
          "{'Fn::FindInMap': [M, no, k, {DefaultValue: @}]}");

  /** Whatever functions stand around a reference, its value is read from the account. */
  @Test
  void isReadFromTheAccountBehindEveryIntrinsic() {
    Random random = new Random(11);
    for (int i = 0; i < TEMPLATES; i++) {
      String written = LEAVES.get(random.nextInt(LEAVES.size()));
      for (int depth = random.nextInt(4); depth > 0; depth--) {
        written = CALLS.get(random.nextInt(CALLS.size())).replace("@", flow(written));
      }
      Value value = Templates.resource(Templates.load(HEAD + written), "Thing").get("P");
      assertThat(leaves(value)).as(written).allSatisfy(DynamicReferencesTest::isReference);
    }
  }

  @Test
  void leavesTheRestOfTheStringKnown() {
    String written = "!Sub 'arn:aws:logs:eu-west-1:1:log-group:{{resolve:ssm:/${Open}}}:*'";
    Value value = Templates.resource(Templates.load(HEAD + written), "Thing").get("P");
    assertThat(Show.value(value)).startsWith("'arn:aws:logs:eu-west-1:1:log-group:").contains(":*");
  }

  @Test
  void takesWhatDoesNotEndForWhatItSays() {
    Value value = Templates.resource(Templates.load(HEAD + "'{{resolve:ssm:/x'"), "Thing").get("P");
    assertThat(Show.value(value)).isEqualTo("'{{resolve:ssm:/x'");
  }

  /** Short tags do not nest in flow mappings without a space; the long form does. */
  private static String flow(String written) {
    for (String name : List.of("Sub", "Join", "FindInMap")) {
      if (written.startsWith("!" + name + " ")) {
        return "{'Fn::" + name + "': " + longForm(written.substring(name.length() + 2)) + "}";
      }
    }
    return longForm(written);
  }

  private static String longForm(String written) {
    return written.replaceAll("!Ref '?([\\w:]+)'?", "{Ref: '$1'}");
  }

  private static List<Value> leaves(Value value) {
    List<Value> all = new ArrayList<>();
    switch (value) {
      case Value.Choice choice -> {
        all.addAll(leaves(choice.then()));
        all.addAll(leaves(choice.otherwise()));
      }
      case Value.Text text
          when text.parts().size() == 1 && text.parts().get(0) instanceof TextPart.Hole hole ->
          all.addAll(leaves(hole.value()));
      default -> all.add(value);
    }
    return all;
  }

  private static void isReference(Value value) {
    assertThat(value)
        .isInstanceOfSatisfying(
            Value.Unknown.class,
            unknown -> assertThat(unknown.cause()).isIn(Cause.DATA, Cause.NOT_EVALUATED));
  }
}
