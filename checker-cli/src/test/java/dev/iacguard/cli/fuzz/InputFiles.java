package dev.iacguard.cli.fuzz;

import dev.iacguard.core.model.Selection;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Decoder;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of one input, which are nowhere on disk. */
final class InputFiles implements SourceTree {
  private static final String MARK = "\n=== ";

  private final Map<String, byte[]> files = new TreeMap<>();

  /**
   * The files of an input: the first, then any number behind lines {@code === PATH}.
   *
   * @param first the path of the first
   */
  static InputFiles of(String first, byte[] input) {
    InputFiles tree = new InputFiles();
    // One character a byte, so that the bytes come out as they went in.
    String[] pieces = new String(input, StandardCharsets.ISO_8859_1).split(MARK, -1);
    tree.add(first, pieces[0]);
    for (String piece : Arrays.asList(pieces).subList(1, pieces.length)) {
      int line = piece.indexOf('\n');
      String path = Paths.resolve("", line < 0 ? piece : piece.substring(0, line));
      if (path != null && !path.isEmpty()) {
        tree.add(path, line < 0 ? "" : piece.substring(line + 1));
      }
    }
    return tree;
  }

  /** One file, whatever is in it. */
  static InputFiles single(String path, byte[] content) {
    InputFiles tree = new InputFiles();
    tree.files.put(path, content);
    return tree;
  }

  InputFiles with(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  private void add(String path, String bytes) {
    files.put(path, bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  Map<String, byte[]> all() {
    return files;
  }

  /** All of it, as a run takes a folder that was named. */
  Selection selection() {
    return new Selection(List.of(""), List.copyOf(files.keySet()));
  }

  @Override
  public boolean isFile(String path) {
    return files.containsKey(path);
  }

  @Override
  public boolean isFolder(String path) {
    return path.isEmpty() || files.keySet().stream().anyMatch(file -> file.startsWith(path + "/"));
  }

  @Override
  public List<String> files(String folder) {
    return files.keySet().stream()
        .filter(path -> Paths.folder(path).equals(folder))
        .map(Paths::name)
        .toList();
  }

  @Override
  public List<String> walk(String folder) {
    return files.keySet().stream()
        .filter(path -> folder.isEmpty() || path.startsWith(folder + "/"))
        .toList();
  }

  @Override
  public Content read(String path) {
    byte[] bytes = files.get(path);
    return bytes == null
        ? new Content.Failed(new SourceFile(path, ""), "is not there", false)
        : Decoder.decode(path, bytes);
  }

  @Override
  public byte[] head(String path, int most) {
    byte[] bytes = files.getOrDefault(path, new byte[0]);
    return Arrays.copyOf(bytes, Math.min(most, bytes.length));
  }

  @Override
  public String shown(String path) {
    return path;
  }
}
