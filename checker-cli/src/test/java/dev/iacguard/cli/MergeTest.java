package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.report.Schemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Merges reports that the program itself wrote. */
class MergeTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("iacguard.root"), "fixtures/examples/orders");

  @TempDir Path folder;

  /** A report of the example, as a build of a repository would write it. */
  static String report(String command, String repository, String day) {
    return Cli.in(EXAMPLE)
        .with("GITHUB_REPOSITORY", repository)
        .with("GITHUB_SHA", "0123456789abcdef")
        .on(day)
        .run(command, ".", "--root", ".", "--format", "json")
        .out();
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private Cli.Run merge(String... arguments) {
    List<String> all = new ArrayList<>(List.of("merge"));
    all.addAll(List.of(arguments));
    return Cli.in(folder).run(all.toArray(String[]::new));
  }

  private static String summary(String json, String name) {
    return Pattern.compile("\"summary\":\\{.*?\"" + name + "\":([^,}]*)")
        .matcher(json)
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  @Test
  void oneReportHasTheSummaryItHad() throws IOException {
    String stages = report("stages", "shop/orders", "2026-11-01");
    write("in/a.json", stages);

    Cli.Run run = merge("in", "--format", "json");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    Schemas.MERGE.accepts(run.out());
    for (String name : List.of("stages", "compliant", "nonCompliant", "unknown", "adherence")) {
      assertThat(summary(run.out(), name)).as(name).isEqualTo(summary(stages, name));
    }
    for (String name : List.of("environments", "formats", "unknowns", "monthlyCost")) {
      assertThat(member(run.out(), name)).as(name).isEqualTo(member(stages, name));
    }
  }

  @Test
  void reportsNameTheRepositoryOfTheBuild() {
    for (String command : List.of("stages", "check")) {
      String report = report(command, "shop/orders", "2026-11-01");

      assertThat(report)
          .contains(
              "\"source\":{\"repository\":\"shop/orders\",\"commit\":\"0123456789abcdef\","
                  + "\"date\":\"2026-11-01\"}");
      (command.equals("check") ? Schemas.CHECK : Schemas.STAGES).accepts(report);
    }
    assertThat(report("stages", "", "2026-11-01")).doesNotContain("\"source\"");
  }

  @Test
  void whatBelongsToGitIsNotRead() throws IOException {
    write("in/.git/a.json", report("stages", "shop/orders", "2026-11-01"));

    assertThat(merge("in").code()).isEqualTo(3);
  }

  /** The text of a member of the summary, by its brackets. */
  private static String member(String json, String name) {
    int start = json.indexOf("\"" + name + "\":", json.indexOf("\"summary\":"));
    if (start < 0) {
      return "";
    }
    int depth = 0;
    for (int at = start; at < json.length(); at++) {
      char c = json.charAt(at);
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      if (depth == 0 && (c == '}' || c == ']')) {
        return json.substring(start, at + 1);
      }
    }
    return json.substring(start);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "ndjson", "csv", "html", "markdown", "text"})
  void theOrderOfReportsChangesNothing(String format) throws IOException {
    List<String> names = new ArrayList<>();
    Random random = new Random(4);
    for (int i = 0; i < 8; i++) {
      String command = i % 3 == 0 ? "check" : "stages";
      // Some repositories have several reports, of one day or of two.
      String text = report(command, "shop/r" + i % 3, i % 2 == 0 ? "2026-11-01" : "2026-11-02");
      text =
          i > 5 ? text.replace("\"compliance\":\"failing\"", "\"compliance\":\"unknown\"") : text;
      write("in/r" + i + ".json", text);
      names.add("in/r" + i + ".json");
    }
    write("in/bad.json", "{");
    names.add("in/bad.json");
    names.add("in/r0.json");
    names.add("nowhere.json");
    String first = merge(with(names, format)).out();
    for (int i = 0; i < 6; i++) {
      Collections.shuffle(names, random);

      assertThat(merge(with(names, format)).out()).isEqualTo(first);
    }
  }

  private static String[] with(List<String> names, String format) {
    List<String> all = new ArrayList<>(names);
    all.addAll(List.of("--format", format));
    return all.toArray(String[]::new);
  }

  @Test
  void theSameReportTwiceCountsOnce() throws IOException {
    write("in/a.json", report("stages", "shop/orders", "2026-11-01"));
    String once = merge("in", "--format", "ndjson").out();
    write("in/b.json", report("stages", "shop/orders", "2026-11-01"));

    Cli.Run twice = merge("in", "in/a.json", "./in/b.json", "--format", "ndjson");

    assertThat(twice.out()).isEqualTo(once);
    assertThat(twice.code()).isZero();
    assertThat(merge("in").out()).contains("2 reports: 1 read, 1 the same as another");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                   | is empty
          not json                                             | is not JSON
          [1]                                                  | an object is expected
          {}                                                   | not a report of 'check' or 'stages'
          {"schemaVersion":2,"stages":[]}                      | another schemaVersion than 1
          {"schemaVersion":"1"}                                | another schemaVersion than 1
          {"schemaVersion":1,"findings":[]}                    | not a report of 'check' or 'stages'
          {"schemaVersion":1,"tool":{"name":"other"}}          | not a report of iac-guard
          {"schemaVersion":1,"stages":7}                       | stages: an array is expected
          {"schemaVersion":1,"stages":[{"id":"a"}]}            | a stage without compliance
          {"schemaVersion":1,"findings":[{"rule":"IG101"}]}    | a finding without severity
          {"schemaVersion":1,"reports":[]}                     | it is a merged report
          {"schemaVersion":1,"summary":{"stages":-1}}          | stages: a count is expected
          {"schemaVersion":1,"summary":{"stages":2147483648}}  | stages: a count is expected
          {"schemaVersion":1,"summary":{"stages":1e3}}         | stages: a whole number is expected
          {"schemaVersion":1,"summary":{"stages":NaN}}         | is not JSON
          {"schemaVersion":1,"source":{"date":"0000-01-01"}}   | date: a date is expected
          {"schemaVersion":1,"source":{"date":"+99999-01-01"}} | date: a date is expected
          {"schemaVersion":1,"source":{"date":"2026-02-30"}}   | date: a date is expected
          {"schemaVersion":1,"stages":[],"stages":[]}          | Duplicate
          {"schemaVersion":1,"stages":[],"source":{}}          | source: it is expected before
          {"schemaVersion":1,"summary":{"monthlyCost":{"storage":1e300}}} | storage: an amount
          {"schemaVersion":1,"summary":{"monthlyCost":{"storage":-0.5}}}  | storage: an amount
          """)
  void whatIsNoReportIsNamedAndTheRestIsMerged(String text, String reason) throws IOException {
    write("in/a.json", report("stages", "shop/orders", "2026-11-01"));
    write("in/bad.json", text);

    Cli.Run run = merge("in", "--format", "json");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).startsWith("iac-guard: in/bad.json:").contains(reason).hasLineCount(1);
    assertThat(summary(run.out(), "stages")).isEqualTo("4");
    assertThat(run.out()).contains("\"status\":\"unreadable\"");
    Schemas.MERGE.accepts(run.out());
  }

  @ParameterizedTest
  @CsvSource({
    "'\"compliant\":0,\"failing\":4', '\"compliant\":400,\"failing\":0', do not add up",
    "'\"date\":\"2026-11-01\"', '\"date\":\"9999-12-31\"', its day 9999-12-31 is in the future",
    "'\"summary\":{', '\"summary\":{\"stages\":4,', Duplicate",
  })
  void aReportThatCannotBeTrueIsNotCounted(String text, String lie, String reason)
      throws IOException {
    String report = report("check", "shop/orders", "2026-11-01");
    assertThat(report).contains(text);
    write("in/lie.json", report.replace(text, lie));

    Cli.Run run = merge("in", "--format", "json");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains(reason);
    assertThat(summary(run.out(), "stages")).isEqualTo("0");
    Schemas.MERGE.accepts(run.out());
  }

  @Test
  void sumsStayNumbers() throws IOException {
    String most = "\"stages\":2147483647,\"compliant\":2147483647,\"failing\":0";
    for (String name : List.of("shop/a", "shop/b")) {
      String report = report("check", name, "2026-11-01");
      assertThat(report).contains("\"stages\":4,\"compliant\":0,\"failing\":4");
      write(
          "in/" + name + ".json",
          report.replace("\"stages\":4,\"compliant\":0,\"failing\":4", most));
    }

    Cli.Run run = merge("in", "--format", "json");

    assertThat(run.code()).isZero();
    assertThat(summary(run.out(), "stages")).isEqualTo("2147483647");
    Schemas.MERGE.accepts(run.out());
  }

  /** What the log of each stage writes and costs, where its report says that. */
  @Test
  void rowsHaveTheCostOfTheirLog() throws IOException {
    String report =
        report("stages", "shop/orders", "2026-11-01")
            .replaceFirst(
                "\"bytesPerRequest\":200", "\"bytesPerRequest\":200,\"monthlyCost\":0.00001")
            .replaceFirst(",\"bytesPerRequest\":162", "");
    write("in/a.json", report);

    assertThat(merge("in", "--format", "ndjson").out().lines())
        .anyMatch(row -> row.endsWith(",\"bytesPerRequest\":200,\"monthlyCost\":1.0E-5}"))
        .anyMatch(row -> row.endsWith(",\"bytesPerRequest\":200,\"monthlyCost\":null}"))
        .anyMatch(row -> row.endsWith(",\"bytesPerRequest\":null,\"monthlyCost\":null}"));
    assertThat(merge("in", "--format", "csv").out().lines())
        .anyMatch(row -> row.endsWith(",rules,bytesPerRequest,monthlyCost"))
        .anyMatch(row -> row.endsWith(",200,0.000010"))
        .anyMatch(row -> row.endsWith(",200,"))
        .anyMatch(row -> row.endsWith(",,"));
    Schemas.MERGE.accepts(merge("in", "--format", "json").out());
  }

  @Test
  void aReportThatIsCutOffCountsAsUnreadWhereverItEnds() throws IOException {
    String whole = report("check", "shop/orders", "2026-11-01").strip();
    for (int end = 0; end < whole.length(); end += 97) {
      write("cut.json", whole.substring(0, end));

      assertThat(merge("cut.json", "--format", "csv").code()).as("%s bytes", end).isEqualTo(3);
    }
  }

  @Test
  void hostileReportsAreRefusedInBoundedWork() throws IOException {
    write("in/deep.json", "{\"x\":" + "[".repeat(200_000));
    write(
        "in/long.json",
        "{\"schemaVersion\":1,\"source\":{\"repository\":\"" + "x".repeat(8 << 20) + "\"}}");
    Files.write(folder.resolve("in/binary.json"), new byte[] {0, 1, 2, (byte) 0xff, 7});
    Files.write(
        folder.resolve("in/latin.json"), "{\"\u00e9\":1}".getBytes(StandardCharsets.ISO_8859_1));
    write("outside.json", report("stages", "shop/orders", "2026-11-01"));
    Files.createSymbolicLink(folder.resolve("in/link.json"), folder.resolve("outside.json"));

    Cli.Run run = merge("in", "--format", "json");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("\"stages\":[]");
    assertThat(run.err().lines()).hasSize(5).noneMatch(line -> line.length() > 400);
  }

  @Test
  void namesOfReportsAreTextInEveryFormat() throws IOException {
    write(
        "in/a.json",
        report("stages", "shop/orders", "2026-11-01")
            .replace("team-orders", "<script>alert(1)</script>\\u001b[31m\\u202e=1+1")
            .replace("shop/orders", "=cmd()|<img src=x>"));
    for (String format : List.of("html", "markdown", "text", "csv", "ndjson", "json")) {
      assertThat(merge("in", "--format", format).out())
          .doesNotContain("\u001b", "\u202e")
          .doesNotContainPattern("(?m)^=cmd");
    }
    for (String format : List.of("html", "markdown")) {
      assertThat(merge("in", "--format", format).out()).doesNotContain("<script>alert", "<img");
    }
  }

  @Test
  void theLatestReportOfARepositoryCounts() throws IOException {
    String old = report("stages", "shop/orders", "2026-10-01");
    write("in/old.json", old.replace("\"compliance\":\"failing\"", "\"compliance\":\"compliant\""));
    write("in/new.json", report("stages", "shop/orders", "2026-11-01"));
    write("in/other.json", report("stages", "shop/returns", "2026-10-15"));

    Cli.Run run = merge("in", "--format", "json");

    assertThat(summary(run.out(), "stages")).isEqualTo("8");
    assertThat(summary(run.out(), "nonCompliant")).isEqualTo("8");
    assertThat(merge("in").out()).contains("4 older entries of a stage not counted");
  }

  @Test
  void aReportOfCheckAloneIsCountedWithoutRows() throws IOException {
    write("in/a.json", report("check", "shop/orders", "2026-11-01"));

    assertThat(merge("in", "--format", "ndjson").out()).isEmpty();
    assertThat(summary(merge("in", "--format", "json").out(), "stages")).isEqualTo("4");

    write("in/b.json", report("stages", "shop/orders", "2026-11-01"));
    assertThat(summary(merge("in", "--format", "json").out(), "stages")).isEqualTo("4");
  }

  /** Without a name of the repository, the file gives one. */
  @Test
  void filesGiveNamesToRepositories() throws IOException {
    String stages = report("stages", "", "2026-11-01");
    String check = report("check", "", "2026-11-01");
    write("in/orders/stages.json", stages);
    write("in/orders/check.json", check);
    write("in/returns.stages.json", stages + " ");
    write("in/team/billing.json", stages + "  ");

    String csv = merge("in", "--format", "csv").out();

    assertThat(csv.lines().skip(1).map(line -> line.replaceFirst(",.*", "")).distinct().sorted())
        .containsExactly("orders", "returns", "team/billing");
    assertThat(csv.lines()).hasSize(1 + 12);
  }

  @Test
  void tagsNameTeamAndEnvironment() throws IOException {
    write("in/a.json", report("stages", "shop/orders", "2026-11-01"));

    assertThat(merge("in", "--format", "ndjson").out()).contains("\"team\":\"team-orders\"");
    assertThat(merge("in", "--team-tag", "costcenter", "--format", "ndjson").out())
        .doesNotContain("team-orders\",\"environment");
    assertThat(merge("in", "--environment-tag", "Owner", "--format", "ndjson").out())
        .contains("\"environment\":\"team-orders\"");
  }

  @Test
  void aFolderWithoutReportsIsUnread() throws IOException {
    Files.createDirectory(folder.resolve("empty"));

    Cli.Run run = merge("empty");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("empty");
    assertThat(merge().code()).isEqualTo(2);
    assertThat(merge("empty", "--date", "tomorrow").code()).isEqualTo(2);
  }
}
