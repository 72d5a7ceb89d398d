package dev.iacguard.core.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleAssertionsTest {
  private static RuleAssertions of(String assertion) {
    return in("{Assertions: [{Assert: " + assertion + "}]}");
  }

  private static RuleAssertions in(String rule) {
    SourceFile file =
        new SourceFile(
            "t.yaml", "Rules:\n  One: " + rule + "\nResources: {T: {Type: 'A::B::C'}}\n");
    Node root = TemplateReader.parse(file).documents().get(0);
    return new RuleAssertions(new Template("t.yaml", file, (Node.Mapping) root, List.of()), "P");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          !Equals [!Ref P, a]                                   | a
          !Equals [a, !Ref P]                                   | a
          !Not [!Equals [!Ref P, a]]                            | b c
          {Fn::Contains: [[a, c], !Ref P]}                      | a c
          !Or [!Equals [!Ref P, a], !Equals [!Ref Q, x]]        | a b c
          !And [!Equals [!Ref P, a], !Equals [!Ref Q, x]]       | a
          !Equals [!Ref Q, a]                                   | a b c
          !Equals [!Ref P, !Ref Q]                              | a b c
          {Fn::EachMemberIn: [[!Ref P], [a]]}                   | a b c
          """)
  void leavesTheAllowedValuesThatAreNotRefused(String assertion, String left) {
    assertThat(of(assertion).left(List.of("a", "b", "c"))).containsExactly(left.split(" "));
  }

  @Test
  void knowsAllValuesWhereTheRulesNameThem() {
    assertThat(of("{'Fn::Contains': [[a, c], !Ref P]}").left(List.of())).containsExactly("a", "c");
    assertThat(of("!Not [!Equals [!Ref P, a]]").left(List.of())).isEmpty();
    assertThat(of("!Not [!Equals [!Ref P, a]]").accepts("a")).isFalse();
  }

  @Test
  void heedsARuleWhoseConditionTheParameterDecides() {
    String asserted = "Assertions: [{Assert: !Equals [!Ref P, b]}]";
    assertThat(in("{RuleCondition: !Equals [!Ref Q, x], " + asserted + "}").accepts("a")).isTrue();
    assertThat(
            in("{RuleCondition: !Not [!Equals [!Ref P, c]], " + asserted + "}")
                .left(List.of("a", "b", "c")))
        .containsExactly("b", "c");
  }

  @Test
  void givesUpOnMoreThanIsWorthIt() {
    String many = "[" + "x, ".repeat(200_000) + "a]";
    assertThat(of("{'Fn::Contains': [" + many + ", !Ref P]}").accepts("a")).isTrue();
    assertThat(of("{'Fn::Contains': [" + many + ", !Ref P]}").accepts("b")).isTrue();
  }
}
