package dev.iacguard.core.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real {@code terraform}, run in a folder without providers and without network. */
final class TerraformTool {
  private final Path folder;

  private TerraformTool(Path folder) {
    this.folder = folder;
  }

  static boolean isInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "terraform")));
  }

  static TerraformTool in(Path folder) {
    return new TerraformTool(folder);
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
      Path settings = Files.writeString(folder.resolve("terraform.rc"), "");
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
