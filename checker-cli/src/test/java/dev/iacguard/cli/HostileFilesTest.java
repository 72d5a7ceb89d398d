package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that wants to be shown what lies beside it, or to keep the check from ending. */
class HostileFilesTest {
  private static final String SECRET = "c2VjcmV0LXRva2Vu";

  /** Each has the secret in its names when what it names can be read. */
  private static final List<String> READS =
      List.of(
          "regex(\"basic (.*)\", file(\".git/config\"))",
          "split(\"\\n\", file(\"FOLDER/.git/config\"))",
          "split(\"\\n\", file(\"./infra/../.git/config\"))",
          "split(\"\\n\", templatefile(\".git/config\", {}))",
          "split(\"\\n\", base64decode(filebase64(\".git/config\")))",
          "[filemd5(\".git/config\"), filesha256(\".git/config\"), filebase64sha512(\".git/config\")]",
          "fileset(\".git\", \"*secret*\")",
          "fileset(\".\", \".git/*secret*\")",
          "split(\"\\n\", file(\"link\"))",
          "split(\"\\n\", file(\"folder/config\"))",
          "split(\"\\n\", file(\"chain/config\"))",
          "split(\"\\n\", file(\".terraform/modules/modules.json\"))",
          "split(\"\\n\", file(\".terraform/modules/stolen/config\"))",
          "split(\"\\n\", file(\"node_modules/x/token\"))");

  @TempDir Path folder;

  private Git repository() throws IOException {
    Git git = Git.init(folder.resolve("repository"));
    git.write(".git/config", "[http]\n  extraheader = AUTHORIZATION: basic " + SECRET + "\n");
    git.write(".git/" + SECRET, "");
    git.write(".git/policy.yaml", SECRET + ": 1\n");
    git.write("node_modules/x/token", SECRET);
    git.write(".terraform/modules/modules.json", "{\"Modules\":[{\"Source\":\"" + SECRET + "\"}]}");
    link(git, "link", ".git/config");
    link(git, "folder", ".git");
    link(git, "chain", "folder");
    link(git, ".terraform/modules/stolen", "../../.git");
    return git;
  }

  private static void link(Git git, String name, String target) throws IOException {
    Files.createSymbolicLink(git.folder().resolve(name), Path.of(target));
  }

  private static void showNothing(Git git) throws IOException {
    git.run("add", "-f", "--all", "--", ":!.terraform", ":!node_modules");
    for (String option : List.of("--fail-on=error", "--staged", "--diff-base=HEAD")) {
      for (String format : List.of("text", "json", "html", "sarif", "markdown")) {
        if (!option.startsWith("--diff") || format.equals("text")) {
          assertNoSecret(git.check(option, "--format", format));
        }
      }
    }
    assertNoSecret(Cli.in(git.folder()).run("stages", "--format", "json"));
  }

  private static void assertNoSecret(Cli.Run run) {
    assertThat(run.code()).as(run.err()).isLessThan(4);
    assertThat(run.out() + run.err()).doesNotContain(SECRET);
  }

  @Test
  void functionsReadNothingThatIsLeftOut() throws IOException {
    Git git = repository().write("README.md", "").run("commit", "-q", "--allow-empty", "-m", "a");
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < READS.size(); i++) {
      String read = READS.get(i).replace("FOLDER", git.folder().toString());
      code.append("resource \"aws_api_gateway_stage\" \"s%d\" {\n".formatted(i))
          .append("  for_each   = toset(%s)\n".formatted(read))
          .append("  stage_name = fileexists(\".git/config\") ? each.key : \"none\"\n}\n");
    }
    git.write("main.tf", code.toString());

    showNothing(git);
  }

  @Test
  void linksModulesIncludesAndPoliciesReadNothingThatIsLeftOut() throws IOException {
    Git git = repository().run("commit", "-q", "--allow-empty", "-m", "a");
    link(git, "b.tf", ".git/config");
    link(git, "c.auto.tfvars", "folder/config");
    link(git, "d.yaml", ".git/config");
    git.write("main.tf", "module \"m\" {\n  source = \"./.git\"\n}\n" + Git.BAD);
    git.write(
        "template.yaml",
        """
        Resources:
          Api:
            Type: AWS::ApiGateway::Stage
            Properties:
              Fn::Transform: {Name: AWS::Include, Parameters: {Location: .git/policy.yaml}}
          Nested:
            Type: AWS::CloudFormation::Stack
            Properties: {TemplateURL: ./folder/policy.yaml}
        """);
    showNothing(git);

    git.write("iac-guard.yaml", "extends: .git/policy.yaml\n");
    Cli.Run run = git.check();
    assertThat(run.err()).contains("excluded directory").doesNotContain(SECRET);
    assertThat(run.code()).isEqualTo(2);
  }

  /** The reason shows that these would show the secret if it could be read. */
  @Test
  void theSameIsReadElsewhere() throws IOException {
    Git git = Git.init(folder.resolve("repository")).write("infra/config", "basic " + SECRET);
    git.write(
        "main.tf",
        """
        resource "aws_api_gateway_stage" "s" {
          for_each = toset(regex("basic (.*)", file("infra/config")))
        }
        """);

    assertThat(git.check().out()).contains(SECRET);
  }

  @Test
  void noLineOfAFileOfAnotherKindIsShown() throws IOException {
    Git git = Git.init(folder.resolve("repository")).write(".env", "TOKEN= (" + SECRET + "\n");
    link(git, "env.tf", ".env");

    for (String format : List.of("text", "html")) {
      Cli.Run run = git.check("--format", format);
      assertThat(run.out()).contains("IG001").doesNotContain(SECRET);
      assertThat(run.code()).isEqualTo(3);
    }
  }

  @Test
  @Timeout(60)
  void pipesAreNotOpened() throws Exception {
    Files.writeString(folder.resolve("main.tf"), Git.BAD);
    for (String name : List.of("pipe.yaml", "pipe.tf", "pipe.json", "pipe.tfvars", "pipe")) {
      pipe(folder.resolve(name));
    }
    Files.createSymbolicLink(folder.resolve("link.template"), Path.of("pipe"));

    Cli.Run run = Cli.in(folder).run("check", "--root", ".");

    assertThat(run.out()).contains("pipe.tf", "pipe.tfvars", "is not a regular file", "IG101");
    assertThat(run.err()).contains("pipe.yaml is not", "pipe.json is not", "link.template is not");
    assertThat(run.code()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pipe.yaml",
        "--plan=pipe.yaml",
        "--var-file=pipe.yaml",
        "--parameters=pipe.yaml",
        "--config=pipe.yaml",
        "--baseline=pipe.yaml"
      })
  @Timeout(60)
  void aPipeThatIsNamedIsRefused(String argument) throws Exception {
    pipe(folder.resolve("pipe.yaml"));

    Cli.Run run = Cli.in(folder).run("check", argument);

    assertThat(run.err()).contains("pipe.yaml is a pipe, a socket or a device");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--diff-base=HEAD", "--staged"})
  @Timeout(60)
  void aHugeFileInAChangeIsNotRead(String option) throws IOException {
    Git git = Git.init(folder.resolve("repository")).write("main.tf", Git.GOOD).commit();
    git.write("main.tf", Git.BAD);
    git.stage();
    try (var huge = new RandomAccessFile(git.folder().resolve("huge.tf").toFile(), "rw")) {
      huge.setLength(3L << 30);
    }

    Cli.Run run = git.check(option);

    assertThat(run.out()).contains("IG101");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(option.equals("--staged") ? 1 : 3);
  }

  @Test
  @Timeout(60)
  void socketsAreNotOpened() throws IOException {
    Files.writeString(folder.resolve("main.tf"), Git.BAD);
    for (String name : List.of("s.tf", "s.yaml")) {
      try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        socket.bind(UnixDomainSocketAddress.of(folder.resolve(name)));
      }
    }

    Cli.Run run = Cli.in(folder).run("check", "--root", ".");

    assertThat(run.out()).contains("s.tf", "is not a regular file", "IG101");
    assertThat(run.err()).contains("s.yaml is not");
    assertThat(run.code()).isEqualTo(3);
    assertThat(Cli.in(folder).run("check", "s.yaml").err())
        .contains("s.yaml is a pipe, a socket or a device");
  }

  @Test
  void aLinkIntoWhatIsLeftOutIsRefused() throws IOException {
    Git git = repository();
    link(git, "b.tf", ".git/config");

    Cli.Run run = git.check("b.tf");

    assertThat(run.err()).contains("b.tf is a link to", ".git is skipped").doesNotContain(SECRET);
    assertThat(run.code()).isEqualTo(2);
    assertThat(git.check("node_modules/x").code()).isZero();
  }

  @Test
  void aBaselineThatIsNoTextIsNamed() throws IOException {
    Files.write(
        folder.resolve("b.json"), "{\n \"\u00ff\": 1}".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(folder.resolve("main.tf"), Git.BAD);

    Cli.Run run = Cli.in(folder).run("check", "--root=.", "--baseline", "b.json");

    assertThat(run.err()).contains("--baseline b.json is not UTF-8 text (line 2, column 3)");
    assertThat(run.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "main.tf | resource \"x\" \"y\" {~  count = -1~} | main.tf:2:11",
        "main.tf | resource \"x\" \"y\" {~  count = -2147483649~} | main.tf:2:11",
        "main.tf | resource \"x\" \"y\" {~  count = -1e18~} | main.tf:2:11",
        "main.tf | resource \"x\" \"y\" {~  count = 1.5~} | main.tf:2:11",
        "main.tf | resource \"x\" \"y\" {~  count = \"-3\"~} | main.tf:2:11",
        "main.tf | a = 1~^ | main.tf:2:1",
        "main.tf | a = 1~ÿ | main.tf:2:1",
        "t.yaml | Resources:~  A:~    Type: AWS::ApiGateway::Stage~    B: ^ | t.yaml:4:8",
        "t.json | {\"Resources\":~{\"A\":{\"Type\":\"AWS::ApiGateway::Stage^\"}}} | t.json:2:",
        "main.tf.json | {\"resource\":~5} | main.tf.json:2:1",
        "main.tf.json | {\"resource\":~{\"aws_api_gateway_stage\":[5]}} | main.tf.json:2:27",
        "main.tf.json | {\"module\":~{\"m\":\"x\"}} | main.tf.json:2:6",
        "main.tf.json | [~5] | main.tf.json:2:1"
      })
  @Timeout(30)
  void whatIsWrongIsNamedWhereItIs(String name, String code, String place) throws IOException {
    byte[] bytes = code.replace('~', '\n').replace('^', '\0').getBytes(StandardCharsets.ISO_8859_1);
    String text = "resource \"aws_api_gateway_stage\" \"here\" {}\n";
    Files.write(folder.resolve(name), bytes);
    Files.writeString(folder.resolve("more.tf"), text);
    String stage = new String(bytes, StandardCharsets.ISO_8859_1);
    if (stage.contains("\"x\" \"y\"")) {
      Files.writeString(folder.resolve(name), stage.replace("\"x\"", "\"aws_api_gateway_stage\""));
    }

    Cli.Run run = Cli.in(folder).run("check", "--root=.");

    assertThat(run.out()).contains("error[IG001]", "┌─ " + place);
    assertThat(run.code()).isEqualTo(3);
  }

  private static void pipe(Path path) throws Exception {
    try {
      int code = new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
      assumeTrue(code == 0, "mkfifo does not work here");
    } catch (IOException e) {
      assumeTrue(false, "mkfifo is not installed");
    }
  }
}
