package dev.iacguard.rules.view.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which invalid JSON leaves one reading. */
class JsonRepairTest {
  private static final Origin HERE = Origin.at(new SourceFile("a", "a").span(0, 1));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":$context.requestId}             | {\"a\":\"$context.requestId\"}",
        "{\"a\":$context.requestId,\"s\":$context.status} | {\"a\":\"$context.requestId\",\"s\":$context.status}",
        "{\"a\":\"$context.status\",}           | {\"a\":\"$context.status\"}",
        "{\"a\":\"x\" \"b\":\"$context.status\"} | {\"a\":\"x\", \"b\":\"$context.status\"}",
        "{\"a\":\"$context.status\"             | {\"a\":\"$context.status\"}",
        "{\"a\":\"$context.status\"}}           | {\"a\":\"$context.status\"}",
        "{'a':'$context.status',}               | {\"a\":\"$context.status\"}",
        "{\"a\":$context.requestId \"b\":1,}    | {\"a\":\"$context.requestId\", \"b\":1}"
      })
  void correctsWhatLeavesOneReading(String broken, String repaired) {
    assertThat(repair(broken)).isEqualTo(repaired);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":\"$context.status\"}",
        "{\"a\":{\"b\":\"$context.status\",\"c\":1}",
        "{\"a\":[\"$context.status\",\"c\":1}",
        "{\"a\":$context.requestId-$context.status}",
        "{a:$context.status}",
        "{\"a\":\"it's $context.status}",
        "$context.requestId",
        "{'a':'it's $context.status'}"
      })
  void leavesWhatHasSeveralOrNone(String format) {
    assertThat(repair(format)).isEqualTo("-");
  }

  private static String repair(String format) {
    Value.Text repaired = new JsonLines(Value.Text.of(format, HERE)).repaired();
    return repaired == null ? "-" : String.valueOf(repaired.known());
  }
}
