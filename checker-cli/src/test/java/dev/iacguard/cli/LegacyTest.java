package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.report.Schemas;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A change to code that has findings of long ago answers for itself alone. */
class LegacyTest extends RepositoryTest {
  private static final String OLDER =
      "iac-guard: 1 older finding in the affected stacks; 'iac-guard check --staged --all'"
          + " shows all\n";
  private static final String STRICT = "stage: {required-tags: [Owner, CostCenter, Team]}\n";

  @Test
  void whatWasThereBeforeDoesNotStopACommit() throws IOException {
    git.write("main.tf", Git.BAD).commit();
    git.write("main.tf", "# a word\n" + Git.BAD).stage();

    Cli.Run quiet = git.check("--staged", "--quiet");
    assertThat(quiet.out()).isEmpty();
    assertThat(quiet.err()).isEqualTo(OLDER);

    Cli.Run run = git.check("--staged");

    assertThat(run.out())
        .startsWith(
            "1 stage: 0 compliant, 1 failing, 0 conditional, 0 unknown; 1 finding existing");
    assertThat(run.err()).isEqualTo(OLDER);
    assertThat(run.code()).isZero();
    assertThat(git.check("--staged", "--all").code()).isEqualTo(1);
    assertThat(git.check("--all").err()).contains("--all needs --staged");
  }

  @Test
  void onlyWhatIsNewStopsACommit() throws IOException {
    git.write("main.tf", Git.BAD).commit();
    git.write("main.tf", Git.stage("more", "") + Git.BAD).stage();

    Cli.Run run = git.check("--staged", "--format", "json");

    Schemas.CHECK.accepts(run.out());
    assertThat(run.out())
        .containsOnlyOnce("\"standing\":\"known\",\"onChange\":false")
        .containsOnlyOnce("\"standing\":\"new\",\"onChange\":true");
    assertThat(run.err()).isEqualTo(OLDER);
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void whatGetsWorseStopsACommit() throws IOException {
    git.write("main.tf", "variable \"days\" {}\n" + Git.logged(-1)).commit();
    git.write("terraform.tfvars", "days = 0\n").stage();

    Cli.Run run = git.check("--staged");

    assertThat(run.out())
        .contains("error[IG201]", "since:      it existed before and is worse now")
        .contains("see:        terraform.tfvars:1 changed here");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void whatIsFixedOrMovedIsNoNews() throws IOException {
    git.write("old/main.tf", Git.BAD + Git.stage("other", "")).commit();
    git.delete("old/main.tf").write("new/main.tf", Git.BAD).stage();

    Cli.Run run = git.check("--staged", "--format", "json");

    assertThat(run.out()).contains("\"standing\":\"known\"", "\"mended\":[]");
    assertThat(run.code()).isZero();
  }

  @Test
  void whatAMergeBringsWasInTheOtherBranch() throws IOException {
    git.write("a/main.tf", "locals {}\n").commit().run("checkout", "-q", "-b", "other");
    git.write("b/main.tf", Git.BAD).write("a/main.tf", "locals {\n}\n").commit();
    git.run("checkout", "-q", "main").write("a/main.tf", "locals { }\n").commit();
    assertThat(git.call(Map.of(), "merge", "other").code()).isNotZero();
    git.write("a/main.tf", "locals {}\n").stage();

    assertThat(git.check("--staged").code()).isZero();

    git.write("a/main.tf", Git.BAD).stage();

    assertThat(git.check("--staged").out()).contains("a/main.tf").doesNotContain("b/main.tf");
  }

  @Test
  void aFileThatCouldNotBeReadBeforeIsNoNews() throws IOException {
    git.write("main.tf", Git.GOOD).write("broken.tf", "x = {\n").commit();
    git.write("main.tf", "# a word\n" + Git.GOOD);

    for (String option : new String[] {"--diff-base=HEAD", "--staged"}) {
      Cli.Run run = git.stage().check(option, "--format", "json");

      Schemas.CHECK.accepts(run.out());
      assertThat(run.out()).contains("\"rule\":\"IG001\"").contains("\"known\":true");
      assertThat(run.code()).as(option).isZero();
    }
    assertThat(git.check("--diff-base=HEAD").out()).contains("; 1 place not analysed, as before");
    assertThat(git.check().code()).isEqualTo(3);
  }

  @Test
  void aFileThatCannotBeReadAndIsChangedIsNews() throws IOException {
    git.write("main.tf", Git.GOOD).write("broken.tf", "x = {\n").commit();
    git.write("broken.tf", "# a word\nx = {\n").stage();

    assertThat(git.check("--staged").code()).isEqualTo(3);
    assertThat(git.check("--diff-base", "HEAD").code()).isEqualTo(3);
  }

  @Test
  void aFileThatBreaksIsNews() throws IOException {
    git.write("main.tf", Git.GOOD).write("a.tf", "locals {}\n").commit();
    git.write("a.tf", "locals {\n").stage();

    assertThat(git.check("--staged").out()).contains("error[IG001]", "a.tf");
    assertThat(git.check("--diff-base", "HEAD").code()).isEqualTo(3);
  }

  @Test
  void anExceptionThatCoveredNothingBeforeIsNoNews() throws IOException {
    String idle = "# iac-guard:ignore IG101 reason=\"once\"\n";
    git.write("main.tf", idle + Git.GOOD).commit().write("main.tf", idle + Git.GOOD + "# more\n");

    assertThat(git.check().out()).contains("matches no finding");
    assertThat(git.check("--diff-base", "HEAD").code()).isZero();

    git.write("main.tf", Git.GOOD).commit().write("main.tf", idle + Git.GOOD);

    assertThat(git.check("--diff-base", "HEAD").out()).contains("matches no finding");
  }

  @Test
  void anExceptionWhoseFindingIsFixedIsNews() throws IOException {
    String exception = "# iac-guard:ignore IG101 reason=\"once\"\n";
    String stage = "resource \"aws_apigatewayv2_stage\"";
    git.write("main.tf", Git.BAD.replace(stage, exception + stage)).commit();
    git.write("main.tf", Git.GOOD.replace(stage, exception + stage));

    assertThat(git.check("--diff-base", "HEAD").out())
        .contains("error[IG003]", "matches no finding");
  }

  @Test
  void thePolicyIsTheOneThatIsStaged() throws IOException {
    git.write("iac-guard.yaml", "rules: {IG101: off}\n").write("main.tf", Git.BAD).stage();
    git.write("iac-guard.yaml", "rules: {IG101: error}\n");

    assertThat(git.check().code()).isEqualTo(1);
    assertThat(git.check("--staged").code()).isZero();
    assertThat(git.check("--staged", "--config", "iac-guard.yaml").code()).isZero();
  }

  @Test
  void aPolicyThatIsNotStagedIsNamed() throws IOException {
    git.write("main.tf", Git.BAD).stage().write("iac-guard.yaml", "rules: {IG101: off}\n");

    Cli.Run run = git.check("--staged");

    assertThat(run.err())
        .isEqualTo(
            "iac-guard: iac-guard.yaml is not staged, so it does not apply to this commit; 'git add'"
                + " it\n");
    assertThat(run.code()).isEqualTo(1);
    assertThat(git.check("--staged", "--config", "iac-guard.yaml").code()).isZero();
  }

  @Test
  void aPolicyThatChangesIsHeldAgainstBothEnds() throws IOException {
    git.write("main.tf", Git.GOOD).commit();
    git.write("iac-guard.yaml", STRICT).write("main.tf", Git.GOOD + "# more\n").stage();

    for (String option : new String[] {"--diff-base=HEAD", "--staged"}) {
      Cli.Run run = git.check(option);

      assertThat(run.out()).contains("2 findings existing");
      assertThat(run.err())
          .contains(
              "iac-guard.yaml changed too; both revisions were checked with the current policy\n");
      assertThat(run.code()).as(option).isZero();
    }
  }
}
