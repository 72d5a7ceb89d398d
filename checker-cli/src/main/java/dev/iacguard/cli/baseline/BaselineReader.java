package dev.iacguard.cli.baseline;

import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.core.engine.baseline.BaselineFinding;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a baseline strictly: unknown keys are refused. */
public final class BaselineReader {
  private static final List<String> KEYS = List.of("schemaVersion", "findings");
  private static final List<String> FIELDS =
      List.of("stack", "rule", "resource", "verdict", "fingerprint");

  private final String name;
  private final JsonParser in;

  private BaselineReader(String name, JsonParser in) {
    this.name = name;
    this.in = in;
  }

  /**
   * @param name how messages name the file
   * @throws UsageException with line and column
   */
  public static List<BaselineFinding> read(String name, String text) {
    try (JsonParser in = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      return new BaselineReader(name, in).document();
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw new UsageException(
          name + (at == null ? "" : place(at)) + ": is not JSON: " + firstLine(e));
    }
  }

  /** Before the first token the parser is in column 0. */
  private static String place(TokenStreamLocation at) {
    return ":" + at.getLineNr() + ":" + Math.max(1, at.getColumnNr());
  }

  private static String firstLine(JacksonException e) {
    String line = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    int place = line.indexOf(" (start marker");
    return place < 0 ? line : line.substring(0, place);
  }

  private List<BaselineFinding> document() {
    List<BaselineFinding> findings = new ArrayList<>();
    boolean versioned = false;
    expect(in.nextToken(), JsonToken.START_OBJECT, "a baseline, which is an object");
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      switch (in.currentName()) {
        case "schemaVersion" -> {
          if (in.nextToken() != JsonToken.VALUE_NUMBER_INT
              || !in.getString().equals(String.valueOf(BaselineFile.SCHEMA_VERSION))) {
            throw wrong("schemaVersion " + BaselineFile.SCHEMA_VERSION + " is expected");
          }
          versioned = true;
        }
        case "findings" -> {
          expect(in.nextToken(), JsonToken.START_ARRAY, "a list of findings");
          while (in.nextToken() != JsonToken.END_ARRAY) {
            findings.add(finding());
          }
        }
        default -> throw unknown(in.currentName(), KEYS);
      }
    }
    if (!versioned) {
      throw wrong("schemaVersion is missing");
    }
    if (in.nextToken() != null) {
      throw wrong("there is more text after the baseline");
    }
    return List.copyOf(findings);
  }

  private BaselineFinding finding() {
    expect(in.currentToken(), JsonToken.START_OBJECT, "a finding, which is an object");
    Map<String, String> fields = new TreeMap<>();
    Verdict.Kind verdict = Verdict.Kind.FAIL;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = in.currentName();
      if (!FIELDS.contains(field)) {
        throw unknown(field, FIELDS);
      }
      expect(in.nextToken(), JsonToken.VALUE_STRING, "a string");
      if (field.equals("verdict")) {
        verdict = verdict(in.getString());
      }
      fields.put(field, in.getString());
    }
    for (String field : FIELDS) {
      if (!fields.containsKey(field)) {
        throw wrong(field + " is missing in this finding");
      }
    }
    return new BaselineFinding(
        fields.getOrDefault("rule", ""),
        inTree(fields.getOrDefault("stack", "")),
        inTree(fields.getOrDefault("resource", "")),
        verdict,
        fields.getOrDefault("fingerprint", ""));
  }

  private static String inTree(String path) {
    return path.equals(BaselineFile.ROOT) ? "" : path;
  }

  private Verdict.Kind verdict(String label) {
    for (Verdict.Kind kind : BaselineFile.VERDICTS) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    throw wrong("'" + label + "' is not a verdict; expected fail, conditional or unknown");
  }

  private void expect(JsonToken token, JsonToken expected, String what) {
    if (token != expected) {
      throw wrong(what + " is expected");
    }
  }

  private UsageException unknown(String key, List<String> known) {
    return wrong("unknown key '" + key + "'" + Nearest.hint(key, known));
  }

  private UsageException wrong(String message) {
    return new UsageException(name + place(in.currentTokenLocation()) + ": " + message);
  }
}
