package dev.iacguard.core.engine.impact;

import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Inputs.VariableSource;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the stacks that a change to some files can affect, without parsing: rather too many than
 * too few. A change reaches
 *
 * <ul>
 *   <li>from a configuration or variable file to its folder, and to the folders that call it;
 *   <li>from a file of Terragrunt or of Terraform Stacks to all folders of configurations;
 *   <li>from any other file to the configurations in the folders above it, to those that name it or
 *       its folder, and to the templates that name it;
 *   <li>from settings of stacks ({@code samconfig}, {@code manifest.json} of the CDK, those of the
 *       Serverless Framework) to the templates in their folder and directly below;
 *   <li>from a part of a template to the other parts, in the folder that has all of them;
 *   <li>from a template to those that name it, to those that it begins or ceases to name, and, when
 *       it exports values, to all that import any.
 * </ul>
 *
 * <p>Not reached is a file that is read under a computed name from a folder whose name is computed
 * too.
 */
public final class Impact {
  private final Inputs inputs;
  private final Set<String> folders;
  private final Set<String> files;
  private final Set<String> helpers;
  private final Set<String> deployments;

  /**
   * @param deployments the files that deploy modules, now or before: they say how often, and with
   *     which values
   */
  Impact(
      Inputs inputs,
      Set<String> folders,
      Set<String> files,
      Set<String> helpers,
      Set<String> deployments) {
    this.inputs = inputs;
    this.folders = folders;
    this.files = files;
    this.helpers = helpers;
    this.deployments = deployments;
  }

  /**
   * @param tree holds the files as they are now
   * @param before holds the changed files as they were
   * @param changed paths of files that were added, changed or removed
   * @param inputs what stacks are given from outside; a change to that reaches all of them
   */
  public static Impact of(
      SourceTree tree, SourceTree before, Collection<String> changed, Inputs inputs) {
    List<String> relevant = changed.stream().filter(path -> !IrrelevantFiles.has(path)).toList();
    if (relevant.isEmpty()) {
      return new Impact(inputs, Set.of(), Set.of(), Set.of(), Set.of());
    }
    ChangePropagation changePropagation = new ChangePropagation(tree, relevant);
    if (isGiven(relevant, inputs)) {
      changePropagation.all();
    } else {
      changePropagation.from(relevant, before);
    }
    return new Impact(
        inputs,
        changePropagation.folders(),
        changePropagation.files(),
        changePropagation.helpers(),
        changePropagation.deployments());
  }

  static boolean isGiven(Collection<String> changed, Inputs inputs) {
    Set<String> given = new HashSet<>(inputs.parameterFiles());
    inputs.variants().forEach(variant -> given.addAll(variant.files()));
    for (VariableSource variable : inputs.variables()) {
      if (variable instanceof VariableSource.VarFile file) {
        given.add(file.path());
      }
    }
    return changed.stream().anyMatch(given::contains);
  }

  /** The folders of configurations, and the files, that are reached. */
  public Set<String> reached() {
    Set<String> reached = new HashSet<>(folders);
    reached.addAll(files);
    return reached;
  }

  /**
   * The stacks that are reached.
   *
   * @param end the tree that they are in: the one now, or the one before
   * @param known as {@link Checker.Part} has it
   */
  public Checker.Part part(SourceTree end, List<StackReport> known) {
    Set<String> shown = reached().stream().map(end::shown).collect(Collectors.toSet());
    return new Checker.Part(shown::contains, known);
  }

  /**
   * What to look at to judge the stacks that are reached, and files that those need to be judged.
   *
   * @param end the tree to select from: the one now, or the one before
   */
  public Selection selection(SourceTree end, List<String> named) {
    Set<String> selected = new TreeSet<>();
    for (String folder : folders) {
      for (String name : end.files(folder)) {
        if (ConfigNames.isConfig(name)) {
          selected.add(Paths.in(folder, name));
        }
      }
    }
    if (!selected.isEmpty()) {
      deployments.stream().filter(end::isFile).forEach(selected::add);
    }
    files.stream().filter(end::isFile).forEach(selected::add);
    selected.removeIf(path -> named.stream().noneMatch(above -> isBelow(path, above)));
    if (!selected.isEmpty() && !inputs.variants().isEmpty()) {
      // Which stack a variant is meant for depends on where all the others are.
      return new Selection(named, end.walk(""));
    }
    if (!selected.isEmpty()) {
      helpers.stream().filter(end::isFile).forEach(selected::add);
    }
    return new Selection(named, List.copyOf(selected));
  }

  private static boolean isBelow(String path, String above) {
    return above.isEmpty() || path.equals(above) || path.startsWith(above + "/");
  }
}
