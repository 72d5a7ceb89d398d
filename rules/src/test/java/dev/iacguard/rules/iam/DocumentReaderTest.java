package dev.iacguard.rules.iam;

import static dev.iacguard.rules.HandBuiltStack.choice;
import static dev.iacguard.rules.HandBuiltStack.input;
import static dev.iacguard.rules.HandBuiltStack.join;
import static dev.iacguard.rules.HandBuiltStack.list;
import static dev.iacguard.rules.HandBuiltStack.map;
import static dev.iacguard.rules.HandBuiltStack.nothing;
import static dev.iacguard.rules.HandBuiltStack.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.scenario.Scenarios;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {
  private static PolicyDocument read(Value document) {
    return Scenarios.first(
        new WorkBudget(), scenario -> new DocumentReader(scenario).read(document));
  }

  private static List<String> known(List<Value.Text> texts) {
    return texts.stream().map(text -> Objects.requireNonNullElse(text.known(), "?")).toList();
  }

  @Test
  void readsJsonTextAsItReadsAnObject() {
    Value object =
        map(
            "Version",
            "2012-10-17",
            "Statement",
            list(
                map(
                    "Effect",
                    "Allow",
                    "Action",
                    list(text("logs:PutLogEvents"), text("logs:Create*")),
                    "Principal",
                    map("Service", "apigateway.amazonaws.com"))));
    Value json =
        text(
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
             "Action": ["logs:PutLogEvents", "logs:Create*"],
             "Principal": {"Service": ["apigateway.amazonaws.com"]}}}
            """);
    for (Value document : List.of(object, json)) {
      PolicyDocument read = read(document);
      assertThat(read.complete()).isTrue();
      Statement statement = read.statements().get(0);
      assertThat(statement.allows()).isTrue();
      assertThat(statement.certain()).isTrue();
      assertThat(known(statement.actions())).containsExactly("logs:PutLogEvents", "logs:Create*");
      assertThat(known(statement.services())).containsExactly("apigateway.amazonaws.com");
      assertThat(statement.anyone()).isFalse();
    }
  }

  @Test
  void anUnknownPieceOfJsonStaysWhereItIs() {
    Statement quoted =
        read(join("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"logs:", input("x"), "\"}]}"))
            .statements()
            .get(0);
    assertThat(known(quoted.actions())).containsExactly("?");
    assertThat(quoted.certain()).isTrue();

    Statement whole =
        read(join("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":", input("x"), "}]}"))
            .statements()
            .get(0);
    assertThat(whole.actions()).isEmpty();
    assertThat(whole.certain()).isFalse();
  }

  @Test
  void aListOrObjectThatMayHaveMoreKeepsWhatIsKnown() {
    PolicyDocument more =
        read(join("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"a:B\"}", input("x"), "]}"));
    assertThat(more.complete()).isFalse();
    assertThat(known(more.statements().get(0).actions())).containsExactly("a:B");
    assertThat(more.statements().get(0).certain()).isTrue();

    for (String start : List.of("{", "{\"Action\":\"a:B\"", "{\"Action\":\"a:B\",")) {
      PolicyDocument inside = read(join("{\"Statement\":[" + start, input("x"), "}]}"));
      assertThat(inside.statements()).as(start).hasSize(1);
      assertThat(inside.statements().get(0).certain()).as(start).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Effect\":\"Deny\",\"Action\":\"*\"}",
        "{\"Effect\":\"allow\",\"Action\":\"*\"}",
        "{\"effect\":\"Allow\",\"Action\":\"*\"}"
      })
  void onlyAllowAllows(String statement) {
    assertThat(read(text("{\"Statement\":" + statement + "}")).statements().get(0).allows())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Principal\":\"*\"",
        "\"Principal\":{\"AWS\":\"*\"}",
        "\"Principal\":{\"AWS\":[\"arn:aws:iam::1:root\",\"*\"]}"
      })
  void everybodyIsSpokenOf(String principal) {
    String json =
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\"," + principal + "}}";
    assertThat(read(text(json)).statements().get(0).anyone()).isTrue();
  }

  @Test
  void notPrincipalSpeaksOfAllButSome() {
    Statement statement =
        read(text("{\"Statement\":[{\"NotPrincipal\":{\"Service\":\"ec2.amazonaws.com\"}}]}"))
            .statements()
            .get(0);
    assertThat(statement.exceptPrincipals()).isTrue();
    assertThat(statement.anyone()).isFalse();
  }

  @Test
  void notActionSpeaksOfAllButSome() {
    Statement statement =
        read(text("{\"Statement\":[{\"Effect\":\"Allow\",\"NotAction\":\"iam:*\"}]}"))
            .statements()
            .get(0);
    assertThat(statement.exceptActions()).isTrue();
    assertThat(known(statement.excluded())).containsExactly("iam:*");
    assertThat(statement.certain()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "{\"Statement\":",
        "{} {}",
        "[]",
        "\"text\"",
        "{\"Statement\":[\"\\uFDD1\"]}",
        "{\"Statement\":[\"\uFDD0\"]}"
      })
  void whatIsNoDocumentIsNotKnown(String text) {
    assertThat(read(text(text)).isCertain()).isFalse();
  }

  @Test
  void nestingIsBounded() {
    assertThat(read(text("[".repeat(100_000)))).isEqualTo(PolicyDocument.UNKNOWN);
  }

  @Test
  void aStatementOfOneScenarioIsLeftOutInTheOther() {
    Value statement = map("Effect", "Allow", "Action", "*");
    Value document = map("Statement", list(choice("Open", statement, nothing())));
    List<Integer> sizes =
        Scenarios.explore(
                new WorkBudget(),
                scenario -> new DocumentReader(scenario).read(document).statements().size())
            .cases()
            .stream()
            .map(Scenarios.Case::answer)
            .toList();
    assertThat(sizes).containsExactly(1, 0);
  }
}
