package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.file.BuildOutputs;
import dev.iacguard.core.cloudformation.file.TemplateFinder;
import dev.iacguard.core.cloudformation.file.TemplateFinder.Found;
import dev.iacguard.core.cloudformation.file.TemplateParts;
import dev.iacguard.core.cloudformation.file.UnreadSources;
import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds CloudFormation stacks. */
public final class CloudFormationLoader {
  private CloudFormationLoader() {}

  /** Whether a file of that name is looked at to see if it is a template. */
  public static boolean mayBeTemplate(String path) {
    return TemplateFinder.hasRightName(path);
  }

  /**
   * Whether a file may say how templates in its folder, or in the folders directly below, are
   * deployed.
   */
  public static boolean mayBeSettings(String path) {
    return StackSettings.mayBeIn(path);
  }

  /**
   * Finds the files that are parts of one template.
   *
   * @param paths of all files
   * @return from files that change to those that may be parts of one template with them
   */
  public static Function<Collection<String>, Set<String>> joined(
      SourceTree tree, List<String> paths) {
    List<TemplateParts.Joined> all = TemplateParts.among(tree, paths);
    return changed -> {
      Set<String> members = new TreeSet<>();
      for (TemplateParts.Joined joined : all) {
        if (changed.stream()
            .filter(CloudFormationLoader::mayBeTemplate)
            .anyMatch(joined::isAround)) {
          members.addAll(joined.members());
        }
      }
      return members;
    };
  }

  /** Tells templates by what is in them. Templates are read when their stack is loaded. */
  public static Discovery discover(SourceTree tree, Selection selection, Inputs inputs) {
    List<Problem> problems = new ArrayList<>();
    TemplateFinder finder = new TemplateFinder(tree, selection);
    Map<String, Found> found = finder.find(selection.files());
    problems.addAll(
        new UnreadSources(tree, BuildOutputs.SERVERLESS_TEMPLATE)
            .problems(selection.files(), finder.sources()));
    Project project =
        new Project(
            tree,
            found,
            Set.copyOf(selection.named()),
            new DeploymentInputs(
                GivenParameters.of(tree, inputs, problems::add), inputs.deployed().accounts()),
            inputs.workFactor());
    List<StackSource> roots = project.roots();
    problems.addAll(project.problems());
    return new Discovery(roots, Set.copyOf(found.keySet()), List.copyOf(problems), project.notes());
  }
}
