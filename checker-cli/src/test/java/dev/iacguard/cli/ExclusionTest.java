package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is excluded is neither read nor counted, and the summary says how much that is. */
class ExclusionTest {
  private static final String STAGE =
      "resource \"aws_apigatewayv2_stage\" \"live\" {\n  api_id = \"a1\"\n  name = \"live\"\n}\n";

  @TempDir Path folder;
  private Git git;

  @BeforeEach
  void makeRepository() throws IOException {
    git = Git.init(folder);
    write("service/main.tf", STAGE);
    write("sample/main.tf", STAGE);
    write("sample/broken.tf", "resource {");
  }

  @Test
  void anOptionExcludesPaths() throws IOException {
    assertThat(run().code()).isEqualTo(3);

    Cli.Run run = run("--exclude", "sample/");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("1 stage: ", "; 2 files excluded").doesNotContain("sample/");
    assertThat(run("--exclude", "./sample/broken.tf").out())
        .contains("2 stages: ", "; 1 file excluded")
        .doesNotContain("IG001");
    assertThat(run("--exclude", "[a").err()).contains("--exclude [a: a pattern");
  }

  @Test
  void aPolicyExcludesPathsFromItsFolder() throws IOException {
    write("iac-guard.yaml", "version: 1\nexclude: [\"sam*\"]\n");

    assertThat(run().out()).contains("1 stage: ", "; 2 files excluded");
    assertThat(Cli.in(folder).run("check", "sample/main.tf").out())
        .contains("nothing to check", "; 1 file excluded");

    write("iac-guard.yaml", "version: 1\nexclude: [\"[a\"]\n");
    assertThat(run().err()).contains("iac-guard.yaml:2:11: '[a' is not a valid pattern");
  }

  @Test
  void aModuleThatIsExcludedIsNotRead() throws IOException {
    write("iac-guard.yaml", "version: 1\nexclude: [sample]\n");
    write("service/main.tf", "module \"sample\" {\n  source = \"../sample\"\n}\n");

    assertThat(run().out()).contains("IG002", "; 2 files excluded").doesNotContain("IG101");
  }

  /** An ignored file in a folder that is judged is part of the stack all the same. */
  @Test
  void whatGitIgnoresIsLeftOut() throws IOException {
    write(".gitignore", "/build/\n*.out.yaml\n!kept.out.yaml\n");
    write("build/main.tf", STAGE);
    write("sample/.gitignore", "broken.tf\n");
    write("service/packaged.out.yaml", "Resources: {}\n");
    git.run("add", ".");

    assertThat(run().out())
        .contains("2 stages: ", "; 2 files excluded")
        .contains("sample/broken.tf");
    assertThat(run("--no-ignore").out()).contains("3 stages: ").doesNotContain("excluded");
    assertThat(Cli.in(folder).run("check", "build").out()).contains("build/main.tf");
  }

  /** An ignore file says nothing of what git tracks all the same. */
  @Test
  void whatIsTrackedIsLookedAt() throws IOException {
    git.run("add", ".");
    write(".gitignore", "service/\n");

    assertThat(run().out()).contains("service/main.tf").doesNotContain("excluded");
  }

  /** Terraform reads an ignored file of variables too. */
  @Test
  void ignoredVariablesCount() throws IOException {
    write(".gitignore", "*.tfvars\nsample\n");
    write(
        "service/main.tf", STAGE.replace("\"live\"\n}", "var.name\n}") + "variable \"name\" {}\n");
    write("service/terraform.tfvars", "name = \"from-file\"\n");

    assertThat(Cli.in(folder).run("stages", "--format", "csv").out()).contains("from-file");
  }

  private Cli.Run run(String... options) {
    String[] all = new String[options.length + 1];
    all[0] = "check";
    System.arraycopy(options, 0, all, 1, options.length);
    return Cli.in(folder).run(all);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
