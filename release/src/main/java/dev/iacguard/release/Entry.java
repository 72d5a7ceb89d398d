package dev.iacguard.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file or folder of an archive. Folders end with a slash and have no content; paths use slashes.
 */
// Entries are written, never compared.
@SuppressWarnings("ArrayRecordComponent")
record Entry(String path, byte[] content, boolean executable) {
  boolean isFolder() {
    return path.endsWith("/");
  }

  Entry below(String folder) {
    return new Entry(folder + path, content, executable);
  }

  static Entry file(String path, byte[] content) {
    return new Entry(path, content, false);
  }

  /** Every file below the folder, sorted by path. Links become copies of what they lead to. */
  static List<Entry> below(Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        entries.add(new Entry(path, Files.readAllBytes(file), Files.isExecutable(file)));
      }
    }
    entries.sort(java.util.Comparator.comparing(Entry::path));
    return List.copyOf(entries);
  }
}
