package dev.iacguard.rules;

import dev.iacguard.fixtures.DeployedFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule's page, taken apart.
 *
 * @param matter the front matter's entries that have a value on their own line
 * @param sections headings without number signs, in order
 * @param examples the fenced examples
 */
record RulePage(Map<String, String> matter, List<String> sections, List<Example> examples) {

  /**
   * The fences of one language in one section, with the exports of that section.
   *
   * @param section the heading it stands under: {@code Bad} or {@code Good}
   * @param language {@code hcl} or {@code yaml}
   * @param files the code by path; a fence names its path behind the language, or has none
   */
  record Example(String rule, String section, String language, Map<String, String> files) {
    @Override
    public String toString() {
      return rule + " " + section + " " + language;
    }
  }

  static RulePage parse(String page) {
    int end = page.indexOf("\n---\n", 3);
    Map<String, String> matter = new LinkedHashMap<>();
    for (String line : page.substring(0, end).lines().toList()) {
      int colon = line.indexOf(": ");
      if (colon > 0 && !line.startsWith(" ")) {
        matter.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    List<String> sections = new ArrayList<>();
    Map<String, Example> examples = new LinkedHashMap<>();
    Map<String, Map<String, String>> exports = new HashMap<>();
    List<String> lines = page.substring(end).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("## ")) {
        sections.add(line.substring("## ".length()));
      } else if (line.startsWith("```")) {
        int close = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
        String[] info = line.substring("```".length()).split(" ");
        String section = sections.get(sections.size() - 1);
        Example example =
            new Example(matter.getOrDefault("id", ""), section, info[0], new LinkedHashMap<>());
        String path = info.length > 1 ? info[1] : info[0].equals("hcl") ? "main.tf" : "main.yaml";
        boolean export = path.startsWith(DeployedFolder.NAME);
        Map<String, String> files =
            export
                ? exports.computeIfAbsent(section, key -> new LinkedHashMap<>())
                : examples.computeIfAbsent(example.toString(), key -> example).files();
        files.put(path, String.join("\n", lines.subList(i + 1, close)) + "\n");
        i = close;
      }
    }
    examples
        .values()
        .forEach(each -> each.files().putAll(exports.getOrDefault(each.section(), Map.of())));
    return new RulePage(matter, sections, List.copyOf(examples.values()));
  }
}
