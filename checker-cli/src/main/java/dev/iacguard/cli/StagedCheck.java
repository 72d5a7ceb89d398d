package dev.iacguard.cli;

import dev.iacguard.cli.git.GitProblem;
import dev.iacguard.cli.git.GitRepository;
import dev.iacguard.cli.git.Staged;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Impact;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.RulePack;
import dev.iacguard.core.source.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code --staged}: the next commit, as far as it makes a difference. */
final class StagedCheck {
  private StagedCheck() {}

  static CheckResult run(
      Request request, Map<String, String> environment, RulePack rules, Progress progress) {
    try (GitRepository repository = GitRepository.around(request.root(), environment)) {
      Staged staged = Staged.in(repository, request.root(), request.tree());
      SourceTree tree = staged.tree();
      Impact impact = Impact.of(tree, staged.before(), staged.changed(), request.inputs());
      Selection selection = impact.selection(tree, request.named());
      if (selection.files().isEmpty()) {
        return new CheckResult(List.of(), List.of(), List.of(), List.of(), 0);
      }
      Set<String> reached = impact.reached().stream().map(tree::shown).collect(Collectors.toSet());
      return new Checker(rules)
          .check(
              tree,
              selection,
              request.inputs(),
              new Checker.Part(reached::contains, List.of()),
              progress);
    } catch (GitProblem e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
