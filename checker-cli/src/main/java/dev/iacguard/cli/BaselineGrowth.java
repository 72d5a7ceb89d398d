package dev.iacguard.cli;

import dev.iacguard.cli.change.Weakening;
import dev.iacguard.cli.git.Difference;
import dev.iacguard.core.engine.Known;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds baselines in the repository that accept more than before. */
final class BaselineGrowth {
  /** Where a baseline shows that it is one. */
  private static final String MARK = "\"fingerprint\"";

  private static final int LONGEST_START = 256;

  private BaselineGrowth() {}

  static List<Weakening> since(Difference since, SourceTree tree) {
    Map<String, String> old = new HashMap<>();
    since.renamed().forEach((before, now) -> old.put(now, before));
    List<Weakening> grown = new ArrayList<>();
    for (String path : new TreeSet<>(since.changed())) {
      if (tree.isFile(path) && isObject(tree.head(path, LONGEST_START))) {
        compare(path, old.getOrDefault(path, path), since.base(), tree, grown);
      }
    }
    return grown;
  }

  /** Whatever its name is. */
  private static boolean isObject(byte[] start) {
    return new String(start, StandardCharsets.UTF_8).stripLeading().startsWith("{");
  }

  private static void compare(
      String path, String old, SourceTree base, SourceTree tree, List<Weakening> grown) {
    if (!(tree.read(path) instanceof Content.Decoded decoded)) {
      return;
    }
    List<Known> now = findings(decoded.file());
    if (now.isEmpty()) {
      return;
    }
    Map<String, Integer> before = new HashMap<>();
    if (base.isFile(old) && base.read(old) instanceof Content.Decoded earlier) {
      findings(earlier.file()).forEach(known -> before.put(known.fingerprint(), weight(known)));
    }
    List<Known> added =
        now.stream()
            .filter(known -> weight(known) > before.getOrDefault(known.fingerprint(), 0))
            .toList();
    if (!added.isEmpty()) {
      grown.add(new Weakening(path, place(decoded.file(), added.get(0)), words(added)));
    }
  }

  private static String words(List<Known> added) {
    Known first = added.get(0);
    String more = added.size() == 1 ? "" : " and " + (added.size() - 1) + " more";
    return "baseline is extended: " + first.rule() + " for " + first.resource() + more;
  }

  private static Span place(SourceFile file, Known known) {
    int at = file.text().indexOf(known.fingerprint());
    return at < 0 ? file.all() : file.span(at, at + known.fingerprint().length());
  }

  /** None for what is no baseline, or one that nobody can use. */
  private static List<Known> findings(SourceFile file) {
    if (!file.text().contains(MARK)) {
      return List.of();
    }
    try {
      return BaselineReader.read(file.path(), file.text());
    } catch (UsageException e) {
      return List.of();
    }
  }

  private static int weight(Known known) {
    return 1 + BaselineFile.VERDICTS.size() - BaselineFile.VERDICTS.indexOf(known.verdict());
  }
}
