package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.List;

/**
 * Unwraps the output of {@code aws cloudformation get-template}: a template under {@code
 * TemplateBody}, as an object or as a string. What is in a string has the place of the string.
 */
public final class TemplateBody {
  public static final String KEY = "TemplateBody";

  /** The key beside it, which can come first. */
  public static final String STAGES = "StagesAvailable";

  private TemplateBody() {}

  /** The template in the output; any other document as it is. */
  static Node unwrapped(Node document, List<Problem> problems) {
    if (!(document instanceof Node.Mapping root) || root.entry("Resources") != null) {
      return document;
    }
    return switch (root.get(KEY)) {
      case Node.Mapping body -> body;
      case Node.Scalar text -> parsed(text, problems);
      case null, default -> document;
    };
  }

  private static Node parsed(Node.Scalar text, List<Problem> problems) {
    Span at = text.span();
    Parsed parsed = TemplateReader.parse(new SourceFile(at.path(), text.text()));
    for (Problem problem : parsed.problems()) {
      problems.add(new Problem(problem.rule(), at, problem.message(), problem.several()));
    }
    return parsed.documents().isEmpty() ? text : moved(parsed.documents().get(0), at);
  }

  private static Node moved(Node node, Span at) {
    return switch (node) {
      case Node.Scalar scalar -> new Node.Scalar(scalar.text(), scalar.kind(), at);
      case Node.Sequence list ->
          new Node.Sequence(list.items().stream().map(item -> moved(item, at)).toList(), at);
      case Node.Mapping mapping ->
          new Node.Mapping(
              mapping.entries().stream()
                  .map(entry -> new Node.Entry(entry.key(), at, moved(entry.value(), at)))
                  .toList(),
              at);
      case Node.Unresolved lost -> new Node.Unresolved(lost.cause(), lost.what(), at);
    };
  }
}
