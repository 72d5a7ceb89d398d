package dev.iacguard.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays out the folder that an archive is packed from: {@code bin}, {@code lib} and what goes with
 * them.
 */
record Bundle(Path folder, Instant time) {
  private static final String MODULES =
      "java.base,java.logging,java.management,java.naming,java.security.jgss,java.sql,jdk.unsupported";

  /** Copies what every archive has. */
  static Bundle create(Path folder, Path root, Instant time) throws IOException {
    Bundle bundle = new Bundle(folder, time);
    bundle.copy(root.resolve("iac-guard"), "bin/iac-guard");
    for (String jar : List.of("iac-guard.jar", "iac-guard-lsp.jar")) {
      bundle.copy(root.resolve("checker-cli/target/dist/lib").resolve(jar), "lib/" + jar);
    }
    for (String name : List.of("LICENSE", "NOTICE", "README.md", "CHANGELOG.md")) {
      bundle.copy(root.resolve(name), name);
    }
    for (String name : List.of("licences", "schemas")) {
      bundle.copyAll(root.resolve(name), name);
    }
    bundle.copyAll(root.resolve("checker-cli/target/dist/examples"), "examples");
    return bundle;
  }

  /** The Java runtime with the modules that the program needs, out of the JDK of the build. */
  void addRuntime() throws IOException {
    Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
    Processes.run(
        folder,
        List.of(
            jlink.toString(),
            "--add-modules",
            MODULES,
            "--strip-debug",
            "--no-man-pages",
            "--no-header-files",
            "--compress",
            "zip-0",
            "--output",
            "runtime"));
  }

  /** What the program prints about itself, in the places where shells and man look for it. */
  void addHelp() throws IOException {
    write("share/man/man1/iac-guard.1", run("man"));
    write("share/bash-completion/completions/iac-guard", run("completion", "bash"));
    write("share/zsh/site-functions/_iac-guard", run("completion", "zsh"));
    write("share/fish/vendor_completions.d/iac-guard.fish", run("completion", "fish"));
  }

  private byte[] run(String... arguments) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    "lib/iac-guard.jar",
                    "dev.iacguard.cli.Main"),
                Stream.of(arguments))
            .toList();
    return Processes.run(folder, command).getBytes(StandardCharsets.UTF_8);
  }

  void write(String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    Files.setLastModifiedTime(file, FileTime.from(time));
  }

  private void copy(Path from, String path) throws IOException {
    write(path, Files.readAllBytes(from));
    if (Files.isExecutable(from) && !folder.resolve(path).toFile().setExecutable(true)) {
      throw new IOException(path + " cannot be made executable");
    }
  }

  private void copyAll(Path from, String path) throws IOException {
    for (Entry entry : Entry.below(from)) {
      write(path + "/" + entry.path(), entry.content());
    }
  }

  List<Entry> entries() throws IOException {
    return Entry.below(folder);
  }
}
