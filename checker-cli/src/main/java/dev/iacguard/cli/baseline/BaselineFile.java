package dev.iacguard.cli.baseline;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.NamedPipe;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.SpecialFile;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.core.engine.baseline.BaselineFinding;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Decoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A baseline file: the findings accepted so far; its shape is {@code schemas/baseline-1.json}.
 * Sorted, one finding a line, and without anything that changes by itself, so that versions can be
 * merged.
 */
public final class BaselineFile {
  static final int SCHEMA_VERSION = 1;
  static final String ROOT = ".";

  private static final int LARGEST = 64 << 20;
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Comparator<BaselineFinding> ORDER =
      Comparator.comparing(BaselineFinding::stack)
          .thenComparing(BaselineFinding::rule)
          .thenComparing(BaselineFinding::resource)
          .thenComparing(BaselineFinding::fingerprint);

  private BaselineFile() {}

  /**
   * @param name as the user wrote it
   * @throws UsageException saying what is wrong with the file, and where
   */
  public static List<BaselineFinding> read(
      String option, String name, CliEnvironment cliEnvironment) {
    Path path = cliEnvironment.folder().resolve(name);
    try {
      if (Files.exists(path) && !Files.isRegularFile(path) && !NamedPipe.isOne(path)) {
        throw new UsageException(option + " " + name + " " + SpecialFile.describe(path));
      }
      byte[] bytes = bytes(path);
      if (bytes.length > LARGEST) {
        throw new UsageException(option + " " + name + " is larger than 64 MiB");
      }
      return switch (Decoder.decode(name, bytes)) {
        case Content.Decoded read -> BaselineReader.read(option + " " + name, read.file().text());
        case Content.Failed failed ->
            throw new UsageException(option + " " + name + " " + failed.reason());
      };
    } catch (IOException e) {
      throw new UsageException(option + " " + name + ": " + Output.reason(e));
    }
  }

  private static byte[] bytes(Path path) throws IOException {
    try (InputStream in = NamedPipe.stream(path)) {
      return in.readNBytes(LARGEST + 1);
    }
  }

  public static void write(List<BaselineFinding> findings, Writer out) throws IOException {
    List<BaselineFinding> sorted = new ArrayList<>(findings);
    sorted.sort(ORDER);
    out.write("{\n  \"schemaVersion\": " + SCHEMA_VERSION + ",\n  \"findings\": [");
    String between = "\n";
    for (BaselineFinding baselineFinding : sorted) {
      out.write(between + "    " + line(baselineFinding));
      between = ",\n";
    }
    out.write(sorted.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
  }

  private static String line(BaselineFinding baselineFinding) {
    StringWriter line = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
      generator.writeStartObject();
      generator.writeStringProperty("stack", shown(baselineFinding.stack()));
      generator.writeStringProperty("rule", baselineFinding.rule());
      generator.writeStringProperty(
          "resource",
          baselineFinding.resource().equals(baselineFinding.stack())
              ? shown(baselineFinding.stack())
              : baselineFinding.resource());
      generator.writeStringProperty("verdict", baselineFinding.verdict().label());
      generator.writeStringProperty("fingerprint", baselineFinding.fingerprint());
      generator.writeEndObject();
    }
    return line.toString();
  }

  private static String shown(String stack) {
    return stack.isEmpty() ? ROOT : stack;
  }

  /** The verdicts that a finding can have. */
  public static final List<Verdict.Kind> VERDICTS =
      List.of(Verdict.Kind.FAIL, Verdict.Kind.CONDITIONAL, Verdict.Kind.UNKNOWN);
}
