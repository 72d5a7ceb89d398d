package dev.iacguard.core.hcl;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The parser of hashicorp/hcl, in the version that Terraform 1.11.4 has: a program of the tests.
 */
final class HclSyntax {
  private static final Path SOURCE =
      Path.of(System.getProperty("iacguard.root", ".."), "checker-core/src/test/go/hclsyntax");

  private final Path folder;
  private final Path program;

  HclSyntax(Path folder) {
    this.folder = folder;
    this.program = folder.resolve("hclsyntax");
  }

  /** What a text is read as. */
  enum Kind {
    FILE('f'),
    EXPRESSION('e'),
    TEMPLATE('t');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }
  }

  record Question(Kind kind, String text) {}

  /** Why it cannot be asked here; empty when it can. */
  String missing() throws IOException, InterruptedException {
    try {
      Process build = run(SOURCE, "go", "build", "-o", program.toString(), ".");
      if (!build.waitFor(3, TimeUnit.MINUTES)) {
        build.destroyForcibly();
        return "go build takes too long";
      }
      return build.exitValue() == 0 ? "" : "go build: " + output();
    } catch (IOException e) {
      return "go is not installed";
    }
  }

  /** For each question {@code ok} or the first error. */
  List<String> answers(List<Question> questions) throws IOException, InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream input = new DataOutputStream(bytes);
    for (Question question : questions) {
      byte[] text = question.text().getBytes(StandardCharsets.UTF_8);
      input.writeByte(question.kind().letter);
      input.writeInt(text.length);
      input.write(text);
    }
    Files.write(folder.resolve("input"), bytes.toByteArray());
    if (run(folder, program.toString()).waitFor() != 0) {
      throw new IOException(output());
    }
    return Files.readAllLines(folder.resolve("output"));
  }

  private Process run(Path from, String... command) throws IOException {
    File input = folder.resolve("input").toFile();
    return new ProcessBuilder(command)
        .directory(from.toFile())
        .redirectInput(input.exists() ? input : new File("/dev/null"))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output"));
  }
}
