package dev.iacguard.cli.merge;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names for the repositories of reports that name none: the path of the file below the folder that
 * all files are in, without its ending and without the word for what it is. {@code
 * reports/orders/check.json} and {@code reports/orders.stages.json} are both of {@code orders}.
 */
final class RepositoryNames {
  private static final Pattern ENDING =
      Pattern.compile("(?:(?:^|[/._-])(?:stages|check|report|iac-guard))?\\.json$");

  private RepositoryNames() {}

  /** By name of the file. */
  static Map<String, String> of(Collection<String> files) {
    String folder = commonFolder(files);
    Map<String, String> names = new HashMap<>();
    for (String file : files) {
      String below = ENDING.matcher(file.substring(folder.length())).replaceFirst("");
      String whole = ENDING.matcher(file).replaceFirst("");
      names.put(file, below.isEmpty() ? last(whole.isEmpty() ? file : whole) : below);
    }
    return names;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** With the slash behind it. */
  private static String commonFolder(Collection<String> files) {
    String common = null;
    for (String file : files) {
      String folder = file.substring(0, file.lastIndexOf('/') + 1);
      while (common != null && !folder.startsWith(common)) {
        common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
      }
      common = common == null ? folder : common;
    }
    return common == null ? "" : common;
  }
}
