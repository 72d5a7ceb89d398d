package dev.iacguard.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Lists the libraries inside the program, with their licences. */
record Libraries(List<Library> all) {
  /** One library; {@code licence} is an SPDX expression. */
  record Library(String group, String artifact, String version, String licence, Path jar) {}

  /** Those of the program and of the language server. */
  static Libraries of(Path root) throws IOException {
    List<Library> all = new ArrayList<>(in(root.resolve("checker-cli/target/libraries")).all);
    all.addAll(in(root.resolve("checker-lsp/target/libraries")).all);
    return new Libraries(List.copyOf(all));
  }

  /** Reads the folder of jars. A library that {@code libraries.txt} does not name is an error. */
  private static Libraries in(Path folder) throws IOException {
    TreeMap<String, String[]> known = known();
    List<Library> all = new ArrayList<>();
    try (Stream<Path> jars = Files.list(folder)) {
      for (Path jar : jars.sorted().toList()) {
        String file = jar.getFileName().toString();
        String name = file.replaceFirst("-v?\\d.*", "");
        String[] row = known.get(name);
        if (row == null) {
          throw new IOException("add " + file + " with its licence to libraries.txt and NOTICE");
        }
        String version = file.substring(name.length() + 1, file.length() - ".jar".length());
        if (!row[0].equals("dev.iacguard")) {
          all.add(new Library(row[0], name, version, row[2], jar));
        }
      }
    }
    return new Libraries(List.copyOf(all));
  }

  private static TreeMap<String, String[]> known() throws IOException {
    TreeMap<String, String[]> known = new TreeMap<>();
    try (InputStream in = Libraries.class.getResourceAsStream("libraries.txt")) {
      if (in == null) {
        throw new IOException("libraries.txt is missing");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(" ", 3))
          .forEach(row -> known.put(row[1], row));
    }
    return known;
  }
}
