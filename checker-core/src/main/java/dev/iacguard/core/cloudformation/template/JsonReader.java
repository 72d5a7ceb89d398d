package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.cloudformation.template.Node.Scalar;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.JsonReason;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON text into nodes. */
final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.NESTING + 1)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final SourceFile file;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Node> documents = new ArrayList<>();

  private JsonReader(SourceFile file) {
    this.file = file;
  }

  /** Never throws; stops at the first error. */
  static Parsed read(SourceFile file) {
    return new JsonReader(file).read();
  }

  private Parsed read() {
    TreeBuilder tree = new TreeBuilder(file, problems);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), file.text())) {
      JsonToken token = parser.nextToken();
      while (token != null && take(token, parser, tree)) {
        token = parser.nextToken();
      }
      Node root = tree.finish();
      if (root != null) {
        documents.add(root);
      }
    } catch (JacksonException e) {
      TokenStreamLocation location = e.getLocation();
      int at = location == null ? 0 : Math.max(0, (int) location.getCharOffset());
      problems.add(Problem.unreadable(file.span(at, at), "is not JSON: " + JsonReason.of(e)));
    }
    return new Parsed(List.copyOf(documents), List.copyOf(problems));
  }

  private boolean take(JsonToken token, JsonParser parser, TreeBuilder tree) {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    switch (token) {
      case START_OBJECT, START_ARRAY -> {
        return tree.open(token == JsonToken.START_OBJECT, start, null, null);
      }
      case END_OBJECT, END_ARRAY -> tree.close(start + 1);
      default -> {
        parser.finishToken();
        boolean name = token == JsonToken.PROPERTY_NAME;
        int end = name ? nameEnd(start) : (int) parser.currentLocation().getCharOffset();
        Span span = file.span(start, end);
        String text = parser.getString();
        tree.scalar(scalar(token, text, span), text, null, null);
      }
    }
    return !tree.isFull();
  }

  /** The parser is already behind the colon when it tells a name. */
  private int nameEnd(int start) {
    String text = file.text();
    int at = start + 1;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private static Scalar scalar(JsonToken token, String text, Span span) {
    return switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        var number = Numbers.parse(text);
        yield number == null
            ? Scalar.text(text, span)
            : new Scalar(Numbers.text(number), Scalar.Kind.NUMBER, span);
      }
      case VALUE_TRUE, VALUE_FALSE -> new Scalar(text, Scalar.Kind.BOOL, span);
      case VALUE_NULL -> new Scalar("", Scalar.Kind.NULL, span);
      default -> Scalar.text(text, span);
    };
  }
}
