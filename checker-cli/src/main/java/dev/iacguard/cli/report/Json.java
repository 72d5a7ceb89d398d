package dev.iacguard.cli.report;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Position;
import dev.iacguard.core.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Writes the parts that the JSON reports share. Columns count UTF-16 code units from 1. */
public final class Json {
  private static final int SCHEMA_VERSION = 1;

  private final JsonGenerator generator;
  private final UnaryOperator<String> shown;
  private boolean marked;

  private Json(JsonGenerator generator, UnaryOperator<String> shown) {
    this.generator = generator;
    this.shown = shown;
  }

  /** Writes one report of our own shape: its head, then what {@code body} adds. */
  public static void document(Report report, Writer out, Consumer<Json> body) throws IOException {
    document(report.version(), out, body);
  }

  /**
   * The same for what is not the report of a run over code.
   *
   * @param version of this program
   */
  public static void document(String version, Writer out, Consumer<Json> body) throws IOException {
    object(
        out,
        json -> {
          json.number("schemaVersion", SCHEMA_VERSION);
          json.object("tool", tool -> tool.text("name", "iac-guard").text("version", version));
          body.accept(json);
        });
  }

  /** Writes one object. Texts are exact: what is not harmless as it is, is escaped. */
  public static void object(Writer out, Consumer<Json> members) throws IOException {
    object(out, UnaryOperator.identity(), members);
  }

  /** Writes one object whose texts people read, with signs for what is not harmless. */
  public static void shownObject(Writer out, Consumer<Json> members) throws IOException {
    object(out, Printable::paragraphs, members);
  }

  private static void object(Writer out, UnaryOperator<String> shown, Consumer<Json> members)
      throws IOException {
    write(
        out,
        shown,
        json -> {
          json.generator.writeStartObject();
          members.accept(json);
          json.generator.writeEndObject();
        });
  }

  /** Writes one array of objects whose texts people read. */
  static <T> void shownArray(Writer out, Iterable<T> elements, BiConsumer<Json, T> members)
      throws IOException {
    write(
        out,
        Printable::paragraphs,
        json -> {
          json.generator.writeStartArray();
          json.elements(elements, element -> members.accept(json, element));
          json.generator.writeEndArray();
        });
  }

  private static void write(Writer out, UnaryOperator<String> shown, Consumer<Json> body)
      throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(JsonEscapes.PLAIN)
            .build();
    try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      body.accept(new Json(generator, shown));
      generator.writeRaw('\n');
      generator.flush();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  public Json text(String name, @Nullable String value) {
    name(name);
    if (value == null) {
      generator.writeNull();
    } else {
      string(value);
    }
    return this;
  }

  /** A piece of code, exactly as it is. */
  public Json code(String name, String value) {
    name(name);
    escapeMarks(value);
    generator.writeString(value);
    return this;
  }

  private void name(String name) {
    escapeMarks(name);
    generator.writeName(name);
  }

  private void string(String value) {
    String text = shown.apply(value);
    escapeMarks(text);
    generator.writeString(text);
  }

  /** A text with a mark of a command is written with other escapes. */
  private void escapeMarks(String text) {
    if (marked != text.contains("##")) {
      marked = !marked;
      generator.setCharacterEscapes(marked ? JsonEscapes.MARKED : JsonEscapes.PLAIN);
    }
  }

  public Json number(String name, long value) {
    name(name);
    generator.writeNumber(value);
    return this;
  }

  public Json number(String name, double value) {
    name(name);
    generator.writeNumber(value);
    return this;
  }

  public Json numberOrNull(String name, @Nullable Long value) {
    return value == null ? nothing(name) : number(name, value.longValue());
  }

  public Json numberOrNull(String name, @Nullable Double value) {
    return value == null ? nothing(name) : number(name, value.doubleValue());
  }

  public Json nothing(String name) {
    name(name);
    generator.writeNull();
    return this;
  }

  public Json truth(String name, boolean value) {
    name(name);
    generator.writeBoolean(value);
    return this;
  }

  public Json object(String name, Consumer<Json> members) {
    name(name);
    generator.writeStartObject();
    members.accept(this);
    generator.writeEndObject();
    return this;
  }

  public Json texts(String name, List<String> values) {
    name(name);
    generator.writeStartArray();
    values.forEach(this::string);
    generator.writeEndArray();
    return this;
  }

  /** An array of objects. */
  public <T> Json objects(String name, Iterable<T> elements, Consumer<T> members) {
    name(name);
    generator.writeStartArray();
    elements(elements, members);
    generator.writeEndArray();
    return this;
  }

  private <T> void elements(Iterable<T> elements, Consumer<T> members) {
    for (T element : elements) {
      generator.writeStartObject();
      members.accept(element);
      generator.writeEndObject();
    }
  }

  public Json location(Span span) {
    Position from = span.from();
    Position to = span.to();
    return object(
        "location",
        location ->
            location
                .text("path", span.path())
                .number("line", from.line())
                .number("column", from.column())
                .number("endLine", to.line())
                .number("endColumn", to.column()));
  }

  public Json problems(List<Problem> problems) {
    return objects("problems", problems, this::problem);
  }

  /** The members of a problem. */
  Json problem(Problem problem) {
    return text("rule", problem.rule())
        .text("path", problem.at().path())
        .number("line", problem.at().from().line())
        .number("column", problem.at().from().column())
        .text("message", problem.message());
  }
}
