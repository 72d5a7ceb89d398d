package dev.iacguard.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule's page split into its sections.
 *
 * @param isBuiltIn whether it has front matter, as those of the program have
 * @param text the Markdown without front matter and heading
 * @param finds the first paragraph of the section that says what the rule finds, as one line
 * @param controls the requirements of standards that the rule covers
 * @param link where the provider documents the subject; empty when the page names nothing
 * @param options the keys of a policy that the rule goes by
 */
public record RulePage(
    boolean isBuiltIn,
    String text,
    String finds,
    List<String> controls,
    String link,
    List<String> options) {
  private static final String FENCE = "---\n";
  private static final String FINDS = "## What it finds\n";

  public static RulePage of(String page) {
    int end = page.startsWith(FENCE) ? page.indexOf("\n" + FENCE, FENCE.length()) : -1;
    String body = end < 0 ? page : page.substring(end + 1 + FENCE.length());
    String text = body.stripLeading();
    if (text.startsWith("# ")) {
      text = text.substring(text.indexOf('\n') + 1).stripLeading();
    }
    String matter = end < 0 ? "" : page.substring(0, end);
    List<String> links = list("documentation", matter);
    return new RulePage(
        end >= 0,
        text,
        finds(text),
        list("controls", matter),
        links.isEmpty() ? "" : links.get(0),
        list("options", matter));
  }

  /** Short words for filters: each requirement by its standard and first number. */
  public List<String> tags() {
    List<String> tags = new ArrayList<>();
    tags.add("security");
    for (String control : controls) {
      String tag = control.split(",| \\(")[0];
      if (!tags.contains(tag)) {
        tags.add(tag);
      }
    }
    return tags;
  }

  private static String finds(String text) {
    int start = text.indexOf(FINDS);
    if (start < 0) {
      return "";
    }
    String section = text.substring(start + FINDS.length()).strip();
    int end = section.indexOf("\n\n");
    return (end < 0 ? section : section.substring(0, end)).replace('\n', ' ');
  }

  /** The list that stands under a key of the front matter. */
  private static List<String> list(String key, String frontMatter) {
    List<String> items = new ArrayList<>();
    boolean listed = false;
    for (String line : frontMatter.split("\n")) {
      if (listed && line.startsWith("  - ")) {
        items.add(line.substring("  - ".length()).strip());
      } else {
        listed = line.equals(key + ":");
      }
    }
    return items;
  }
}
