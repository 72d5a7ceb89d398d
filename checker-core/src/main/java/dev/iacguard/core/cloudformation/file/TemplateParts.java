package dev.iacguard.core.cloudformation.file;

import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Sniff;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins the files of a folder that are parts of one template, as {@code rain merge} does: each
 * refers to what others declare, together they declare all of it, and none declares what another
 * one does.
 */
public final class TemplateParts {
  /** Fewer undeclared names may well be mistakes. */
  private static final int MANY = 3;

  private static final int MOST_FILES = 400;

  /** Names that are compared; what comes after them is not joined. */
  private static final int MOST_NAMES = 5_000_000;

  private static final List<String> SECTIONS =
      List.of("Parameters", "Rules", "Mappings", "Conditions", "Globals", "Resources", "Outputs");

  private final SourceTree tree;
  private final Map<String, Node.Mapping> roots = new HashMap<>();
  private final Map<String, PartNames> names = new HashMap<>();
  private final Map<String, List<String>> folders = new HashMap<>();
  private long compared;

  public TemplateParts(SourceTree tree) {
    this.tree = tree;
  }

  /**
   * Files that are one template.
   *
   * @param root what they say together
   * @param problems what is wrong with their texts
   * @param members their paths, the one that says most of the whole first
   */
  public record Joined(Node.Mapping root, List<Problem> problems, List<String> members) {

    /** Whether a file stands where another part may stand. */
    public boolean isAround(String path) {
      String folder = Paths.folder(members.get(0));
      while (!isIn(folder, members)) {
        folder = Paths.folder(folder);
      }
      return isIn(folder, List.of(path));
    }

    private static boolean isIn(String folder, List<String> paths) {
      return folder.isEmpty() || paths.stream().allMatch(path -> path.startsWith(folder + "/"));
    }

    /** The whole, under the path of one of the members. */
    public Template at(SourceTree tree, String member) {
      return new Template(member, TemplateReader.read(tree, member).file(), root, problems);
    }
  }

  /** The templates that files are parts of, where the texts of these may refer to other files. */
  public static List<Joined> among(SourceTree tree, List<String> paths) {
    List<String> open =
        paths.parallelStream()
            .filter(TemplateFinder::hasRightName)
            .filter(
                path ->
                    tree.read(path) instanceof Content.Decoded decoded
                        && Sniff.of(decoded.file().text()).open())
            .toList();
    return new TemplateParts(tree).all(open);
  }

  /**
   * The templates that files are parts of.
   *
   * @param open paths of templates that may refer to what they do not declare
   */
  public List<Joined> all(List<String> open) {
    List<Joined> all = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String path : open) {
      Joined joined = taken.contains(path) ? null : around(path);
      if (joined != null && joined.members().stream().noneMatch(taken::contains)) {
        all.add(joined);
        taken.addAll(joined.members());
      }
    }
    return List.copyOf(all);
  }

  /** The template that a file is a part of; null when there is none. */
  private @Nullable Joined around(String path) {
    if (names(path).missing().isEmpty()) {
      return null;
    }
    Group best = null;
    for (String folder = Paths.folder(path); ; folder = Paths.folder(folder)) {
      List<String> files = files(folder);
      Group group = files.size() > MOST_FILES ? null : group(path, files);
      if (group != null && (best == null || group.open() < best.open())) {
        best = group;
      }
      boolean last = folder.isEmpty() || files.size() > MOST_FILES;
      if (last || (group != null && group.open() == 0)) {
        return best == null ? null : joined(best.members());
      }
    }
  }

  private List<String> files(String folder) {
    return folders.computeIfAbsent(folder, this::find);
  }

  private List<String> find(String folder) {
    List<String> found = new ArrayList<>();
    for (String path : tree.walk(folder)) {
      if (TemplateFinder.hasRightName(path)
          && tree.read(path) instanceof Content.Decoded decoded
          && isPart(decoded.file().text())) {
        found.add(path);
      }
    }
    return found;
  }

  private static boolean isPart(String text) {
    Sniff sniff = Sniff.of(text);
    return (sniff.candidate() && !sniff.source()) || Sniff.isFragment(text);
  }

  /**
   * Files that refer to one another.
   *
   * @param open how many names none of them declares
   */
  private record Group(Set<String> members, int open) {}

  /** The file, and all that it needs and that need it; null when too much is missing. */
  private @Nullable Group group(String path, List<String> files) {
    Set<String> members = new HashSet<>(Set.of(path));
    Set<String> undeclared = new HashSet<>(names(path).missing());
    PartNames all = new PartNames(root(path));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (String other : files) {
        PartNames next = names(other);
        compared += undeclared.size() + next.missing().size();
        if (compared > MOST_NAMES) {
          return null;
        }
        boolean belongs =
            undeclared.stream().anyMatch(next::has) || next.missing().stream().anyMatch(all::has);
        if (belongs && members.add(other)) {
          compared += all.missing().size();
          undeclared.addAll(next.missing());
          all.add(next);
          grown = true;
        }
      }
    }
    int open = all.missing().size();
    return open < MANY && undeclared.size() - open >= MANY ? new Group(members, open) : null;
  }

  private @Nullable Joined joined(Set<String> members) {
    List<String> order = new ArrayList<>(members);
    order.sort(Comparator.comparingInt(this::weight).reversed().thenComparing(path -> path));
    Node.Mapping root = Node.Mapping.empty(root(order.get(0)).span());
    List<Problem> problems = new ArrayList<>();
    for (String path : order) {
      root = joined(root, root(path));
      if (root == null) {
        return null;
      }
      problems.addAll(TemplateReader.read(tree, path).problems());
    }
    return new Joined(root, List.copyOf(problems), List.copyOf(order));
  }

  /** How much a file says of the whole template. */
  private int weight(String path) {
    Node.Mapping root = root(path);
    return (root.entry("Resources") == null ? 0 : 8)
        + (root.entry("Transform") == null ? 0 : 4)
        + (root.entry("Parameters") == null ? 0 : 2)
        + (root.entry("Conditions") == null ? 0 : 1);
  }

  /** Null where both declare the same name and mean different things. */
  private static Node.@Nullable Mapping joined(Node.Mapping own, Node.Mapping other) {
    Node.Mapping all = own;
    for (Node.Entry added : other.entries()) {
      Node.Entry before = all.entry(added.key());
      if (before == null) {
        all = all.with(added);
      } else if (SECTIONS.contains(added.key())) {
        Node.Mapping entries = all.mapping(added.key());
        for (Node.Entry entry : other.mapping(added.key()).entries()) {
          Node same = entries.get(entry.key());
          if (same != null && !NodeComparison.same(same, entry.value())) {
            return null;
          }
          entries = same == null ? entries.with(entry) : entries;
        }
        all = all.with(before.withValue(entries));
      }
    }
    return all;
  }

  private PartNames names(String path) {
    return names.computeIfAbsent(path, each -> new PartNames(root(each)));
  }

  private Node.Mapping root(String path) {
    return roots.computeIfAbsent(path, this::read);
  }

  private Node.Mapping read(String path) {
    Template template = TemplateReader.read(tree, path);
    if (template.root().entries().isEmpty() && template.problems().isEmpty()) {
      for (Node document : TemplateReader.parse(template.file()).documents()) {
        if (document instanceof Node.Mapping mapping) {
          return mapping;
        }
      }
    }
    return template.root();
  }
}
