package dev.iacguard.core.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A tree with one more file, whose bytes come from a stream. The stream is not kept: after {@link
 * #open} the file is spent and reads as one that cannot be opened; {@link #read} keeps the text.
 */
public final class StreamedTree extends ForwardingTree {
  private static final int LONGEST_HEAD = 1 << 16;

  private final String path;
  private final String shown;
  private final BufferedInputStream stream;
  private final Predicate<String> replaced;
  private @Nullable Content content;
  private boolean spent;

  /**
   * @param path of the file in the tree
   * @param shown what it is called in reports
   * @param replaced names of files in its folder whose place it takes, if its own name is one of
   *     them
   */
  public StreamedTree(
      SourceTree tree,
      String path,
      String shown,
      BufferedInputStream stream,
      Predicate<String> replaced) {
    super(tree);
    this.path = path;
    this.shown = shown;
    this.stream = stream;
    this.replaced = replaced;
  }

  @Override
  public List<String> files(String folder) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (!replaced.test(name) || !folder.equals(Paths.folder(path))) {
      return super.files(folder);
    }
    List<String> files = new ArrayList<>(super.files(folder));
    files.removeIf(replaced);
    files.add(name);
    files.sort(null);
    return files;
  }

  @Override
  public boolean isFile(String file) {
    return file.equals(path) || super.isFile(file);
  }

  @Override
  public Content read(String file) {
    return file.equals(path) ? content() : super.read(file);
  }

  private synchronized Content content() {
    Content cached = content;
    if (cached == null) {
      cached = readAll();
      content = cached;
    }
    return cached;
  }

  private Content readAll() {
    if (spent) {
      return failed("was read already", false);
    }
    spent = true;
    try {
      byte[] bytes = stream.readNBytes(FolderTree.MAX_TEXT_BYTES + 1);
      return bytes.length > FolderTree.MAX_TEXT_BYTES
          ? failed("has more than " + (FolderTree.MAX_TEXT_BYTES >> 20) + " MiB", true)
          : Decoder.decode(shown, bytes);
    } catch (IOException e) {
      return failed("cannot be read: " + e.getClass().getSimpleName(), false);
    }
  }

  private Content failed(String reason, boolean limit) {
    return new Content.Failed(new SourceFile(shown, ""), reason, limit);
  }

  @Override
  public synchronized byte[] head(String file, int most) {
    if (!file.equals(path)) {
      return super.head(file, most);
    }
    if (spent) {
      return new byte[0];
    }
    try {
      stream.mark(LONGEST_HEAD);
      byte[] head = stream.readNBytes(Math.min(most, LONGEST_HEAD));
      stream.reset();
      return head;
    } catch (IOException e) {
      return new byte[0];
    }
  }

  @Override
  public synchronized @Nullable InputStream open(String file) {
    if (!file.equals(path)) {
      return super.open(file);
    }
    if (spent) {
      return null;
    }
    spent = true;
    return stream;
  }

  @Override
  public boolean reopens(String file) {
    return !file.equals(path) && super.reopens(file);
  }

  @Override
  public String shown(String file) {
    return file.equals(path) ? shown : super.shown(file);
  }
}
