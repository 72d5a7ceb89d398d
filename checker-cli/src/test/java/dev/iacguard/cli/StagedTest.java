package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --staged} on repositories of the real git. */
class StagedTest extends RepositoryTest {
  @Test
  void aHalfStagedFileIsJudgedAsItWillBeCommitted() throws IOException {
    git.write("infra/main.tf", Git.GOOD).stage().write("infra/main.tf", Git.BAD);

    assertThat(git.check().code()).isEqualTo(1);
    assertThat(git.check("--staged").code()).isZero();

    git.stage().write("infra/main.tf", Git.GOOD);

    Cli.Run run = git.check("--staged");
    assertThat(run.out()).contains("error[IG101]", "┌─ infra/main.tf:5:1", "1 stage: 0 compliant");
    assertThat(run.code()).isEqualTo(1);
    assertThat(git.check().code()).isZero();
  }

  @Test
  void nothingStagedIsNothingToCheck() throws IOException {
    git.write("infra/main.tf", Git.BAD).commit();

    assertThat(git.check("--staged").out()).startsWith("nothing to check: ");

    git.write("src/app.py", "print()").write("README.md", "hello").stage();

    Cli.Run run = git.check("--staged");
    assertThat(run.out()).startsWith("nothing to check: ");
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "a/main.tf,                'a/main.tf'",
    "a/terraform.tfvars,       'a/main.tf'",
    "a/files/format.txt,       'a/main.tf'",
    "shared/format.json,       'a/main.tf'",
    "modules/inner/main.tf,    'a/main.tf,b/main.tf'",
    "modules/outer/main.tf,    'b/main.tf'",
    "nested/child.yaml,        'nested/parent.yaml'",
    "other/network.yaml,       'other/api.yaml,other/network.yaml'",
  })
  void onlyStacksThatTheCommitReachesAreJudged(String changed, String stacks) throws IOException {
    String broken = "x = {";
    git.write(
            "a/main.tf",
            Git.BAD + call("../modules/inner") + read("${path.module}/../shared/format.json"))
        .write("a/terraform.tfvars", "a = 1")
        .write("a/files/format.txt", "a")
        .write("b/main.tf", Git.BAD + call("../modules/outer"))
        .write("modules/outer/main.tf", call("./../inner"))
        .write("modules/inner/main.tf", Git.BAD)
        .write("shared/format.json", "{}")
        .write("c/main.tf", Git.BAD + read("${path.module}/own.json"))
        .write("c/broken.tf", broken)
        .write("nested/parent.yaml", nesting("./child.yaml"))
        .write("nested/child.yaml", TEMPLATE)
        .write("other/network.yaml", TEMPLATE + "Outputs:\n  A: {Value: a, Export: {Name: a}}\n")
        .write("other/api.yaml", TEMPLATE + "    Description: !ImportValue a\n")
        .write("other/alone.yaml", TEMPLATE)
        .commit();
    Files.writeString(git.folder().resolve(changed), "\n", StandardOpenOption.APPEND);
    git.stage();

    String json = git.check("--staged", "--format", "json").out();

    assertThat(json).doesNotContain("broken.tf");
    for (String file :
        "a/main.tf,b/main.tf,c/main.tf,nested/parent.yaml,other/api.yaml,other/network.yaml,other/alone.yaml"
            .split(",")) {
      String stack = file.endsWith(".tf") ? file.substring(0, file.indexOf("/")) : file;
      assertThat(json.contains("\"stack\":\"" + stack + "\""))
          .as(file)
          .isEqualTo(("," + stacks + ",").contains("," + file + ","));
    }
  }

  /** Found by the end of their address, as in a check of the whole tree. */
  @Test
  void nestedStacksThatACommitLeavesAloneAreStillThere() throws IOException {
    String address = "https://s3.amazonaws.com/bucket/";
    git.write(
            "parent.yaml", nesting(address + "api.yaml") + nested("B", address + "base/main.yaml"))
        .write("base/main.yaml", nesting(address + "base/inner.yaml"))
        .write("base/inner.yaml", "Resources:\n  T:\n    Type: AWS::SNS::Topic\n")
        .write("api.yaml", TEMPLATE)
        .commit();
    git.write("api.yaml", TEMPLATE.replace("live", "test")).stage();

    assertThat(git.check("--staged", "--format", "json").out())
        .contains("\"stack\":\"parent.yaml\"")
        .doesNotContain("not in the tree");
  }

  @Test
  void whatACommitTakesAwayMatters() throws IOException {
    git.write("infra/main.tf", Git.stage("bad", LOG_TO_GROUP))
        .write("infra/logs.tf", Git.GOOD.substring(Git.GOOD.indexOf("resource \"aws_cloudwatch")))
        .commit();
    git.delete("infra/logs.tf").stage();

    assertThat(git.check("--staged", "--format", "json").out()).contains("\"stack\":\"infra\"");
  }

  @Test
  void theFirstCommitHasNothingBefore() throws IOException {
    git.write("infra/main.tf", Git.BAD).stage();

    assertThat(git.check("--staged").code()).isEqualTo(1);
  }

  @Test
  void whatIsOnlyMeantToBeAddedIsNotInTheCommit() throws IOException {
    git.write("infra/main.tf", Git.BAD).run("add", "-N", ".");

    assertThat(git.check("--staged").out()).startsWith("nothing to check: ");
  }

  @Test
  void theIndexOfThisVeryCommitIsRead() throws IOException {
    git.write("infra/main.tf", Git.GOOD).commit().write("infra/main.tf", Git.BAD);
    Files.copy(git.folder().resolve(".git/index"), git.folder().resolve(".git/next"));
    assertThat(git.call(Map.of("GIT_INDEX_FILE", ".git/next"), "add", "-A").code()).isZero();

    Cli.Run run = Cli.in(git.folder()).with("GIT_INDEX_FILE", ".git/next").run("check", "--staged");

    assertThat(run.code()).isEqualTo(1);
    assertThat(git.check("--staged").code()).isZero();
  }

  @Test
  void conflictsHaveToBeResolvedFirst() throws IOException {
    git.write("main.tf", "a = 1\n").commit().run("checkout", "-q", "-b", "other");
    git.write("main.tf", "a = 2\n").commit().run("checkout", "-q", "main");
    git.write("main.tf", "a = 3\n").commit();
    assertThat(git.call(Map.of(), "merge", "other").code()).isNotZero();

    Cli.Run run = git.check("--staged");

    assertThat(run.err()).contains("conflicts", "git add");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void aPlainIndexIsNeeded() throws IOException {
    git.write("infra/main.tf", Git.GOOD).commit().run("update-index", "--split-index");

    Cli.Run run = git.check("--staged");

    assertThat(run.err()).contains("git update-index --no-split-index");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void withoutARepositoryThereIsNothingStaged() throws IOException {
    Path plain = Files.createDirectory(folder.resolve("plain"));

    Cli.Run run = Cli.in(plain).run("check", "--staged", "--root", ".");

    assertThat(run.err()).contains("is in no git repository");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void aBareRepositoryHasNothingStaged() throws IOException {
    git.write("infra/main.tf", Git.GOOD).commit();
    git.run("clone", "-q", "--bare", ".", "../bare.git");

    Cli.Run run = Cli.in(folder.resolve("bare.git")).run("check", "--staged", "--root", ".");

    assertThat(run.err()).contains("is a bare repository");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void linkedWorkTreesAndDetachedHeadsAreLikeOthers() throws IOException {
    git.write("infra/main.tf", Git.GOOD).commit();
    git.run("worktree", "add", "-q", "--detach", "../linked");
    Git linked = Git.at(folder.resolve("linked")).write("infra/main.tf", Git.BAD);

    assertThat(linked.check("--staged").code()).isZero();
    assertThat(linked.stage().check("--staged").code()).isEqualTo(1);
    assertThat(git.check("--staged").out()).startsWith("nothing to check: ");
  }

  @Test
  void modulesInSubmodulesAreReadAsTheyAreCheckedOut() throws IOException {
    Git module = Git.init(folder.resolve("module")).write("main.tf", Git.BAD).commit();
    git.write("infra/main.tf", call("../vendor")).commit();
    git.run("submodule", "add", "-q", module.folder().toString(), "vendor").stage();

    Cli.Run run = git.check("--staged");

    assertThat(run.out()).contains("┌─ vendor/main.tf:5:1", "via:    module.m (infra/main.tf:1)");
    assertThat(Git.at(git.folder().resolve("vendor")).check("--staged").code()).isZero();
    assertThat(run.err())
        .contains("the changes in the submodule vendor were not compared; check it by itself");
  }

  @Test
  void whatIsNotCheckedOutIsReadFromTheIndex() throws IOException {
    git.write("infra/main.tf", call("../modules/a") + "# 1\n").write("modules/a/main.tf", Git.BAD);
    git.commit().run("sparse-checkout", "set", "infra");
    git.write("infra/main.tf", call("../modules/a") + "# 2\n").stage();

    assertThat(git.folder().resolve("modules")).doesNotExist();
    assertThat(git.check("--staged", "--all").out()).contains("┌─ modules/a/main.tf:5:1");
  }

  @Test
  void symbolicLinksAreFollowedInsideTheTree() throws IOException {
    git.write("modules/real/main.tf", Git.BAD).write("infra/main.tf", call("../modules/link"));
    Files.createSymbolicLink(git.folder().resolve("modules/link"), Path.of("real"));
    Files.createSymbolicLink(git.folder().resolve("infra/out.tf"), Path.of("/etc/passwd"));
    Files.createSymbolicLink(git.folder().resolve("infra/ring.tf"), Path.of("ring.tf"));
    git.stage();

    Cli.Run run = git.check("--staged");

    assertThat(run.out()).contains("module.m").doesNotContain("passwd", "root:");
    assertThat(run.code()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "it's \"quoted\"", "größe 名", "new\nline", "-rf", ":(top)"})
  void namesMayHaveAnyCharacter(String name) throws IOException {
    git.write(name + "/main.tf", Git.GOOD).commit().write(name + "/main.tf", Git.BAD).stage();

    Cli.Run run = git.check("--staged");

    assertThat(run.out()).contains("error[IG101]", "1 stage: 0 compliant");
    assertThat(git.check("--diff-base", "HEAD").code()).isEqualTo(1);
  }

  @Test
  void aFileThatIsGivenReachesEveryStack() throws IOException {
    git.write("a/main.tf", "variable \"days\" {}\n" + Git.logged(-1))
        .write("e/a.tfvars", "days = 30");
    git.commit().write("e/a.tfvars", "days = 0").stage();

    assertThat(git.check("--staged", "--var-file", "e/a.tfvars").code()).isEqualTo(1);
    assertThat(git.check("--staged", "--variant", "e/a.tfvars").out()).contains("a/main.tf");
    assertThat(git.check("--staged").out()).startsWith("nothing to check: ");
  }

  @Test
  void aVariantIsMeantForTheStackAroundItsFileEvenIfThatIsNotJudged() throws IOException {
    git.write("a/main.tf", Git.GOOD).write("a/env/a.tfvars", "days = 30").commit();
    git.write("b/main.tf", Git.BAD).stage();

    Cli.Run run = git.check("--staged", "--variant", "prod=a/env/a.tfvars", "--format", "json");

    assertThat(run.out()).contains("\"stack\":\"b\"").doesNotContain("(prod)");
  }

  @Test
  void namedPathsNarrowWhatIsJudged() throws IOException {
    git.write("a/main.tf", Git.BAD).write("b/main.tf", Git.BAD).stage();

    assertThat(git.check("--staged", "a").out()).contains("a/main.tf").doesNotContain("b/main.tf");
  }

  private static final String TEMPLATE =
      """
      Resources:
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: a
            StageName: live
      """;

  private static final String LOG_TO_GROUP =
      """
        access_log_settings {
          destination_arn = aws_cloudwatch_log_group.logs.arn
          format          = "$context.requestId"
        }
      """;

  private static String nesting(String child) {
    return "Resources:\n" + nested("C", child);
  }

  private static String nested(String id, String child) {
    return "  "
        + id
        + ":\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: "
        + child
        + "\n";
  }

  private static String call(String source) {
    return "module \"m\" {\n  source = \"" + source + "\"\n}\n";
  }

  private static String read(String path) {
    return "locals {\n  text = file(\"" + path + "\")\n}\n";
  }
}
