package dev.iacguard.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule's page, taken apart.
 *
 * @param matter the front matter's entries that have a value on their own line
 * @param sections headings without number signs, in order
 * @param examples every fenced example
 */
record RulePage(Map<String, String> matter, List<String> sections, List<Example> examples) {

  /**
   * @param section the heading it stands under: {@code Bad} or {@code Good}
   * @param language {@code hcl} or {@code yaml}
   */
  record Example(String rule, String section, String language, String code) {
    @Override
    public String toString() {
      return rule + " " + section + " " + language;
    }
  }

  static RulePage parse(String page) {
    Map<String, String> matter = new LinkedHashMap<>();
    List<String> sections = new ArrayList<>();
    List<Example> examples = new ArrayList<>();
    boolean inMatter = false;
    String language = "";
    StringBuilder code = new StringBuilder();
    for (String line : page.lines().toList()) {
      if (!language.isEmpty()) {
        if (line.equals("```")) {
          String section = sections.get(sections.size() - 1);
          examples.add(
              new Example(matter.getOrDefault("id", ""), section, language, code.toString()));
          language = "";
          code.setLength(0);
        } else {
          code.append(line).append('\n');
        }
      } else if (line.equals("---")) {
        inMatter = matter.isEmpty();
      } else if (inMatter && line.contains(": ") && !line.startsWith(" ")) {
        int colon = line.indexOf(": ");
        matter.put(line.substring(0, colon), line.substring(colon + 2));
      } else if (line.startsWith("## ")) {
        sections.add(line.substring("## ".length()));
      } else if (line.startsWith("```")) {
        language = line.substring("```".length());
      }
    }
    return new RulePage(matter, sections, examples);
  }
}
