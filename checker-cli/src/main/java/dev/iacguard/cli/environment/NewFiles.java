package dev.iacguard.cli.environment;

import dev.iacguard.cli.report.Printable;
import dev.iacguard.core.rule.pack.NewFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes files that are not there yet: all of them or none, and never over another one. */
public final class NewFiles {
  private NewFiles() {}

  /** The folder that an option names; it need not be there. */
  public static Path folder(String option, String name, CliEnvironment cliEnvironment) {
    try {
      Path folder = cliEnvironment.folder().resolve(name).toAbsolutePath().normalize();
      if (name.isEmpty() || (Files.exists(folder) && !Files.isDirectory(folder))) {
        throw new UsageException(option + " " + name + " is not a directory");
      }
      return folder;
    } catch (InvalidPathException e) {
      throw new UsageException(option + " is not a path");
    }
  }

  /**
   * Writes files and says so, or prints them.
   *
   * @param output the folder to write them to, as {@code --output} names it; null to print them
   */
  public static void give(
      List<NewFile> files, @Nullable String output, CliEnvironment cliEnvironment)
      throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach(file -> texts.put(file.path(), file.text()));
    String count = texts.size() == 1 ? "1 file" : texts.size() + " files";
    if (output == null) {
      print(texts, cliEnvironment);
      cliEnvironment.say(count + " printed; --output DIR writes them");
    } else {
      write(folder("--output", output, cliEnvironment), texts);
      cliEnvironment.say("wrote " + count + " to " + output);
    }
  }

  private static void print(Map<String, String> texts, CliEnvironment cliEnvironment)
      throws IOException {
    StringBuilder all = new StringBuilder();
    texts.forEach(
        (path, text) ->
            all.append(all.isEmpty() ? "" : "\n")
                .append("==> ")
                .append(path)
                .append(" <==\n")
                .append(text));
    // A terminal would obey what a policy holds.
    Output.print(
        cliEnvironment.outIsTerminal() ? Printable.lines(all.toString()) : all.toString(),
        cliEnvironment);
  }

  /**
   * @param folder is created when it is missing
   * @param texts by relative path
   * @throws UsageException naming a file that is there already, or what else is in the way
   */
  public static void write(Path folder, Map<String, String> texts) {
    texts.keySet().forEach(path -> requireFree(folder, path));
    try {
      if (Files.exists(folder)) {
        addTo(folder, texts);
      } else {
        create(folder, texts);
      }
    } catch (IOException e) {
      throw new UsageException("cannot write to " + folder + ": " + Output.reason(e));
    }
  }

  /** A link inside the folder could lead out of it. */
  private static void requireFree(Path folder, String path) {
    Path file = folder.resolve(path);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException(file + " exists already; nothing was written");
    }
    Path parent = file.getParent();
    for (; parent != null && !parent.equals(folder); parent = parent.getParent()) {
      if (Files.exists(parent, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
        throw new UsageException(parent + " is not a directory; nothing was written");
      }
    }
  }

  /** A folder that is new appears with all of its files. */
  private static void create(Path folder, Map<String, String> texts) throws IOException {
    Path parent = folder.getParent();
    if (parent == null) {
      throw new UsageException(folder + " cannot be created");
    }
    Files.createDirectories(parent);
    Path part = Files.createTempDirectory(parent, "." + folder.getFileName() + ".");
    try {
      Path whole = Files.createDirectory(part.resolve("whole"));
      addTo(whole, texts);
      Files.move(whole, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(part);
    }
  }

  /** Takes back what was written when something goes wrong. */
  private static void addTo(Path folder, Map<String, String> texts) throws IOException {
    Deque<Path> written = new ArrayDeque<>();
    boolean complete = false;
    try {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        Path file = folder.resolve(text.getKey());
        createFolders(file.getParent(), written);
        Files.writeString(file, text.getValue(), StandardOpenOption.CREATE_NEW);
        written.push(file);
      }
      complete = true;
    } finally {
      while (!complete && !written.isEmpty()) {
        Files.deleteIfExists(written.pop());
      }
    }
  }

  private static void createFolders(@Nullable Path folder, Deque<Path> written) throws IOException {
    if (folder != null && !Files.isDirectory(folder)) {
      createFolders(folder.getParent(), written);
      Files.createDirectory(folder);
      written.push(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
