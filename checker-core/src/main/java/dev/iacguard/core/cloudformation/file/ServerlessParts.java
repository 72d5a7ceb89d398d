package dev.iacguard.core.cloudformation.file;

import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of one template that {@code serverless.yml} joins with {@code ${file(...)}}: what one
 * part refers to can be in another.
 *
 * @param template a part with what the others declare
 * @param borrowed the logical ids that are those of others
 */
public record ServerlessParts(Template template, Set<String> borrowed) {
  private static final List<String> NAMES = List.of("serverless.yml", "serverless.yaml");
  private static final List<String> SECTIONS =
      List.of("Parameters", "Mappings", "Conditions", "Resources", "Outputs");
  private static final Pattern FILE = Pattern.compile("\\$\\{file\\(\\s*([^)]+?)\\s*\\)");

  /** A template with the other parts around it; as it is when it is no part. */
  public static ServerlessParts of(SourceTree tree, Template template) {
    Set<String> others = new LinkedHashSet<>();
    if (template.root().entry(Template.VERSION) == null) {
      others.addAll(siblings(tree, template.path()));
    }
    Template joined = template;
    Set<String> borrowed = new HashSet<>();
    for (String path : others) {
      Template other = TemplateReader.read(tree, path);
      for (Node.Entry entry : other.section("Resources").entries()) {
        if (joined.section("Resources").entry(entry.key()) == null) {
          borrowed.add(entry.key());
        }
      }
      joined = joined.withRoot(joined(joined.root(), other.root()));
    }
    return new ServerlessParts(joined, Set.copyOf(borrowed));
  }

  private static Node.Mapping joined(Node.Mapping own, Node.Mapping other) {
    Node.Mapping all = own;
    for (String section : SECTIONS) {
      Node.Mapping entries = all.mapping(section);
      for (Node.Entry entry : other.mapping(section).entries()) {
        entries = entries.entry(entry.key()) == null ? entries.with(entry) : entries;
      }
      Node.Entry added = other.entry(section);
      Node.Entry before = all.entry(section);
      Node.Entry place = before == null ? added : before;
      all = place == null ? all : all.with(place.withValue(entries));
    }
    return all;
  }

  /** The other files that the service file names, where it names this one. */
  private static Set<String> siblings(SourceTree tree, String path) {
    String folder = Paths.folder(path);
    while (true) {
      for (String name : NAMES) {
        String service = Paths.in(folder, name);
        if (tree.isFile(service) && tree.read(service) instanceof Content.Decoded decoded) {
          Set<String> named = named(tree, folder, decoded.file().text());
          return named.remove(path) ? named : Set.of();
        }
      }
      if (folder.isEmpty()) {
        return Set.of();
      }
      folder = Paths.folder(folder);
    }
  }

  private static Set<String> named(SourceTree tree, String folder, String text) {
    Set<String> named = new LinkedHashSet<>();
    Matcher file = FILE.matcher(text);
    while (file.find()) {
      String path = Paths.resolve(folder, file.group(1));
      if (path != null && tree.isFile(path) && TemplateFinder.hasRightName(path)) {
        named.add(path);
      }
    }
    return named;
  }
}
