package dev.iacguard.core.cloudformation.file;

import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises service files of the Serverless Framework of which stages are made. Their text is
 * searched, not evaluated: whether a function has an event of an API, or the service declares a
 * stage of its own.
 */
final class ServiceFiles {
  private static final Set<String> NAMES =
      Set.of(
          "serverless.yml", "serverless.yaml", "serverless.json", "serverless.ts", "serverless.js");

  private static final Pattern EVENTS =
      Pattern.compile(
          "(?m)(?:^[\\s-]*|[{,\\[]\\s*)[\"']?(http|httpApi|websocket)[\"']?\\s*:(?!//)");

  /** The name of the provider where it comes first in its section. */
  private static final Pattern PROVIDER =
      Pattern.compile(
          "(?m)\\bprovider[\"']?\\s*:[\\s{]*(?:[\"']?name[\"']?\\s*:\\s*)?[\"']?([A-Za-z]+)[\"']?"
              + "\\s*(?:[,}]|$)");

  private static final Pattern INCLUDED = Pattern.compile("\\$\\{file\\(([^)$]{1,200})\\)");
  private static final int MOST_INCLUDED = 100;

  private final SourceTree tree;
  private final String packaged;

  /**
   * @param packaged the name of the template that the framework writes
   */
  ServiceFiles(SourceTree tree, String packaged) {
    this.tree = tree;
    this.packaged = packaged;
  }

  /** True for a service of AWS with an API whose template is not in the tree. */
  boolean makesStages(String path) {
    if (!NAMES.contains(Paths.name(path)) || isPackaged(path)) {
      return false;
    }
    String text = text(path);
    return text != null
        && text.contains("provider")
        && isOfAws(text)
        && (EVENTS.matcher(text).find()
            || UnreadSources.STAGES.matcher(text).find()
            || isInIncluded(Paths.folder(path), text));
  }

  private static boolean isOfAws(String text) {
    Matcher provider = PROVIDER.matcher(text);
    return !provider.find() || provider.group(1).equals("aws");
  }

  private boolean isInIncluded(String folder, String text) {
    Matcher included = INCLUDED.matcher(text);
    for (int i = 0; i < MOST_INCLUDED && included.find(); i++) {
      String path = Paths.resolve(folder, included.group(1).strip());
      String found = path == null || !tree.isFile(path) ? null : text(path);
      if (found != null && EVENTS.matcher(found).find()) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String text(String path) {
    return tree.read(path) instanceof Content.Decoded decoded ? decoded.file().text() : null;
  }

  private boolean isPackaged(String path) {
    return tree.isFile(Paths.in(Paths.in(Paths.folder(path), ".serverless"), packaged));
  }
}
