package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README bring a messy project to exit code 0, and what is new fails. */
class FirstFiveMinutesTest {
  private static final Path ROOT = Path.of(System.getProperty("iacguard.root"));
  private static final int COMMANDS = 4;

  @TempDir Path folder;

  @Test
  void aMessyProjectIsAdopted() throws IOException {
    Git git = Git.init(folder);
    git.write("api/main.tf", Git.BAD + "module \"far\" {\n  source = \"acme/far/aws\"\n}\n");
    git.write("api/half.tf", "resource \"aws_api_gateway_stage\" {");
    git.write("logged/main.tf", Git.logged(30).replace("Owner", "Team"));
    git.write(
        "templates/api.yaml",
        "Resources:\n  Stage:\n   - {{ stage }}\n  Type: AWS::ApiGateway::Stage\n");
    git.write(".gitignore", "/build/\n");
    git.write("build/main.tf", Git.BAD);

    List<String> commands =
        Files.readString(ROOT.resolve("README.md"))
            .lines()
            .dropWhile(line -> !line.equals("## First five minutes"))
            .filter(line -> line.startsWith("iac-guard "))
            .map(line -> line.replaceFirst("\\s*#.*", "").substring("iac-guard ".length()))
            .limit(COMMANDS)
            .toList();
    Cli.Run last = Cli.in(folder).run();
    for (String command : commands) {
      last = Cli.in(folder).run(command.split(" "));
    }

    assertThat(commands).last().asString().startsWith("check --baseline");
    assertThat(last.out()).contains("not analysed, as before", "1 file excluded");
    assertThat(last.code()).isZero();

    git.write("fresh/main.tf", Git.stage("fresh", ""));
    Cli.Run news = Cli.in(folder).run(commands.get(COMMANDS - 1).split(" "));
    assertThat(news.code()).isEqualTo(1);
    assertThat(news.out()).contains("error[IG101]", "fresh/main.tf").doesNotContain("api/main.tf");
  }
}
