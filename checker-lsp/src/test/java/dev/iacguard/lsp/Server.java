package dev.iacguard.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The server as a program of its own. */
final class Server {
  private Server() {}

  static List<String> command(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx160m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.iacguard.cli.Main", "lsp"));
    command.addAll(List.of(options));
    return command;
  }

  /** A script that starts it, for clients that take a program. */
  static Path script(Path folder, String... options) throws IOException {
    Path script = folder.resolve("server");
    List<String> quoted = command(options).stream().map(word -> "'" + word + "'").toList();
    Files.writeString(script, "#!/bin/sh\nexec " + String.join(" ", quoted) + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }
}
