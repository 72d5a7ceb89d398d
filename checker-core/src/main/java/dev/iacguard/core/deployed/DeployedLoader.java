package dev.iacguard.core.deployed;

import dev.iacguard.core.model.Deployed;
import dev.iacguard.core.model.DeployedAccount;
import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds exports of what is deployed by the content of files. */
public final class DeployedLoader {
  private DeployedLoader() {}

  /** A stack for each account and Region that the files of the selection say something of. */
  public static Discovery discover(SourceTree tree, Selection selection, Inputs inputs) {
    Set<String> files = files(tree, selection);
    if (files.isEmpty()) {
      return new Discovery(List.of(), Set.of(), List.of());
    }
    Exports exports = read(tree, files);
    List<StackSource> stacks = new ArrayList<>();
    stacks(exports).forEach(stack -> stacks.add(new Source(stack)));
    return new Discovery(stacks, files, exports.problems());
  }

  private static Set<String> files(SourceTree tree, Selection selection) {
    Set<String> named = new HashSet<>(selection.named());
    Set<String> files = new TreeSet<>();
    for (String path : selection.files()) {
      if ((named.contains(path) || ExportSniff.hasRightName(path))
          && ExportSniff.isExport(tree, path)) {
        files.add(path);
      }
    }
    return files;
  }

  /** Reads all exports among the files of a selection; null when there are none. */
  public static @Nullable Deployed known(SourceTree tree, Selection selection) {
    Set<String> files = files(tree, selection);
    if (files.isEmpty()) {
      return null;
    }
    Exports exports = read(tree, files);
    List<DeployedAccount> accounts = new ArrayList<>();
    for (DeployedStack stack : stacks(exports)) {
      ExportPlace place = stack.place();
      accounts.add(new DeployedAccount(place.account(), place.region(), stack));
    }
    return new Deployed(List.copyOf(accounts), exports.problems());
  }

  private static Exports read(SourceTree tree, Set<String> files) {
    Exports exports = new Exports();
    for (String path : files) {
      String shown = tree.shown(path);
      try (InputStream in = tree.open(path)) {
        if (in != null) {
          ExportReader.read(in, shown, exports);
          continue;
        }
      } catch (IOException e) {
        // Said below.
      }
      exports.problem(Problem.unreadable(new SourceFile(shown, "").all(), "cannot be read"));
    }
    return exports;
  }

  private static List<DeployedStack> stacks(Exports exports) {
    exports.joinIam();
    exports.places().values().removeIf(AccountExport::isEmpty);
    Map<String, Integer> uses = new TreeMap<>();
    exports.places().values().forEach(export -> uses.merge(base(export), 1, Integer::sum));
    List<DeployedStack> stacks = new ArrayList<>();
    exports
        .places()
        .forEach(
            (place, export) -> {
              String base = base(export);
              boolean shared = uses.getOrDefault(base, 0) > 1;
              String name = shared ? base + " (" + place + ")" : base;
              stacks.add(new DeployedStack(name, place, export));
            });
    return stacks;
  }

  /** The file that an account and Region are known from, or the folder that holds all of them. */
  private static String base(AccountExport export) {
    String common = "";
    for (String file : export.files) {
      common = common.isEmpty() ? file : shared(common, file);
    }
    return common;
  }

  private static String shared(String one, String file) {
    String folder = one;
    while (!folder.isEmpty() && !file.equals(folder) && !file.startsWith(folder + "/")) {
      folder = Paths.folder(folder);
    }
    return folder.isEmpty() ? "." : folder;
  }

  private record Source(Stack stack) implements StackSource {
    @Override
    public String name() {
      return stack.name();
    }

    @Override
    public Stack load(WorkBudget work) {
      return stack;
    }
  }
}
