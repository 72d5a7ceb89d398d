package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.report.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --diff-base} on repositories of the real git. */
class DiffBaseTest extends RepositoryTest {
  private static final Pattern FINDING =
      Pattern.compile("\"standing\":(\"[a-z]+\"|null).*?\"fingerprint\":\"([0-9a-f]+)\"");

  @Test
  void onlyWhatIsNewCounts() throws IOException {
    git.write("infra/main.tf", Git.BAD).commit();
    git.write("infra/main.tf", "# moved\n\n" + Git.BAD);

    assertThat(git.check("--diff-base", "HEAD").code()).isZero();

    git.write("infra/main.tf", Git.BAD + Git.stage("more", ""));

    Cli.Run run = git.check("--diff-base", "HEAD");
    assertThat(run.out())
        .contains("┌─ infra/main.tf:14:1")
        .doesNotContain("aws_apigatewayv2_stage.bad");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void theCommitThatTheBranchLeftIsTheBase() throws IOException {
    git.write("a/main.tf", Git.BAD).commit().run("checkout", "-q", "-b", "feature");
    git.write("b/main.tf", Git.BAD).commit().run("checkout", "-q", "main");
    git.delete("a/main.tf").commit().run("checkout", "-q", "--detach", "feature");

    Cli.Run run = git.check("--diff-base", "main", "--format", "json");

    Schemas.CHECK.accepts(run.out());
    assertThat(run.out())
        .containsOnlyOnce("\"standing\":\"known\",\"onChange\":false")
        .containsOnlyOnce("\"standing\":\"new\",\"onChange\":true");
  }

  @Test
  void aVariableIsChangedFarFromWhatItDoes() throws IOException {
    git.write("modules/api/main.tf", "variable \"days\" {}\n" + Git.logged(-1))
        .write(
            "live/main.tf",
            "variable \"days\" {}\nmodule \"api\" {\n  source = \"../modules/api\"\n  days = var.days\n}\n")
        .write("live/terraform.tfvars", "region = \"eu\"\ndays = 30\n")
        .commit();
    git.write("live/terraform.tfvars", "region = \"eu\"\ndays = 0\n");

    Cli.Run run = git.check("--diff-base", "HEAD");

    assertThat(run.out())
        .contains("┌─ modules/api/main.tf:", "see:        live/terraform.tfvars:2 changed here");
    assertThat(git.check("--diff-base", "HEAD", "--format", "json").out())
        .contains("\"standing\":\"new\",\"onChange\":true");
  }

  @Test
  void whatTheChangeMendsIsListed() throws IOException {
    git.write("infra/main.tf", Git.BAD).commit();
    git.write("infra/main.tf", Git.GOOD);

    Cli.Run run = git.check("--diff-base", "HEAD", "--format", "json");

    assertThat(run.out()).containsPattern("\"mended\":\\[\\{\"rule\":\"IG101\"");
    assertThat(run.code()).isZero();

    String sarif = git.check("--diff-base", "HEAD", "--format", "sarif").out();
    Schemas.SARIF.accepts(sarif);
    assertThat(sarif)
        .containsPattern("\"kind\":\"pass\",.*\"uri\":\"infra\",.*\"baselineState\":\"absent\"");
  }

  @Test
  void aRenamedFolderKeepsItsFindings() throws IOException {
    git.write("old/main.tf", Git.BAD).write("old/logs.tf", "locals {}\n").commit();
    git.write("deep/new/main.tf", Git.BAD + "# edited\n").write("deep/new/logs.tf", "locals {}\n");
    git.delete("old/main.tf").delete("old/logs.tf");

    Cli.Run run = git.check("--diff-base", "HEAD", "--format", "json");

    assertThat(run.out()).contains("\"standing\":\"known\"", "\"mended\":[]");
    assertThat(run.code()).isZero();
  }

  @Test
  void anExceptionThatGoesAwayBringsItsFindingBack() throws IOException {
    String excepted = "# iac-guard:ignore IG101 reason=\"known for long\"\n";
    git.write(
            "infra/main.tf",
            Git.BAD.replace(
                "resource \"aws_apigatewayv2_stage\"",
                excepted + "resource \"aws_apigatewayv2_stage\""))
        .commit();
    assertThat(git.check().code()).isZero();
    git.write("infra/main.tf", Git.BAD);

    assertThat(git.check("--diff-base", "HEAD").code()).isEqualTo(1);
  }

  /** What is judged at the base in part is what two whole runs say. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/main.tf -", "a/main.tf +", "modules/in/main.tf -", "modules/out/main.tf -",
        "b/main.tf -", "b/main.tf +", "shared/days.txt -", "shared/days.txt 0",
        "nested/child.yaml -", "nested/parent.yaml ~", "c/terraform.tfvars -",
      })
  void twoWholeRunsAgree(String edit) throws IOException {
    git.write("a/main.tf", call("../modules/out") + Git.stage("own", ""))
        .write("b/main.tf", call("../modules/in") + call("../modules/in").replace("\"m\"", "\"n\""))
        .write("modules/out/main.tf", call("../in"))
        .write(
            "modules/in/main.tf",
            "locals {\n  days = file(\"${path.module}/../../shared/days.txt\")\n}\n"
                + Git.logged(-1).replace("var.days", "local.days"))
        .write("shared/days.txt", "30")
        .write("a/other.tf", "locals {}\n")
        .write("c/main.tf", "variable \"days\" {}\n" + Git.logged(-1))
        .write("c/terraform.tfvars", "days = 0\n")
        .write(
            "nested/parent.yaml",
            "Resources:\n  C:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: child.yaml}\n")
        .write(
            "nested/child.yaml",
            "Resources:\n  S:\n    Type: AWS::ApiGatewayV2::Stage\n    Properties: {ApiId: a, StageName: b}\n")
        .commit();
    Set<String> before = fingerprints(git.check("--format", "json").out(), "null");
    String path = edit.substring(0, edit.indexOf(' '));
    switch (edit.charAt(edit.length() - 1)) {
      case '-' -> git.delete(path);
      case '+' ->
          git.write(path, Files.readString(git.folder().resolve(path)) + Git.stage("x", ""));
      case '~' -> git.write(path, "Resources: {T: {Type: AWS::SNS::Topic}}\n");
      default -> git.write(path, edit.substring(edit.length() - 1));
    }
    Set<String> fresh = fingerprints(git.check("--format", "json").out(), "null");
    fresh.removeAll(before);

    String out = git.check("--diff-base", "HEAD", "--format", "json").out();

    assertThat(fingerprints(out, "\"new\"")).isEqualTo(fresh);
    assertThat(fingerprints(out, "\"known\"")).isSubsetOf(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "origin/main", "a..b", "HEAD~9", "0123456789"})
  void aBaseThatIsNotThereIsNamed(String revision) throws IOException {
    git.write("infra/main.tf", Git.BAD).commit();

    Cli.Run run = git.check("--diff-base", revision);

    assertThat(run.err()).contains("--diff-base").contains(revision);
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void aShallowCloneHasToBeCompleted() throws IOException {
    git.write("infra/main.tf", Git.BAD).commit().commit().commit();
    git.run("clone", "-q", "--depth", "1", "file://" + git.folder(), "../shallow");
    Git shallow = Git.at(folder.resolve("shallow"));

    Cli.Run run = shallow.check("--diff-base", "HEAD~1");

    assertThat(run.err()).contains("'git fetch --unshallow'");
    assertThat(run.code()).isEqualTo(2);
    shallow.run("fetch", "-q", "--unshallow");
    assertThat(shallow.check("--diff-base", "HEAD~1").code()).isZero();
  }

  @Test
  void thereHasToBeACommitInCommon() throws IOException {
    assertThat(git.write("main.tf", "").check("--diff-base", "main").err())
        .contains("there is no commit yet");

    git.commit().run("checkout", "-q", "--orphan", "other");
    git.write("other.tf", "").commit();

    Cli.Run run = git.check("--diff-base", "main");
    assertThat(run.err()).contains("main and HEAD have no commit in common");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void whatIsNotCheckedOutIsNotTakenForFixed() throws IOException {
    git.write("a/main.tf", Git.BAD).write("b/main.tf", Git.BAD).commit();
    git.run("sparse-checkout", "set", "a");

    Cli.Run run = git.check("--diff-base", "HEAD", "--format", "json");

    assertThat(run.out()).contains("\"mended\":[]");
    assertThat(run.err()).contains("1 files are not checked out", "git sparse-checkout disable");
    assertThat(run.code()).isZero();
  }

  @Test
  void aSubmoduleThatMovesOnIsNamed() throws IOException {
    Git module = Git.init(folder.resolve("module")).write("main.tf", Git.GOOD).commit();
    git.run("submodule", "add", "-q", module.folder().toString(), "vendor").commit();
    Git inside = Git.at(git.folder().resolve("vendor")).write("main.tf", Git.BAD).commit();
    git.stage();

    assertThat(git.check("--diff-base", "HEAD").err()).contains("submodule vendor");
    assertThat(inside.check("--diff-base", "HEAD~1").code()).isEqualTo(1);
  }

  @Test
  void comparingTwiceMakesNoSense() throws IOException {
    git.write("main.tf", Git.BAD).commit();

    assertThat(git.check("--diff-base", "HEAD", "--staged").err()).contains("cannot be combined");
    assertThat(git.call(Map.of(), "status", "--short").output()).isEmpty();
  }

  private static Set<String> fingerprints(String json, String standing) {
    Set<String> found = new TreeSet<>();
    FINDING
        .matcher(json)
        .results()
        .filter(finding -> finding.group(1).equals(standing))
        .forEach(finding -> found.add(finding.group(2)));
    return found;
  }

  private static String call(String source) {
    return "module \"m\" {\n  source = \"" + source + "\"\n}\n";
  }
}
