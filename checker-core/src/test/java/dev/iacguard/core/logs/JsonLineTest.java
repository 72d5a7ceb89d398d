package dev.iacguard.core.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Compares the reader of lines with a reader of JSON. */
class JsonLineTest {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String[] PIECES = {
    "{",
    "}",
    "\"a\"",
    "\"b\\\"c\"",
    ":",
    ",",
    "1",
    "-2.5e3",
    "true",
    "null",
    "[1,{\"x\":\"]\"}]",
    "{}",
    " "
  };

  @Test
  void everyObjectThatIsJsonIsReadTheSame() {
    Random random = new Random(11);
    int valid = 0;
    for (int i = 0; i < 200_000; i++) {
      String line = i % 4 == 0 ? noise(random) : object(random);
      List<String> expected = members(line);
      if (expected.isEmpty()) {
        continue;
      }
      valid++;
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      FieldTable fields = new FieldTable(Map.of());
      ParsedLine parsed = new ParsedLine();

      boolean read = new JsonLine(fields).read(bytes, 0, bytes.length, parsed);

      assertThat(read).as(line).isTrue();
      List<String> found = new ArrayList<>();
      for (int f = 0; f < parsed.count; f++) {
        found.add(fields.name(parsed.field[f]));
      }
      assertThat(found).as(line).isEqualTo(expected);
    }
    assertThat(valid).isGreaterThan(100_000);
  }

  private static String object(Random random) {
    StringBuilder line = new StringBuilder("{");
    int members = 1 + random.nextInt(4);
    for (int i = 0; i < members; i++) {
      line.append(i == 0 ? "" : ",").append(random.nextInt(5) == 0 ? " " : "");
      line.append("\"m").append(i).append("\":");
      line.append(PIECES[List.of(2, 3, 6, 7, 8, 9, 10, 11).get(random.nextInt(8))]);
    }
    return line.append("}").toString();
  }

  private static String noise(Random random) {
    StringBuilder line = new StringBuilder("{");
    for (int i = random.nextInt(9); i >= 0; i--) {
      line.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return line.toString();
  }

  /** The raw names of the members; empty when it is not one object that has some. */
  private static List<String> members(String line) {
    List<String> names = new ArrayList<>();
    try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return List.of();
      }
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        names.add(in.currentName().replace("\"", "\\\""));
        in.nextToken();
        in.skipChildren();
      }
      return in.nextToken() == null ? names : List.of();
    } catch (JacksonException e) {
      return List.of();
    }
  }
}
