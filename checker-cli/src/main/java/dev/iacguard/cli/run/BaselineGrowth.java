package dev.iacguard.cli.run;

import dev.iacguard.cli.baseline.BaselineFile;
import dev.iacguard.cli.baseline.BaselineReader;
import dev.iacguard.cli.change.Weakening;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.git.Difference;
import dev.iacguard.core.engine.baseline.BaselineFinding;
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
    return SourceFile.startsWithBrace(new String(start, StandardCharsets.UTF_8));
  }

  private static void compare(
      String path, String old, SourceTree base, SourceTree tree, List<Weakening> grown) {
    if (!(tree.read(path) instanceof Content.Decoded decoded)) {
      return;
    }
    List<BaselineFinding> now = findings(decoded.file());
    if (now.isEmpty()) {
      return;
    }
    Map<String, Integer> before = new HashMap<>();
    if (base.isFile(old) && base.read(old) instanceof Content.Decoded earlier) {
      findings(earlier.file())
          .forEach(
              baselineFinding ->
                  before.put(baselineFinding.fingerprint(), weight(baselineFinding)));
    }
    List<BaselineFinding> added =
        now.stream()
            .filter(
                baselineFinding ->
                    weight(baselineFinding) > before.getOrDefault(baselineFinding.fingerprint(), 0))
            .toList();
    if (!added.isEmpty()) {
      grown.add(new Weakening(path, place(decoded.file(), added.get(0)), words(added)));
    }
  }

  private static String words(List<BaselineFinding> added) {
    BaselineFinding first = added.get(0);
    String more = added.size() == 1 ? "" : " and " + (added.size() - 1) + " more";
    return "baseline is extended: " + first.rule() + " for " + first.resource() + more;
  }

  private static Span place(SourceFile file, BaselineFinding baselineFinding) {
    int at = file.text().indexOf(baselineFinding.fingerprint());
    return at < 0 ? file.all() : file.span(at, at + baselineFinding.fingerprint().length());
  }

  /** None for what is no baseline, or one that nobody can use. */
  private static List<BaselineFinding> findings(SourceFile file) {
    if (!file.text().contains(MARK)) {
      return List.of();
    }
    try {
      return BaselineReader.read(file.path(), file.text());
    } catch (UsageException e) {
      return List.of();
    }
  }

  private static int weight(BaselineFinding baselineFinding) {
    return 1
        + BaselineFile.VERDICTS.size()
        - BaselineFile.VERDICTS.indexOf(baselineFinding.verdict());
  }
}
