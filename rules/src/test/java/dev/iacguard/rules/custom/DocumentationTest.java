package dev.iacguard.rules.custom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentationTest {

  @Test
  void everyFieldIsDocumentedAsItIs() throws IOException {
    String page =
        Files.readString(Path.of(System.getProperty("iacguard.root"), "docs/custom-rules.md"));

    for (Shape shape : Shapes.ALL) {
      StringBuilder table =
          new StringBuilder("### " + shape.name() + "\n\n| field | type | |\n|---|---|---|\n");
      shape
          .fields()
          .forEach(
              (name, field) ->
                  table.append(
                      "| `"
                          + name
                          + "` | "
                          + words(field.type())
                          + " | "
                          + field.promise()
                          + " |\n"));
      assertThat(page).contains(table);
    }
  }

  private static String words(CelType type) {
    return switch (type.kind()) {
      case STRING -> "string";
      case INT -> "number";
      case MAP -> "map of strings";
      case LIST ->
          ((ListType) type).elemType().equals(SimpleType.STRING)
              ? "list of strings"
              : "list of " + ((ListType) type).elemType().name();
      case DYN -> "anything";
      default -> type.name();
    };
  }
}
