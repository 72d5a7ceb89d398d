package dev.iacguard.core.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.source.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenValuesTest {
  private static final String KEY = "LogGroupName";

  @Test
  void findsNamesHoweverTheyAreWritten() {
    String text =
        """
        a:
          LogGroupName: /aws/apigw/one
          Other: 1
        b: {LogGroupName: /two, X: 1}
        c: {"LogGroupName" : "three", 'LogGroupName': 'no'}
        d:
          - LogGroupName: "7"   # seven
          - GetAtt: X.LogGroupName
        e: [!Ref LogGroupName, LogGroupNames]
        """;
    assertThat(WrittenValues.of(text, KEY))
        .containsExactlyInAnyOrder("/aws/apigw/one", "/two", "three", "no", "7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LogGroupName: !Ref Name",
        "LogGroupName: !Sub 'a-${B}'",
        "LogGroupName: \"a-${B}\"",
        "LogGroupName:\n  Ref: Name",
        "LogGroupName:\n  /a/name",
        "LogGroupName: /a/name\n  and-more",
        "LogGroupName: 0400",
        "LogGroupName: yes",
        "LogGroupName: ~",
        "LogGroupName: |\n  /a/name",
        "LogGroupName: {Ref: Name}",
        "LogGroupName: 'it''s'",
        "LogGroupName: \"a\\n\"",
        "LogGroupName: \"a\n  b\"",
        "{LogGroupName: /a/name\nb}",
        "? LogGroupName # why\n: /a/name",
        "a: &k LogGroupName\nb: {*k : /a/name}",
        "a: &k {X: 1}\nLogGroupName: /a/name",
        "LogGroupName: /a/name\n\"LogGroupNam\\u0065\": /b",
        "{\"body\": \"{\\\"LogGroupName\\\": \\\"x\\\"}\"}",
      })
  void leavesToTheParserWhatIsNotAPlainName(String text) {
    assertThat(WrittenValues.of(text, KEY)).isNull();
  }

  /** Pieces of YAML in any order: what the parser finds is found, or left to the parser. */
  @Test
  void missesNothingThatTheParserFinds() {
    List<String> pieces =
        List.of(
            "LogGroupName",
            "LogGroupName: ",
            "/a/name",
            "name-b",
            "\n",
            "\n  ",
            "\n    ",
            ": ",
            ":",
            ", ",
            "{",
            "}",
            "[",
            "]",
            "- ",
            "'",
            "\"",
            "# ",
            "!Ref ",
            "yes",
            "12",
            "X: ",
            "Y: 1",
            " ",
            "? ",
            "|\n",
            "\\");
    Random random = new Random(7);
    int compared = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = 2 + random.nextInt(9); left > 0; left--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      Set<String> written = WrittenValues.of(text.toString(), KEY);
      Set<String> parsed = new HashSet<>();
      for (Node document : YamlReader.read(new SourceFile("a.yaml", text.toString())).documents()) {
        collect(document, parsed);
      }
      if (written != null) {
        compared += parsed.isEmpty() ? 0 : 1;
        assertThat(written).as("values in %s", text).containsAll(parsed);
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  private static void collect(Node node, Set<String> values) {
    switch (node) {
      case Node.Mapping mapping -> {
        for (Node.Entry entry : mapping.entries()) {
          if (entry.key().equals(KEY)
              && entry.value() instanceof Node.Scalar scalar
              && scalar.kind() != Node.Scalar.Kind.NULL) {
            values.add(scalar.text());
          }
          collect(entry.value(), values);
        }
      }
      case Node.Sequence list -> list.items().forEach(item -> collect(item, values));
      case Node.Scalar scalar -> {}
      case Node.Unresolved unresolved -> {}
    }
  }
}
