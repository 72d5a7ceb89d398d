package dev.iacguard.core.plan;

import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.ReadType;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds plans and states by the content of files. */
public final class PlanLoader {
  private static final Set<String> ENDINGS = Set.of("json", "tfstate", "tfplan", "plan");

  private PlanLoader() {}

  /**
   * Looks at the first bytes only; a file is read when its stack is loaded.
   *
   * @param types that rules read; resources of other types are passed over
   */
  public static Discovery discover(
      SourceTree tree, Selection selection, Inputs inputs, List<ReadType> types) {
    ResourceFilter resourceFilter = new ResourceFilter(types);
    Set<String> named = new HashSet<>(selection.named());
    List<StackSource> stacks = new ArrayList<>();
    Set<String> files = new TreeSet<>();
    List<Problem> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    States states = new States(types);
    for (String path : selection.files()) {
      if (!named.contains(path) && !mayBePlan(path)) {
        continue;
      }
      FileKind kind = Sniff.of(tree.head(path, Sniff.HEAD));
      switch (kind) {
        case SHOWN, STATE -> {
          files.add(path);
          PlanSource source = new PlanSource(tree, path, kind, inputs, resourceFilter, states);
          stacks.add(source);
          if (tree.reopens(path)) {
            states.add(source);
          }
        }
        case SAVED_PLAN, MESSAGES -> {
          files.add(path);
          if (named.contains(path)) {
            SourceFile file = new SourceFile(tree.shown(path), "");
            problems.add(Problem.unreadable(file.all(), refusal(kind)));
          } else {
            notes.add(tree.shown(path) + " " + refusal(kind));
          }
        }
        case OTHER -> {}
      }
    }
    return new Discovery(List.copyOf(stacks), files, List.copyOf(problems), List.copyOf(notes));
  }

  /** Whether a file of that name is looked at to see if it is a plan or a state. */
  public static boolean mayBePlan(String path) {
    String name = Paths.name(path);
    int dot = name.lastIndexOf('.');
    return dot <= 0 || (ENDINGS.contains(name.substring(dot + 1)) && !name.endsWith(".tf.json"));
  }

  private static String refusal(FileKind kind) {
    return kind == FileKind.SAVED_PLAN
        ? "is a saved plan; 'terraform show -json FILE' makes the JSON of it that can be read"
        : "holds the messages of 'terraform plan -json', not a plan; 'terraform plan -out FILE' and"
            + " 'terraform show -json FILE' make one that can be read";
  }
}
