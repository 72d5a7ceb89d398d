package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.hcl.Body;
import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Deletes one requirement after the other from the compliant fixtures. What the check then reports,
 * {@code fix} restores.
 */
class FixRestoresTest {
  private static final Path COMPLIANT =
      Path.of(System.getProperty("iacguard.root", "..")).resolve("fixtures/compliant");

  /** What a stage or log group has because the policy requires it. */
  private static final Set<String> REQUIREMENTS =
      Set.of(
          "access_log_settings",
          "destination_arn",
          "format",
          "retention_in_days",
          "tags",
          "default_tags",
          "depends_on",
          "AccessLogSetting",
          "AccessLogSettings",
          "DestinationArn",
          "Format",
          "RetentionInDays",
          "ManagedPolicyArns",
          "DependsOn");

  @TempDir Path folder;

  /**
   * @param text the file without the requirement
   */
  record Deletion(String fixture, String file, String what, String text) {
    @Override
    public String toString() {
      return fixture + "/" + file + " without " + what;
    }
  }

  static List<Deletion> deletions() throws IOException {
    List<Deletion> deletions = new ArrayList<>();
    try (Stream<Path> files = Files.walk(COMPLIANT)) {
      for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
        SourceFile file = new SourceFile(path.getFileName().toString(), Files.readString(path));
        List<Span> places = new ArrayList<>();
        if (file.name().endsWith(".tf")) {
          collect(HclReader.read(file).body(), file, places);
          deletions.addAll(inJson(path, file));
        } else {
          collect(TemplateReader.parse(file).documents().getFirst(), places);
        }
        String fixture = COMPLIANT.relativize(path).getName(0).toString();
        for (Span place : places) {
          String what = place.text().lines().findFirst().orElse("") + " in line " + place.line();
          deletions.add(new Deletion(fixture, file.name(), what, without(place)));
        }
      }
    }
    return deletions;
  }

  /** The same of the file in Terraform's JSON syntax; the others stay as they are. */
  private static List<Deletion> inJson(Path path, SourceFile hcl) {
    SourceFile file = new SourceFile(hcl.name() + ".json", TerraformJson.of(hcl));
    List<Span> places = new ArrayList<>();
    collect(TemplateReader.parse(file).documents().getFirst(), places);
    List<Deletion> deletions = new ArrayList<>();
    for (Span place : places) {
      String fixture = COMPLIANT.relativize(path).getName(0).toString();
      String what = place.text().lines().findFirst().orElse("") + " in line " + place.line();
      deletions.add(new Deletion(fixture, file.name(), what, withoutMember(place)));
    }
    return deletions;
  }

  /** An object without one of its members, and without the comma beside it. */
  private static String withoutMember(Span place) {
    String text = place.file().text();
    String before = text.substring(0, place.start()).stripTrailing();
    String after = text.substring(place.end()).stripLeading();
    if (after.startsWith(",")) {
      return text.substring(0, place.start()) + after.substring(1).stripLeading();
    }
    return (before.endsWith(",") ? before.substring(0, before.length() - 1) : before)
        + text.substring(place.end());
  }

  private static void collect(Body body, SourceFile file, List<Span> places) {
    for (BodyItem item : body.items()) {
      String name =
          switch (item) {
            case BodyItem.Attribute attribute -> attribute.name();
            case BodyItem.Block block -> block.type();
          };
      if (REQUIREMENTS.contains(name)) {
        places.add(file.span(item.start(), item.end()));
      }
      if (item instanceof BodyItem.Block block) {
        collect(block.body(), file, places);
      }
    }
  }

  private static void collect(Node node, List<Span> places) {
    if (node instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        if (REQUIREMENTS.contains(entry.key())) {
          places.add(
              entry.keySpan().file().span(entry.keySpan().start(), entry.value().span().end()));
        }
        collect(entry.value(), places);
      }
    } else if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> collect(item, places));
    }
  }

  /** The file without a range, and without the line that it leaves empty. */
  private static String without(Span place) {
    String text = place.file().text();
    int start = place.start();
    int end = place.end();
    while (start > 0 && text.charAt(start - 1) == ' ') {
      start--;
    }
    if (end < text.length() && text.charAt(end) == '\n') {
      end++;
    }
    return text.substring(0, start) + text.substring(end);
  }

  private Cli.Run run(String command, String... more) {
    return Cli.in(folder)
        .run(
            Stream.concat(Stream.of(command, ".", "--root", "."), Stream.of(more))
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("deletions")
  void whatIsDeletedIsRestored(Deletion deletion) throws IOException {
    try (Stream<Path> files = Files.list(COMPLIANT.resolve(deletion.fixture))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(String.valueOf(file.getFileName())));
      }
    }
    Files.writeString(folder.resolve(deletion.file), deletion.text);
    if (deletion.file.endsWith(".tf.json")) {
      Files.delete(folder.resolve(deletion.file.replace(".json", "")));
    }
    Cli.Run broken = run("check", "--fail-on", "note");

    Cli.Run fixed = run("fix", "--write", "--set", "Owner=orders", "--set", "CostCenter=1234");

    Cli.Run after = run("check", "--fail-on", "note");
    assertThat(after.code())
        .as(broken.out() + fixed.err() + after.out())
        .isIn(ExitCode.CLEAN, broken.code() == ExitCode.CLEAN ? ExitCode.CLEAN : -1);
  }
}
