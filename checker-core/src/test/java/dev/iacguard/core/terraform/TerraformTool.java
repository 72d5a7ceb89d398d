package dev.iacguard.core.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.terraform.config.JsonSyntax;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real {@code terraform}, run in a folder without network. */
final class TerraformTool {
  private final Path folder;
  private final Path settings;

  private TerraformTool(Path folder, Path settings) {
    this.folder = folder;
    this.settings = settings;
  }

  static boolean isInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "terraform")));
  }

  /** True when settings with a mirror of providers are named from outside. */
  static boolean hasMirror() {
    return !mirror().isEmpty() && Files.isReadable(Path.of(mirror()));
  }

  private static String mirror() {
    return System.getenv().getOrDefault("TF_CLI_CONFIG_FILE", "");
  }

  /** Without providers. */
  static TerraformTool in(Path folder) {
    try {
      return new TerraformTool(folder, Files.writeString(folder.resolve("terraform.rc"), ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With the providers of {@link #hasMirror the mirror}. */
  static TerraformTool withMirror(Path folder) {
    return new TerraformTool(folder, Path.of(mirror()));
  }

  /** Runs a command and reads what it prints as JSON. */
  Value json(String... arguments) {
    String printed = run(arguments);
    SourceFile file = new SourceFile("terraform", printed);
    JsonSyntax.Result json = JsonSyntax.read(file);
    assertThat(json.error()).as(printed).isNull();
    return JsonSyntax.value(json.root(), file);
  }

  String run(String... arguments) {
    try {
      Path out = folder.resolve("terraform.out");
      ProcessBuilder builder =
          new ProcessBuilder(Stream.concat(Stream.of("terraform"), Stream.of(arguments)).toList())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile());
      builder.environment().put("TF_CLI_CONFIG_FILE", settings.toString());
      builder.environment().put("CHECKPOINT_DISABLE", "1");
      Process process = builder.start();
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      process.destroyForcibly();
      String printed = Files.readString(out);
      assertThat(ended && process.exitValue() == 0)
          .as(() -> "terraform " + List.of(arguments) + "\n" + printed)
          .isTrue();
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
