package dev.iacguard.cli.run;

import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.ForwardingTree;
import dev.iacguard.core.source.ReadablePaths;
import dev.iacguard.core.source.Skipped;
import dev.iacguard.core.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A tree on disk whose answers are kept until {@link #refresh}, for judging it again and again.
 * Texts are kept up to a limit; those beyond it are read each time.
 */
final class FileCache extends ForwardingTree {
  private static final int MOST_HEAD = 4096;

  /** Of all texts together, in characters. */
  private static final long MOST_TEXT = 32L << 20;

  /** A larger text is not kept. */
  private static final int LARGEST = 4 << 20;

  private final FolderTree disk;
  private final FileStamps stamps;
  private final Map<String, Boolean> files = new ConcurrentHashMap<>();
  private final Map<String, Boolean> folders = new ConcurrentHashMap<>();
  private final Map<String, List<String>> names = new ConcurrentHashMap<>();
  private final Map<String, Walk> walks = new ConcurrentHashMap<>();
  private final Map<String, String> links = new ConcurrentHashMap<>();
  private final Map<String, Kept<Content>> contents = new ConcurrentHashMap<>();
  private final Map<String, Kept<byte[]>> heads = new ConcurrentHashMap<>();
  private final AtomicLong characters = new AtomicLong();

  FileCache(FolderTree disk, FileStamps stamps) {
    super(disk);
    this.disk = disk;
    this.stamps = stamps;
  }

  /** What was read of a file, and how the file looked before that. */
  private record Kept<T>(FileStamps.@Nullable Stamp stamp, T item) {}

  private record Walk(List<String> paths, List<Skipped> skipped) {}

  /**
   * Looks at the disk again.
   *
   * @return the paths of files that were read and are not the same any more
   */
  Set<String> refresh() {
    Set<String> changed = new HashSet<>();
    names.clear();
    walks.clear();
    folders.clear();
    files.clear();
    links.clear();
    contents.forEach(
        (path, kept) -> {
          if (!stamps.isSame(path, kept.stamp())) {
            drop(path, kept);
            Content now =
                path.endsWith(ReadablePaths.manifest(""))
                    ? installedModules(ReadablePaths.folderOf(path))
                    : read(path);
            if (isSame(kept.item(), now)) {
              contents.put(path, new Kept<>(stamps.of(path), kept.item()));
            } else {
              changed.add(path);
            }
          }
        });
    heads.forEach(
        (path, kept) -> {
          if (!stamps.isSame(path, kept.stamp())) {
            heads.remove(path);
            characters.addAndGet(-kept.item().length);
            if (!Arrays.equals(kept.item(), head(path, MOST_HEAD))) {
              changed.add(path);
            }
          }
        });
    return changed;
  }

  /** Whether two contents are the same apart from where they are kept. */
  static boolean isSame(Content before, Content now) {
    if (before instanceof Content.Failed one && now instanceof Content.Failed other) {
      return one.reason().equals(other.reason());
    }
    return before instanceof Content.Decoded one
        && now instanceof Content.Decoded other
        && one.encoding() == other.encoding()
        && one.file().isQuotable() == other.file().isQuotable()
        && one.file().text().equals(other.file().text());
  }

  @Override
  public boolean isFile(String path) {
    return files.computeIfAbsent(path, disk::isFile);
  }

  @Override
  public boolean isFolder(String path) {
    return folders.computeIfAbsent(path, disk::isFolder);
  }

  @Override
  public List<String> files(String folder) {
    return names.computeIfAbsent(folder, at -> List.copyOf(disk.files(at)));
  }

  @Override
  public List<String> walk(String folder) {
    return walk(folder, skipped -> {});
  }

  @Override
  public List<String> walk(String folder, Consumer<Skipped> skipped) {
    Walk walk =
        walks.computeIfAbsent(
            folder,
            at -> {
              List<Skipped> passed = new ArrayList<>();
              return new Walk(List.copyOf(disk.walk(at, passed::add)), passed);
            });
    walk.skipped.forEach(skipped);
    return walk.paths;
  }

  @Override
  public String real(String path) {
    return links.computeIfAbsent(path, disk::real);
  }

  @Override
  public Content read(String path) {
    Kept<Content> known = contents.get(path);
    if (known != null) {
      return known.item();
    }
    FileStamps.@Nullable Stamp stamp = stamps.of(path);
    Content content = disk.read(path);
    if (content instanceof Content.Decoded decoded) {
      content = new Content.Decoded(decoded.file().keeping(), decoded.encoding());
    }
    return keep(path, stamp, content);
  }

  /** What is kept of two that read at the same time is the first. */
  private Content keep(String path, FileStamps.@Nullable Stamp stamp, Content content) {
    int size = size(content);
    if (size > LARGEST || characters.get() + size > MOST_TEXT) {
      return content;
    }
    Kept<Content> before = contents.putIfAbsent(path, new Kept<>(stamp, content));
    if (before != null) {
      return before.item();
    }
    characters.addAndGet(size);
    return content;
  }

  private void drop(String path, Kept<Content> kept) {
    contents.remove(path);
    characters.addAndGet(-size(kept.item()));
  }

  private static int size(Content content) {
    return content instanceof Content.Decoded decoded ? decoded.file().text().length() + 64 : 64;
  }

  @Override
  public @Nullable SourceFile kept(String path) {
    return contents.containsKey(path) && read(path) instanceof Content.Decoded decoded
        ? decoded.file()
        : null;
  }

  /** The list is read from where no other file may be; it is watched like any other. */
  @Override
  public Content installedModules(String folder) {
    String path = ReadablePaths.manifest(folder);
    Kept<Content> known = contents.get(path);
    return known == null
        ? keep(path, stamps.of(path), disk.installedModules(folder))
        : known.item();
  }

  @Override
  public byte[] head(String path, int most) {
    if (most > MOST_HEAD) {
      return wholeHead(path, most);
    }
    Kept<byte[]> head = heads.get(path);
    if (head == null) {
      FileStamps.@Nullable Stamp stamp = stamps.of(path);
      head = new Kept<>(stamp, disk.head(path, MOST_HEAD));
      if (characters.get() < MOST_TEXT && heads.putIfAbsent(path, head) == null) {
        characters.addAndGet(head.item().length);
      }
    }
    return Arrays.copyOf(head.item(), Math.min(most, head.item().length));
  }

  private byte[] wholeHead(String path, int most) {
    boolean text =
        read(path) instanceof Content.Decoded decoded
            && decoded.encoding() == Content.Encoding.UTF_8;
    return text ? head(read(path), most) : disk.head(path, most);
  }

  /** A text as it is on disk, apart from a byte order mark. */
  static byte[] head(Content content, int most) {
    byte[] bytes =
        content instanceof Content.Decoded decoded
            ? decoded.file().text().getBytes(StandardCharsets.UTF_8)
            : new byte[0];
    return bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
  }
}
