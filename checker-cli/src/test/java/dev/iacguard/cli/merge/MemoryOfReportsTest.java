package dev.iacguard.cli.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.merge.ReportStatus.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports for which there is not enough memory are named, and the others are merged. */
class MemoryOfReportsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final int ROOM = 200_000;
  private static final String SUMMARY =
      "\"summary\":{\"stages\":0,\"compliant\":0,\"failing\":0,\"conditional\":0,\"unknown\":0";

  @TempDir Path folder;

  /** Some 1,000 bytes for each stage. */
  private static String stages(String repository, int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                """
                {"id": "restapis/%s/stages/s%d", "stageName": "s%d", "stack": "infra", "kind": "declared", "api": "REST",
                 "language": "terraform", "environment": "prod", "location": {"path": "%d.tf", "line": 1},
                 "accessLog": {"status": "yes"}, "accountRole": {"status": "declared"}, "compliance": "compliant"}
                """
                    .formatted(repository, i, i, i))
        .collect(Collectors.joining(",", "\"stages\": [", "], " + SUMMARY + "}"));
  }

  private void write(String name, String repository, String members) throws IOException {
    Files.writeString(
        folder.resolve(name),
        """
        {"schemaVersion": 1, "tool": {"name": "iac-guard", "version": "1"}, "source": {"repository": "%s"}, %s}
        """
            .formatted(repository, members));
  }

  /** Reads these files with room for about 200 stages. */
  private Merged merge(String... names) {
    KeptValues kept = new KeptValues(ROOM);
    ReportReader reader = new ReportReader(new GroupTags(List.of("Team"), List.of()), kept);
    Merger merger = new Merger(TODAY, kept);
    for (String name : names) {
      ReportInput input = new ReportInput(name, folder.resolve(name), false, name);
      merger.add(input, reader.read(input));
    }
    return merger.merge("1", TODAY);
  }

  private static List<Status> statuses(Merged merged) {
    return merged.reports().stream().map(ReportStatus::status).toList();
  }

  @Test
  void whatFitsIsMerged() throws IOException {
    write("a.json", "shop/a", stages("a", 100));
    write("b.json", "shop/b", stages("b", 1_000));
    write("c.json", "shop/c", stages("c", 20));

    Merged merged = merge("a.json", "b.json", "c.json");

    assertThat(statuses(merged)).containsExactly(Status.READ, Status.UNREADABLE, Status.READ);
    assertThat(merged.reports().get(1).message())
        .isEqualTo("does not fit into memory; allow more with IAC_GUARD_JAVA_OPTS=-Xmx4g");
    assertThat(merged.stages())
        .hasSize(120)
        .noneMatch(stage -> stage.repository().equals("shop/b"));
    assertThat(merged.tally().stages()).isEqualTo(120);
  }

  @Test
  void manyReportsThatEachFitFillTheMemory() throws IOException {
    String[] names = new String[10];
    for (int i = 0; i < names.length; i++) {
      names[i] = i + ".json";
      write(names[i], "shop/" + i, stages("r" + i, 60));
    }

    Merged merged = merge(names);

    long read = merged.count(Status.READ);
    assertThat(read).isBetween(2L, 5L);
    assertThat(merged.count(Status.UNREADABLE)).isEqualTo(names.length - read);
    assertThat(merged.stages()).hasSize((int) read * 60);
  }

  @Test
  void aReportThatIsRepeatedTakesNoMoreMemory() throws IOException {
    String[] names = new String[10];
    for (int i = 0; i < names.length; i++) {
      names[i] = i + ".json";
      write(names[i], "shop/a", stages("a", 120));
    }

    Merged merged = merge(names);

    assertThat(merged.count(Status.READ)).isEqualTo(1);
    assertThat(merged.count(Status.DUPLICATE)).isEqualTo(9);
    assertThat(merged.stages()).hasSize(120);
    assertThat(merged.reports())
        .allMatch(report -> "shop/a".equals(report.repository()))
        .allMatch(report -> report.stages() == 120);
  }

  @Test
  void whatAnUnreadableReportTookIsGivenBack() throws IOException {
    String[] names = new String[11];
    for (int i = 0; i < 10; i++) {
      names[i] = i + ".json";
      write(names[i], "shop/a", stages("r" + i, 120) + ", \"summary\": {}");
    }
    names[10] = "good.json";
    write("good.json", "shop/good", stages("good", 120));

    Merged merged = merge(names);

    assertThat(merged.count(Status.UNREADABLE)).isEqualTo(10);
    assertThat(merged.stages()).hasSize(120);
  }

  /** What no report has, but takes memory to read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"odd\": {#}, \"stages\": [], S}'                       | '\"%d\": 1'",
        "'\"odd\": [#], \"stages\": [], S}'                       | '{\"a%d\": {}}'",
        "'\"odd\": [], \"stages\": [], S, \"exceptions\": [{\"resources\": [#]}]}' | '\"\"'",
        "'\"stages\": [], S, \"exceptions\": [#]}' |"
            + " '{\"rule\": \"r\", \"kind\": \"k\", \"reason\": \"r\", \"location\": {\"path\": \"p\"}}'",
        "'\"findings\": [#], S}' |"
            + " '{\"rule\": \"r\", \"severity\": \"s\", \"verdict\": \"v\", \"fingerprint\": \"f\"}'",
      })
  void strangeReportsThatAreTooMuchAreRefused(String members, String repeated) throws IOException {
    String all =
        IntStream.range(0, 20_000)
            .mapToObj(i -> repeated.replace("%d", String.valueOf(i)))
            .collect(Collectors.joining(","));
    write("a.json", "shop/a", members.replace("S", SUMMARY).replace("#", all));
    write("b.json", "shop/b", stages("b", 20));

    Merged merged = merge("a.json", "b.json");

    assertThat(merged.reports().getFirst().message()).startsWith("does not fit into memory");
    assertThat(merged.stages()).hasSize(20);
  }

  /** An array of numbers is passed over. */
  @Test
  void whatIsNotKeptTakesNoMemory() throws IOException {
    write(
        "a.json",
        "shop/a",
        "\"odd\": [" + "{\"a\": [1]},".repeat(20_000) + "1], " + stages("a", 20));

    assertThat(merge("a.json").stages()).hasSize(20);
  }
}
