package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.List;

/** Reads a template, YAML or JSON. */
public final class TemplateReader {
  private TemplateReader() {}

  /** Never throws; what is wrong is among the template's problems. */
  public static Template read(SourceTree tree, String path) {
    return switch (tree.read(path)) {
      case Content.Decoded decoded ->
          decoded.file().derive(Template.class, () -> read(path, decoded));
      case Content.Failed failed -> {
        Problem problem =
            failed.limit()
                ? Problem.limit(failed.file().all(), failed.reason())
                : Problem.unreadable(failed.file().all(), failed.reason());
        yield new Template(
            path, failed.file(), Node.Mapping.empty(failed.file().all()), List.of(problem));
      }
    };
  }

  private static Template read(String path, Content.Decoded decoded) {
    SourceFile file = decoded.file();
    if (file.text().length() > Limits.TEMPLATE) {
      Problem problem =
          Problem.limit(
              file.span(0, 0),
              "has "
                  + (file.text().length() >> 20)
                  + " MiB; a template has at most "
                  + (Limits.TEMPLATE >> 20)
                  + " MiB");
      return new Template(path, file, Node.Mapping.empty(file.span(0, 0)), List.of(problem));
    }
    Parsed parsed = parse(file);
    List<Problem> problems = new ArrayList<>();
    if (decoded.encoding() == Content.Encoding.UTF_16) {
      problems.add(
          Problem.unreadable(
              file.span(0, 0), "is UTF-16, which CloudFormation rejects; save it as UTF-8"));
    }
    List<Node> documents = parsed.documents();
    if (documents.size() > 1) {
      problems.add(
          Problem.unreadable(
              documents.get(1).span(),
              "a second document starts here; CloudFormation reads one document"));
    }
    problems.addAll(parsed.problems());
    Node.Mapping root = Node.Mapping.empty(file.span(0, 0));
    for (Node written : documents) {
      Node document = TemplateBody.unwrapped(written, problems);
      if (document instanceof Node.Mapping mapping && Template.isTemplate(mapping)) {
        root = mapping;
        if (documents.size() == 1 && mapping == written) {
          file.lend(mapping);
        }
        break;
      }
    }
    return new Template(path, file, root, List.copyOf(problems));
  }

  /** What starts like JSON may be YAML in flow style all the same. */
  public static Parsed parse(SourceFile file) {
    if (!file.startsWithBrace()) {
      return YamlReader.read(file);
    }
    Parsed json = JsonReader.read(file);
    if (!json.documents().isEmpty() || file.name().endsWith(".json")) {
      return json;
    }
    Parsed yaml = YamlReader.read(file);
    return yaml.documents().isEmpty() ? json : yaml;
  }
}
