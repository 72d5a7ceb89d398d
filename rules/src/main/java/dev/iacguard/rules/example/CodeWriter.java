package dev.iacguard.rules.example;

import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.view.value.GeneratedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes code in one language, as its formatter leaves it; each text is a list of lines. */
abstract class CodeWriter {
  /** Terraform's identifiers; logical ids are shorter. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  /**
   * The writer for the file that declares a resource; null when the file is not written by hand, or
   * does not declare the resource by its name.
   */
  static @Nullable CodeWriter beside(Resource resource) {
    Span header = resource.header();
    String label = label(resource);
    return NAME.matcher(label).matches() && header.text().contains(label)
        ? at(header, resource)
        : null;
  }

  /** The writer for a value of a resource, which may be in another file; null as above. */
  static @Nullable CodeWriter at(Span place, Resource resource) {
    String path = place.path();
    if (GeneratedFile.is(path)) {
      return null;
    }
    if (resource.isOfTemplate()) {
      return place.file().startsWithBrace() ? new JsonWriter() : new YamlWriter();
    }
    boolean hcl = ConfigNames.isConfig(path) && !ConfigNames.isJson(path);
    return hcl && resource.type().startsWith("aws_") ? new HclWriter() : null;
  }

  /** The name that a resource is written with: {@code this} of {@code aws_x.this}. */
  static String label(Resource resource) {
    return resource.declaredAs().label();
  }

  abstract List<String> setting(String name, Code value);

  /** A value without its name; lines behind the first one are indented from the name. */
  abstract List<String> value(Code value);

  abstract List<String> resource(String type, String name, Map<String, Code> members);

  /** Resources behind one another. */
  List<String> together(List<List<String>> resources) {
    List<String> lines = new ArrayList<>();
    for (List<String> resource : resources) {
      if (!resource.isEmpty() && !lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(resource);
    }
    return lines;
  }

  static List<String> indented(List<String> lines) {
    return lines.stream().map(line -> "  " + line).toList();
  }
}
