package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the HTML report in a headless Chromium; skipped where there is none. */
class BrowserTest {
  private static final Path ROOT = Path.of(System.getProperty("iacguard.root"));

  @TempDir Path folder;

  @Test
  void thePageWorksAndAsksForNothing() throws Exception {
    @Nullable String chromium = chromium();
    assumeTrue(chromium != null, "there is no chromium on the PATH");
    String browser = Objects.requireNonNull(chromium);
    Path page = folder.resolve("report.html");
    assertThat(
            Cli.in(ROOT).run("check", "fixtures/examples/orders", "--format=html=" + page).code())
        .isEqualTo(1);
    // What a person would do: search and sort. The page's policy lets no other script in, so this
    // copy has none.
    String driven =
        Files.readString(page)
            .replaceFirst("(?s)<meta http-equiv=\"Content-Security-Policy\".*?>", "")
            .replace(
                "</body>",
                """
                <script>
                const form = document.querySelector("form[data-list=stage-rows]");
                form.querySelector("input").value = "module.ORDERS";
                form.dispatchEvent(new Event("input"));
                document.querySelector("th button").click();
                document.querySelector("th button").click();
                const page = document.documentElement;
                page.dataset.fits = page.scrollWidth <= page.clientWidth;
                </script></body>
                """);
    Path copy = Files.writeString(folder.resolve("driven.html"), driven);

    String dom = open(page, browser);
    String searched = open(copy, browser);

    assertThat(dom).contains(">4 of 4</output>").doesNotContain("hidden=\"\"");
    assertThat(searched)
        .contains(">1 of 4</output>", "aria-sort=\"descending\"", "data-fits=\"true\"");
    assertThat(Pattern.compile("<tr data-kind=[^>]*hidden").matcher(searched).results()).hasSize(3);
  }

  @Test
  void theMergedPageWorksAndAsksForNothing() throws Exception {
    @Nullable String chromium = chromium();
    assumeTrue(chromium != null, "there is no chromium on the PATH");
    Path reports = Files.createDirectory(folder.resolve("reports"));
    for (String command : List.of("stages", "check")) {
      Path report = reports.resolve("orders." + command + ".json");
      Cli.in(ROOT).run(command, "fixtures/examples/orders", "--format=json=" + report);
    }
    for (String day : List.of("2026-10-01", "2026-11-01")) {
      Cli.Run run =
          Cli.in(folder)
              .run(
                  "merge",
                  "reports",
                  "--history=history.ndjson",
                  "--date=" + day,
                  "--format=html=merged.html");
      assertThat(run.code()).as(run.err()).isZero();
    }

    String dom = open(folder.resolve("merged.html"), Objects.requireNonNull(chromium));

    assertThat(dom)
        .containsPattern(">(\\d+) of \\1</output>")
        .contains("Adherence by environment from 2026-10-01 to 2026-11-01");
  }

  /** The page after its scripts have run; it must not have complained or loaded anything. */
  private String open(Path page, String chromium) throws Exception {
    Path net = folder.resolve("net.json");
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=400,900",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
                "--enable-logging=stderr",
                "--log-net-log=" + net,
                "--dump-dom",
                page.toUri().toString())
            .redirectError(log.toFile())
            .start();
    String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readString(log)).doesNotContain("CONSOLE");
    Stream<String> requests =
        // What the browser asks for by itself has no initiator.
        Pattern.compile("\"initiator\":\"(?!not an origin)[^{}]*\"url\":\"(https?:[^\"]*)\"")
            .matcher(Files.readString(net))
            .results()
            .map(found -> found.group(1));
    assertThat(requests).isEmpty();
    return dom;
  }

  private static @Nullable String chromium() throws IOException {
    for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
      for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) {
          return program.toString();
        }
      }
    }
    return null;
  }
}
