package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.report.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** IG005: a change that edits what judges it, in repositories of the real git. */
class PolicyChangedTest {
  private static final String YEAR = "log-group:\n  retention-days: {min: 365}\n";
  private static final String IGNORE = "# iac-guard:ignore IG101 reason=\"later\"\n";
  private static final String STAGE = "resource \"aws_apigatewayv2_stage\"";

  @TempDir Path folder;
  private Git git;

  @BeforeEach
  void init() throws IOException {
    git = Git.init(folder.resolve("repository"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "min: 365                 | min: 1                    | log-group.retention-days.min 365 -> 1",
        "rules: {}                | rules: {IG201: off}       | rules.IG201 error -> off",
        "rules: {}                | rules: {log-group-never-expires: off} | rules.IG201 error -> off",
        "required-tags: [Owner]   | required-tags: []         | log-group.required-tags [Owner] -> []",
        "need-expiry: true        | need-expiry: false        | waivers-need-expiry true -> false",
        "until: 2027-01-01        | until: 2028-01-01         | waiver is extended: IG109 for a until 2027-01-01 -> 2028-01-01",
        "', until: 2027-01-01'    | ''                        | waiver is extended: IG109 for a until 2027-01-01 -> no end",
        "resource: a              | resource: a*              | waiver is added: IG109 for a*",
        "min: 14                  | min: 3                    | log-group.retention-days.min 14 -> 3 for infra/dev/**",
        "match: [infra/dev/**]    | match: [infra/**]         | log-group.retention-days.min 365 -> 14 for infra/**",
        "message: m               | message: n                | custom-rules.X1 is changed",
        "extends: base.yaml       | extends: default          | access-log.format json -> any",
      })
  void whatNoLongerHoldsIsNamed(String old, String now, String message) throws IOException {
    git.write("infra/main.tf", Git.GOOD).write("base.yaml", "access-log: {format: json}\n");
    git.write("iac-guard.yaml", POLICY).commit();
    assertThat(POLICY).contains(old);
    git.write("iac-guard.yaml", POLICY.replace(old, now));

    Cli.Run run = git.check("--diff-base", "HEAD");

    assertThat(run.out()).as(run.err()).contains("warning[IG005]: " + message + "\n");
    git.stage();
    assertThat(git.check("--staged").out()).contains("warning[IG005]: " + message + "\n");
  }

  private static final String POLICY =
      """
      extends: base.yaml
      log-group:
        retention-days: {min: 365}
        required-tags: [Owner]
      rules: {}
      waivers-need-expiry: true
      environments:
        - match: [infra/dev/**]
          log-group: {retention-days: {min: 14}}
      waivers:
        - {rule: IG109, resource: a, reason: r, until: 2027-01-01}
      custom-rules:
        - {id: X1, name: a-b, title: t, for: stage, require: 'true', message: m}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# a comment\n" + POLICY_START,
        "log-group: {required-tags: [Owner], retention-days: {min: 365}}\n",
      })
  void whatSaysTheSameIsNoEdit(String same) throws IOException {
    git.write("infra/main.tf", Git.GOOD).write("iac-guard.yaml", POLICY_START).commit();
    git.write("iac-guard.yaml", same);

    assertThat(git.check("--diff-base", "HEAD").out()).doesNotContain("IG005");
  }

  private static final String POLICY_START =
      "log-group:\n  retention-days: {min: 365}\n  required-tags: [Owner]\n";

  @Test
  void anExtendedFileIsPartOfThePolicy() throws IOException {
    git.write("infra/main.tf", Git.GOOD).write("rules/a.yaml", YEAR);
    git.write("iac-guard.yaml", "extends: rules\n").commit();
    git.write("rules/b.yaml", "log-group:\n  retention-days: {min: 1}\n");

    assertThat(git.check("--diff-base", "HEAD").out())
        .contains("rules/b.yaml:2:25", "warning[IG005]: log-group.retention-days.min 365 -> 1\n");
  }

  @Test
  void aNearerPolicyShadows() throws IOException {
    git.write("infra/main.tf", Git.GOOD).write("iac-guard.yaml", YEAR).commit();
    git.write("infra/iac-guard.yaml", "log-group:\n  retention-days: {min: 1}\n");

    assertThat(git.check("infra", "--diff-base", "HEAD").out())
        .contains(
            "infra/iac-guard.yaml shadows iac-guard.yaml:"
                + " log-group.retention-days.min 365 -> 1 for infra/");
    assertThat(git.check("--diff-base", "HEAD").out()).doesNotContain("IG005");
  }

  @Test
  void aPolicyThatIsRemovedOrAddedIsNamed() throws IOException {
    git.write("infra/main.tf", Git.GOOD).write("iac-guard.yaml", YEAR).commit();
    git.delete("iac-guard.yaml");

    assertThat(git.check("--diff-base", "HEAD").out())
        .contains("iac-guard.yaml is removed: log-group.retention-days.min 365 -> not set");

    git.commit().write("iac-guard.yaml", "rules: {IG101: off}\n");

    assertThat(git.check("--diff-base", "HEAD").out())
        .contains("iac-guard.yaml is added: rules.IG101 error -> off");
  }

  @Test
  void theChangeCannotTurnTheFindingOff() throws IOException {
    git.write("infra/main.tf", Git.GOOD).write("iac-guard.yaml", YEAR).commit();
    git.write("iac-guard.yaml", "rules: {IG005: off, IG201: off}\n");

    Cli.Run run = git.check("--diff-base", "HEAD", "--fail-on", "warning");

    assertThat(run.out()).contains("warning[IG005]: rules.IG201 error -> off");
    assertThat(run.code()).isEqualTo(1);

    git.write("iac-guard.yaml", "rules: {IG005: error}\n").commit();
    git.write("iac-guard.yaml", "rules: {IG005: note}\n");

    assertThat(git.check("--diff-base", "HEAD").out()).contains("error[IG005]: rules.IG005 error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "sarif", "junit", "github", "gitlab", "markdown", "html"})
  void everyFormHasIt(String format) throws IOException {
    git.write("infra/main.tf", Git.GOOD).write("iac-guard.yaml", YEAR).commit();
    git.write("iac-guard.yaml", "rules: {IG201: off}\n");

    String out = git.check("--diff-base", "HEAD", "--format", format).out();

    assertThat(out).contains("IG005").containsPattern("rules.IG201 error -(>|&gt;|&#62;) off");
    if (format.equals("sarif")) {
      Schemas.SARIF.accepts(out);
      assertThat(out).contains("\"ruleId\":\"IG005\"");
    }
  }

  @Test
  void aPolicyThatCannotBeReadAnyMoreIsAnEdit() throws IOException {
    git.write("infra/main.tf", Git.GOOD).write("iac-guard.yaml", "rulez: {}\n").commit();
    git.write("iac-guard.yaml", YEAR);

    assertThat(git.check("--diff-base", "HEAD").out())
        .contains("policy is changed and could not be read before this change");
  }

  @Test
  void anIgnoreCommentIsNamed() throws IOException {
    git.write("infra/main.tf", Git.BAD).commit();
    git.write("infra/main.tf", Git.BAD.replace(STAGE, IGNORE + STAGE));

    Cli.Run run = git.check("--diff-base", "HEAD");

    assertThat(run.out())
        .contains(
            "warning[IG005]: ignore is added: IG101 for resource \"aws_apigatewayv2_stage\" \"bad\"",
            "suppressed[IG101]")
        .doesNotContain("fixed[");
    git.stage();
    assertThat(git.check("--staged").out()).contains("warning[IG005]: ignore is added");
    // What was there before, moved or not, is no news.
    git.commit().write("infra/main.tf", "\n\n" + Git.BAD.replace(STAGE, IGNORE + STAGE));
    assertThat(git.check("--diff-base", "HEAD").out()).doesNotContain("IG005");
    git.write("other/main.tf", Files.readString(git.folder().resolve("infra/main.tf")));
    git.delete("infra/main.tf");
    assertThat(git.check("--diff-base", "HEAD").out()).doesNotContain("IG005");
  }

  @Test
  void anIgnoreCommentThatMovesToOtherCodeIsNew() throws IOException {
    String other = Git.stage("more", "");
    git.write("infra/main.tf", Git.BAD.replace(STAGE, IGNORE + STAGE) + other).commit();
    git.write("infra/main.tf", Git.BAD + other.replace(STAGE, IGNORE + STAGE));

    assertThat(git.check("--diff-base", "HEAD").out())
        .contains("ignore is added: IG101 for resource \"aws_apigatewayv2_stage\" \"more\"");
  }

  @Test
  void anIgnoreOfAnAttributeBelongsToItsBlock() throws IOException {
    String logged = Git.logged(0);
    String ignored = logged.replace("= 0\n", "= 0 # iac-guard:ignore IG201 reason=x\n");
    String more = logged.replace("\"bad\"", "\"more\"").replace("\"logs\"", "\"others\"");
    git.write("infra/main.tf", ignored + more).commit();
    git.write(
        "infra/main.tf", logged + more.replace("= 0\n", "= 0 # iac-guard:ignore IG201 reason=x\n"));

    assertThat(git.check("--diff-base", "HEAD").out())
        .contains(
            "ignore is added: IG201 for resource \"aws_cloudwatch_log_group\" \"others\" /"
                + " retention_in_days");
  }

  @Test
  void anIgnoreThatGrowsIsNamed() throws IOException {
    String dated = IGNORE.replace(" reason", " until=2027-01-01 reason");
    git.write("infra/main.tf", Git.BAD.replace(STAGE, dated + STAGE)).commit();
    git.write("infra/main.tf", Git.BAD.replace(STAGE, dated.replace("2027", "2028") + STAGE));

    assertThat(git.check("--diff-base", "HEAD").out())
        .contains("ignore is extended: IG101", "until 2027-01-01 -> 2028-01-01");

    git.write(
        "infra/main.tf", Git.BAD.replace(STAGE, dated.replace("IG101", "IG101,IG403") + STAGE));
    assertThat(git.check("--diff-base", "HEAD").out())
        .contains("ignore is added: IG403")
        .doesNotContain("ignore is added: IG101");
  }

  @Test
  void metadataOfATemplateIsNamed() throws IOException {
    String template =
        """
        Resources:
          Live:
            Type: AWS::ApiGatewayV2::Stage
            %sProperties: {ApiId: a, StageName: b}
        """;
    git.write("t.yaml", template.formatted("")).commit();
    git.write(
        "t.yaml",
        template.formatted(
            "Metadata: {iac-guard: {ignore: [{rule: IG101, reason: later}]}}\n    "));

    assertThat(git.check("--diff-base", "HEAD").out())
        .contains("warning[IG005]: ignore is added: IG101 for Resources / Live");
  }

  @Test
  void aBaselineThatGrowsIsNamed() throws IOException {
    git.write("infra/main.tf", Git.GOOD).commit();
    Cli.in(git.folder()).run("baseline", "--output", "accepted.json");
    git.commit().write("infra/main.tf", Git.BAD);
    Cli.in(git.folder()).run("baseline", "--output", "accepted.json");

    assertThat(git.check("--diff-base", "HEAD").out())
        .contains(
            "warning[IG005]: baseline is extended: IG101 for aws_apigatewayv2_stage.bad",
            "accepted.json:");
    git.stage();
    assertThat(git.check("--staged", "--baseline", "accepted.json").out())
        .contains("warning[IG005]: baseline is extended");

    git.commit().write("infra/main.tf", Git.GOOD);
    Cli.in(git.folder()).run("baseline", "--prune", "accepted.json");
    assertThat(git.check("--diff-base", "HEAD").out()).doesNotContain("IG005");
  }

  @Test
  void whatARuleThatIsOffWouldFindIsNotFixed() throws IOException {
    git.write("infra/main.tf", Git.BAD).commit();
    Cli.in(git.folder()).run("baseline", "--output", "accepted.json");
    git.write("iac-guard.yaml", "rules: {IG101: off}\n");

    assertThat(git.check("--baseline", "accepted.json").out()).doesNotContain("fixed[");
    git.delete("iac-guard.yaml").write("infra/main.tf", Git.GOOD);
    assertThat(git.check("--baseline", "accepted.json").out()).contains("fixed[IG101]");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void thePolicyOfTheBaseJudges(boolean staged) throws IOException {
    git.write("infra/main.tf", Git.GOOD).write("iac-guard.yaml", YEAR).commit();
    git.write("iac-guard.yaml", "rules: {IG202: off, IG101: off}\n");
    git.write("infra/main.tf", Git.logged(30).replace("\"bad\"", "\"other\"")).stage();
    String[] options =
        staged
            ? new String[] {"--staged", "--policy-from-base"}
            : new String[] {"--diff-base", "HEAD", "--policy-from-base"};

    Cli.Run run = git.check(options);

    assertThat(run.out()).as(run.err()).contains("warning[IG005]: rules.IG202 error -> off");
    assertThat(git.check("--diff-base", "HEAD").out()).doesNotContain("IG202]");
    assertThat(
            git.check("--diff-base", "HEAD", "--policy-from-base", "--fail-on", "warning").code())
        .isEqualTo(1);
    // A policy that is broken now cannot keep the earlier one from judging.
    git.write("iac-guard.yaml", "nonsense: true\n").write("infra/main.tf", Git.BAD).stage();
    assertThat(git.check(options).out()).contains("error[IG101]", "could not be read now");
  }

  @Test
  void aBaseRevisionIsNeeded() throws IOException {
    git.write("infra/main.tf", Git.GOOD).commit();

    assertThat(git.check("--policy-from-base").err())
        .contains("--policy-from-base needs --diff-base or --staged");
  }

  @Test
  void exceptionsBesideTheCodeCanBePowerless() throws IOException {
    git.write("infra/main.tf", Git.BAD.replace(STAGE, IGNORE + STAGE)).commit();

    Cli.Run run = git.check("--no-inline-ignores");

    assertThat(git.check().code()).isZero();
    assertThat(run.out()).contains("error[IG101]").doesNotContain("suppressed");
    assertThat(run.err()).contains("1 ignore comment in the code is disregarded");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void onlyAPinnedFileCanSayWhatIsTrusted() throws IOException {
    git.write("infra/main.tf", Git.BAD.replace(STAGE, IGNORE + STAGE));
    git.write("iac-guard.yaml", "no-inline-ignores: false\n").commit();

    Cli.Run run = git.check();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("iac-guard.yaml:1: only a file given with --config can say no-inline-ignores");

    Path pinned = folder.resolve("pinned.yaml");
    Files.writeString(pinned, "policy-from-base: true\nno-inline-ignores: true\n");
    git.write("iac-guard.yaml", YEAR).commit();
    git.write("iac-guard.yaml", "rules: {IG101: off}\n");
    git.write("infra/main.tf", Git.stage("new", "").replace(STAGE, IGNORE + STAGE));
    Cli.Run judged = git.check("--config", pinned.toString(), "--diff-base", "HEAD");
    assertThat(judged.out()).as(judged.err()).contains("error[IG101]", "warning[IG005]: ignore");
    assertThat(git.check("--config", pinned.toString()).err())
        .contains("needs --diff-base or --staged");

    Files.writeString(pinned, "policy-from-base: true\nrules: {IG101: off}\n");
    assertThat(git.check("--config", pinned.toString(), "--diff-base", "HEAD").err())
        .contains("has policy keys of its own");
  }

  @Test
  void aPinnedFileInTheRepositoryCannotBeUnsetByTheChange() throws IOException {
    git.write("infra/main.tf", Git.BAD.replace(STAGE, IGNORE + STAGE));
    git.write("ci/guard.yaml", "policy-from-base: true\nno-inline-ignores: true\n").commit();
    git.write("ci/guard.yaml", "rules: {IG101: off}\n");
    git.write("infra/main.tf", Git.stage("new", "").replace(STAGE, IGNORE + STAGE));

    Cli.Run run = git.check("--config", "ci/guard.yaml", "--diff-base", "HEAD");

    assertThat(run.out())
        .as(run.err())
        .contains(
            "error[IG101]",
            "rules.IG101 error -> off",
            "policy-from-base true -> false",
            "no-inline-ignores true -> false");
  }

  @Test
  void whatAMergeBringsIsNoEdit() throws IOException {
    git.write("infra/main.tf", Git.GOOD).write("iac-guard.yaml", YEAR).commit();
    git.run("checkout", "-q", "-b", "feature").write("more.txt", "x").commit();
    git.run("checkout", "-q", "main").write("iac-guard.yaml", "rules: {IG201: off}\n").commit();
    git.run("checkout", "-q", "feature").run("merge", "-q", "--no-commit", "--no-ff", "main");

    assertThat(git.check("--staged").out()).doesNotContain("IG005");
    assertThat(List.of(git.check("--staged").code())).containsOnly(0);
  }
}
