package dev.iacguard.cli.run;

import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.ForwardingTree;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.ReadablePaths;
import dev.iacguard.core.source.Skipped;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A tree in which the texts of open documents are in the place of files, or are files that were
 * never saved. A document that is a link is the file that the link leads to.
 */
final class OpenTexts extends ForwardingTree {
  private final SourceTree tree;
  private final Map<String, Content> texts = new TreeMap<>();
  private final Set<String> added = new TreeSet<>();
  private final Set<String> folders = new HashSet<>();

  private OpenTexts(SourceTree tree) {
    super(tree);
    this.tree = tree;
  }

  /**
   * @param documents by path in the tree; those that could not be read from disk are left out
   * @param before whose files are taken over where a document is the same
   */
  static OpenTexts over(
      SourceTree tree, Map<String, String> documents, @Nullable OpenTexts before) {
    OpenTexts result = new OpenTexts(tree);
    documents.forEach((path, text) -> result.put(path, text, before));
    return result;
  }

  private void put(String path, String text, @Nullable OpenTexts before) {
    if (!tree.mayRead(path)) {
      return;
    }
    String real = tree.real(path);
    boolean exists = tree.isFile(path);
    boolean wide =
        exists
            && tree.read(path) instanceof Content.Decoded decoded
            && decoded.encoding() == Content.Encoding.UTF_16;
    Content.Encoding encoding = wide ? Content.Encoding.UTF_16 : Content.Encoding.UTF_8;
    @Nullable Content known = before == null ? null : before.texts.get(real);
    boolean same =
        known instanceof Content.Decoded decoded
            && decoded.file().text().equals(text)
            && decoded.encoding() == encoding;
    texts.put(
        real,
        same && known != null
            ? known
            : new Content.Decoded(new SourceFile(shown(path), text).keeping(), encoding));
    if (!exists) {
      add(path);
    }
  }

  private void add(String path) {
    added.add(path);
    for (String folder = Paths.folder(path); ; folder = Paths.folder(folder)) {
      folders.add(folder);
      if (folder.isEmpty()) {
        return;
      }
    }
  }

  /** The paths whose content differs from that in another such tree over the same files. */
  Set<String> differences(OpenTexts other) {
    Set<String> all = new TreeSet<>(texts.keySet());
    all.addAll(other.texts.keySet());
    all.removeIf(path -> FileCache.isSame(read(path), other.read(path)));
    return all;
  }

  /** Whether the same files are added to those on disk. */
  boolean hasFilesOf(OpenTexts other) {
    return added.equals(other.added);
  }

  /** Whether a file has the text of a document. */
  boolean holds(String path) {
    return text(path) != null;
  }

  private @Nullable Content text(String path) {
    if (texts.isEmpty()) {
      return null;
    }
    @Nullable Content text = texts.get(path);
    return text == null ? texts.get(tree.real(path)) : text;
  }

  @Override
  public boolean isFile(String path) {
    return added.contains(path) || super.isFile(path);
  }

  @Override
  public boolean isFolder(String path) {
    return folders.contains(path) || super.isFolder(path);
  }

  @Override
  public List<String> files(String folder) {
    List<String> files = super.files(folder);
    if (!folders.contains(folder)) {
      return files;
    }
    Set<String> names = new TreeSet<>(files);
    added.stream()
        .filter(path -> Paths.folder(path).equals(folder))
        .forEach(path -> names.add(Paths.name(path)));
    return List.copyOf(names);
  }

  @Override
  public List<String> walk(String folder) {
    return walk(folder, skipped -> {});
  }

  @Override
  public List<String> walk(String folder, Consumer<Skipped> skipped) {
    List<String> paths = super.walk(folder, skipped);
    List<String> more =
        added.stream().filter(path -> isBelow(path, folder) && isWalked(path)).toList();
    if (more.isEmpty()) {
      return paths;
    }
    List<String> all = new ArrayList<>(paths);
    all.addAll(more);
    return all.stream().sorted().distinct().toList();
  }

  private static boolean isBelow(String path, String folder) {
    return folder.isEmpty() || path.startsWith(folder + "/");
  }

  private static boolean isWalked(String path) {
    return List.of(path.split("/")).stream().noneMatch(ReadablePaths::isLeftOut);
  }

  @Override
  public Content read(String path) {
    @Nullable Content text = text(path);
    return text == null ? super.read(path) : text;
  }

  @Override
  public @Nullable SourceFile kept(String path) {
    @Nullable Content text = text(path);
    return text instanceof Content.Decoded decoded ? decoded.file() : super.kept(path);
  }

  @Override
  public byte[] head(String path, int most) {
    @Nullable Content text = text(path);
    return text == null ? super.head(path, most) : FileCache.head(text, most);
  }

  @Override
  public @Nullable InputStream open(String path) {
    @Nullable Content text = text(path);
    return text == null
        ? super.open(path)
        : new ByteArrayInputStream(FileCache.head(text, FolderTree.MAX_TEXT_BYTES));
  }
}
