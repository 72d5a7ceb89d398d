package dev.iacguard.core.cloudformation.file;

import dev.iacguard.core.cloudformation.template.Sniff;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.cloudformation.template.TemplateBody;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Finds the templates among many files by a cheap look at each. */
public final class TemplateFinder {
  private static final Set<String> ENDINGS =
      Set.of("yaml", "yml", "json", "template", "cfn", "cform");
  private static final Set<String> OTHERS = Set.of("tf", "tfvars", "hcl", "tfstate", "tfplan");
  private static final int HEAD = 4096;

  private final SourceTree tree;
  private final Set<String> named;
  private final Queue<String> sources = new ConcurrentLinkedQueue<>();

  public TemplateFinder(SourceTree tree, Selection selection) {
    this.tree = tree;
    this.named = Set.copyOf(selection.named());
  }

  /**
   * What was found.
   *
   * @param reported true when a file that cannot be read is worth a problem
   * @param nests true when it may hold nested stacks
   * @param exports true when it may export values
   * @param whole false when it may be a part of another template
   * @param open true when it may refer to what other files declare
   */
  public record Found(
      String path, boolean reported, boolean nests, boolean exports, boolean whole, boolean open) {}

  /** By path, in the order of the files; several are looked at at a time. */
  public Map<String, Found> find(List<String> files) {
    Map<String, Found> found = new LinkedHashMap<>();
    files.parallelStream()
        .flatMap(path -> look(path).stream())
        .forEachOrdered(one -> found.put(one.path(), one));
    return found;
  }

  /** Sources of text templates that have been met; sorted. */
  public List<String> sources() {
    return sources.stream().sorted().toList();
  }

  private Optional<Found> look(String path) {
    if (!isOfInterest(path)) {
      return Optional.empty();
    }
    Content content = tree.read(path);
    byte[] head = content instanceof Content.Failed ? tree.head(path, HEAD) : new byte[0];
    Sniff sniff =
        switch (content) {
          case Content.Decoded decoded -> Sniff.of(decoded.file().text());
          case Content.Failed failed -> Sniff.of(new String(head, StandardCharsets.ISO_8859_1));
        };
    boolean unread = content instanceof Content.Failed failed && !failed.limit();
    if (unread && head.length == 0 && !ending(path).isEmpty()) {
      return Optional.of(new Found(path, true, false, false, true, false));
    }
    boolean taken = named.contains(path) || !sniff.source() || isTemplate(path);
    if (sniff.candidate() && !taken) {
      sources.add(path);
    }
    if (!sniff.candidate() || !taken) {
      return Optional.empty();
    }
    boolean reported = named.contains(path) || (sniff.claims() && !sniff.source());
    return Optional.of(
        new Found(path, reported, sniff.nests(), sniff.exports(), sniff.whole(), sniff.open()));
  }

  /**
   * Marks of a text template may also stand in the texts of a template proper. Where they stand
   * bare, they are read as mappings that are keys, which no template has.
   */
  private boolean isTemplate(String path) {
    Template template = TemplateReader.read(tree, path);
    return !template.root().entries().isEmpty()
        && template.problems().stream().noneMatch(problem -> isMark(problem.at()));
  }

  private static boolean isMark(Span place) {
    String text = place.file().text();
    return text.startsWith("{{", place.start()) || text.startsWith("{{", place.start() - 1);
  }

  /** Looks at the name and at the first bytes only. */
  private boolean isOfInterest(String path) {
    if (isOther(path) || (!hasRightName(path) && !named.contains(path))) {
      return false;
    }
    byte[] bytes = tree.head(path, HEAD);
    if (isWide(bytes)) {
      return true;
    }
    String head = new String(bytes, StandardCharsets.UTF_8);
    if (head.startsWith("\uFEFF")) {
      head = head.substring(1);
    }
    // A file without an ending may be a program; one that is named like a template is none.
    return (head.indexOf('\0') < 0 || !ending(path).isEmpty())
        && (!SourceFile.startsWithBrace(head) || isFirstKey(Sniff.firstKey(head)));
  }

  private static boolean isFirstKey(String key) {
    return Template.SECTIONS.contains(key)
        || key.equals(TemplateBody.KEY)
        || key.equals(TemplateBody.STAGES);
  }

  public static boolean hasRightName(String path) {
    String ending = ending(path);
    return (ending.isEmpty() || ENDINGS.contains(ending)) && !isOther(path);
  }

  private static boolean isOther(String path) {
    return OTHERS.contains(ending(path)) || path.endsWith(".tf.json");
  }

  private static String ending(String path) {
    String name = Paths.name(path);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1);
  }

  private static boolean isWide(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }
}
