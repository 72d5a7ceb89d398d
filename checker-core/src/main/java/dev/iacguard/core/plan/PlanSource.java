package dev.iacguard.core.plan;

import dev.iacguard.core.json.JsonCursor;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan or state that was found but not loaded yet. */
final class PlanSource implements StackSource {
  private final SourceTree tree;
  private final String path;
  private final FileKind kind;
  private final Inputs inputs;
  private final ResourceFilter resourceFilter;
  private final States states;

  /**
   * @param states those that are looked at together with this file
   */
  PlanSource(
      SourceTree tree,
      String path,
      FileKind kind,
      Inputs inputs,
      ResourceFilter resourceFilter,
      States states) {
    this.tree = tree;
    this.path = path;
    this.kind = kind;
    this.inputs = inputs;
    this.resourceFilter = resourceFilter;
    this.states = states;
  }

  @Override
  public String name() {
    return tree.shown(path);
  }

  @Override
  public Stack load(WorkBudget work) {
    PlanFile file = read(new ArrayList<>());
    List<CrossStateResource> crossStateResources =
        file.language() == Language.TERRAFORM_STATE ? states.missingIn(file) : List.of();
    return new PlanStack(
        name(),
        file,
        code(file),
        inputs.plans().changedOnly(),
        this::document,
        crossStateResources,
        resourceFilter);
  }

  /** A resource of this state for another one. */
  CrossStateResource lend(PlannedResource plannedResource) {
    return new CrossStateResource(name(), plannedResource, this::document);
  }

  private @Nullable Code code(PlanFile file) {
    if (file.language() == Language.TERRAFORM_STATE) {
      return null;
    }
    CodeFinder finder = new CodeFinder(tree, file);
    String named = inputs.plans().source();
    return named == null ? finder.above(Paths.folder(path)) : finder.named(named);
  }

  /** Reads the file. */
  PlanFile read(List<Problem> problems) {
    try (InputStream in = tree.open(path)) {
      if (in != null) {
        JsonCursor json = new JsonCursor(in, name(), tree.reopens(path), problems::add);
        return kind == FileKind.STATE
            ? StateReader.read(json, resourceFilter, problems)
            : ShowReader.read(json, resourceFilter, problems);
      }
    } catch (IOException e) {
      // Nothing is lost when a file that was read cannot be closed.
    }
    problems.add(Problem.unreadable(new SourceFile(name(), "").all(), "cannot be read"));
    return new PlanFile(Language.TERRAFORM_STATE, List.of(), null, Map.of(), Map.of(), problems);
  }

  private @Nullable String document(long offset) {
    try (InputStream in = tree.open(path)) {
      return in == null ? null : JsonCursor.textAt(in, offset);
    } catch (IOException e) {
      return null;
    }
  }
}
