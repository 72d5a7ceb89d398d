package dev.iacguard.cli.fuzz;

import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.hcl.SyntaxError;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Position;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.List;

/** Requires that whatever is reported has a place in the text it is reported of. */
final class Places {
  private Places() {}

  static void require(Span at, String message) {
    int length = at.file().text().length();
    boolean inside = 0 <= at.start() && at.start() <= at.end() && at.end() <= length;
    Position from = at.from();
    if (!inside || from.line() < 1 || from.column() < 1 || message.isBlank()) {
      throw new AssertionError(
          "'%s' at %d to %d of %d, %s".formatted(message, at.start(), at.end(), length, from));
    }
  }

  /** As text, for comparing two runs. */
  static List<String> ofProblems(List<Problem> problems) {
    problems.forEach(problem -> require(problem.at(), problem.message()));
    return problems.stream()
        .map(problem -> problem.rule() + " " + shown(problem.at()) + " " + problem.message())
        .toList();
  }

  /** As text, for comparing two runs. */
  static List<String> ofErrors(List<ConfigError> errors) {
    errors.forEach(error -> require(error.at(), error.message()));
    return errors.stream().map(error -> shown(error.at()) + " " + error.message()).toList();
  }

  static List<SyntaxError> ofSyntax(SourceFile file, List<SyntaxError> errors) {
    errors.forEach(error -> require(file.span(error.start(), error.end()), error.message()));
    return errors;
  }

  static String shown(Span at) {
    return at.path() + ":" + at.from() + "-" + at.to();
  }
}
