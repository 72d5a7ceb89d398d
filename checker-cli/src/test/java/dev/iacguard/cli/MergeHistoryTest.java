package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.report.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeHistoryTest {
  private static final Pattern IG201 =
      Pattern.compile("\\{\"rule\":\"IG201\"(?:(?!\\{\"rule\").)*\"group\":\"[0-9a-f]+\"},?");

  @TempDir Path folder;
  private Path history;

  @BeforeEach
  void firstDay() throws IOException {
    history = folder.resolve("history.ndjson");
    Files.createDirectory(folder.resolve("in"));
    write("orders", check());
    write("billing", check().replace("shop/orders", "shop/billing"));
    merge("2026-11-01");
  }

  private static String check() {
    return MergeTest.report("check", "shop/orders", "2026-11-01");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve("in/" + name + ".json"), text);
  }

  private Cli.Run merge(String day, String... more) {
    List<String> arguments = new ArrayList<>(List.of("merge", "in", "--history", "history.ndjson"));
    arguments.addAll(List.of(more));
    return Cli.in(folder).on(day).run(arguments.toArray(String[]::new));
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(history);
  }

  private List<String> events(String day, String event) throws IOException {
    return lines().stream()
        .filter(line -> line.contains("\"date\":\"" + day) && line.contains("\"" + event + "\","))
        .filter(line -> !line.contains("\"type\":\"summary\""))
        .toList();
  }

  private static String without(String report) {
    String fixed = IG201.matcher(report).replaceFirst("");
    assertThat(fixed).isNotEqualTo(report);
    return fixed;
  }

  @Test
  void theFirstDayOpensEveryFinding() throws IOException {
    assertThat(events("2026-11-01", "opened")).hasSize(16);
    assertThat(events("2026-11-01", "reported")).hasSize(2);
    assertThat(lines().get(lines().size() - 1)).contains("\"type\":\"summary\"", "\"open\":16");
    lines().forEach(Schemas.HISTORY::accepts);
  }

  @Test
  void theSameReportsOnTheSameDayChangeNothing() throws IOException {
    List<String> before = lines();

    merge("2026-11-01");

    assertThat(lines()).isEqualTo(before);
    merge("2026-11-05");
    List<String> after = lines();
    merge("2026-11-05");
    assertThat(lines()).isEqualTo(after).startsWith(before.toArray(String[]::new));
  }

  @Test
  void aFindingIsFixedWhenItsRepositoryIsCheckedWithoutIt() throws IOException {
    write("orders", without(check()));

    Cli.Run run = merge("2026-11-11", "--format", "json");

    assertThat(events("2026-11-11", "fixed")).hasSize(1).allMatch(line -> line.contains("IG201"));
    assertThat(run.out())
        .contains("\"timeToFix\":{\"fixed\":1,\"meanDays\":10.0,\"medianDays\":10,\"open\":15,");
    Schemas.MERGE.accepts(run.out());
  }

  @Test
  void aFindingIsDetectedWithinTheDaysSinceTheLastReportWithoutIt() throws IOException {
    write("orders", without(check()));
    merge("2026-11-11");
    write("orders", check());

    Cli.Run run = merge("2026-11-14", "--format", "json");

    assertThat(run.out())
        .contains("\"timeToDetect\":{\"found\":1,\"meanDays\":3.0,\"medianDays\":3}");
    Schemas.MERGE.accepts(run.out());
    assertThat(merge("2026-11-15").out()).contains("Time to detect: at most 3.0 days on average");
  }

  @Test
  void aMissingReportFixesNothing() throws IOException {
    Files.delete(folder.resolve("in/orders.json"));

    Cli.Run run = merge("2026-11-11");

    assertThat(events("2026-11-11", "fixed")).isEmpty();
    assertThat(events("2026-11-11", "missing")).hasSize(1);
    assertThat(run.out()).contains("Without a report today: shop/orders (since 2026-11-11)");
    write("orders", check());
    merge("2026-11-12");
    assertThat(events("2026-11-12", "reported")).hasSize(1);
    assertThat(events("2026-11-12", "opened")).isEmpty();
  }

  @Test
  void aRunThatCouldNotReadItsInputFixesNothing() throws IOException {
    write(
        "orders",
        without(check())
            .replace(
                "\"problems\":[",
                "\"problems\":[{\"rule\":\"IG001\",\"path\":\"a.tf\",\"line\":1,\"column\":1,"
                    + "\"message\":\"x\",\"known\":false}"));

    merge("2026-11-11");

    assertThat(events("2026-11-11", "fixed")).isEmpty();
  }

  @Test
  void aWaivedFindingIsNotFixed() throws IOException {
    write("orders", check().replaceFirst("\"suppressed\":false", "\"suppressed\":true"));

    merge("2026-11-11");

    assertThat(events("2026-11-11", "waived")).hasSize(1);
    assertThat(events("2026-11-11", "fixed")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"schemaVersion":1,"type":"summary","date":"2026-12-24"} | has the later day 2026-12-24
          {"schemaVersion":2,"type":"summary","date":"2026-11-01"} | schemaVersion 1 is expected
          {"schemaVersion":1,"type":"else","date":"2026-11-01"}    | not a line of a history
          {"schemaVersion":1,"type":"summary","date":"soon"}       | a date is expected
          {"schemaVersion":1,"type":"summary","date":"2026-10-01"} | days are not in order
          {"broken":                                               | is not JSON
          """)
  void aHistoryThatIsWrongIsRefusedAndKept(String line, String reason) throws IOException {
    Files.writeString(history, Files.readString(history) + line);
    List<String> before = lines();

    Cli.Run run = merge("2026-11-11");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(":" + before.size() + ": ").contains(reason);
    assertThat(lines()).isEqualTo(before);
  }

  @Test
  void thePageShowsTheDevelopment() {
    String page = merge("2026-11-11", "--format", "html").out();

    assertThat(page).contains("Adherence by environment", "Open findings", "2026-11-01");
    assertThat(page).doesNotContain("src=", "http:", "https:");
  }
}
