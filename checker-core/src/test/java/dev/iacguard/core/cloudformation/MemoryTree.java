package dev.iacguard.core.cloudformation;

import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files that are nowhere but in a test. */
final class MemoryTree implements SourceTree {
  private final Map<String, String> files = new TreeMap<>();

  MemoryTree with(String path, String text) {
    files.put(path, text);
    return this;
  }

  List<String> paths() {
    return List.copyOf(files.keySet());
  }

  @Override
  public boolean isFile(String path) {
    return files.containsKey(path);
  }

  @Override
  public boolean isFolder(String path) {
    return files.keySet().stream().anyMatch(file -> file.startsWith(path + "/"));
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
    return files.keySet().stream().filter(path -> path.startsWith(folder)).toList();
  }

  @Override
  public Content read(String path) {
    String text = files.get(path);
    return text == null
        ? new Content.Failed(new SourceFile(path, ""), "is not there", false)
        : new Content.Decoded(new SourceFile(path, text), Content.Encoding.UTF_8);
  }

  @Override
  public byte[] head(String path, int most) {
    byte[] bytes = files.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(bytes, Math.min(most, bytes.length));
  }

  @Override
  public String shown(String path) {
    return path;
  }
}
