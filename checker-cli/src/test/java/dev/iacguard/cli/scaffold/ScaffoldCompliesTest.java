package dev.iacguard.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written complies with the policy that it was written from. */
class ScaffoldCompliesTest {
  @TempDir private Path root;

  @ParameterizedTest
  @MethodSource("dev.iacguard.cli.scaffold.Scaffolds#judged")
  void thereIsNoFindingAndTheStageIsCompliant(String scaffold) {
    Path folder = Scaffolds.write(root, scaffold);

    assertThat(Scaffolds.judge("check", folder, "json")).contains("\"findings\":[],");
    assertThat(Scaffolds.judge("stages", folder, "json"))
        .containsPattern("\"summary\":\\s*\\{\\s*\"stages\":\\s*1,\\s*\"compliant\":\\s*1,");
  }

  /** The policy is what makes it so: without its log group's retention it would not. */
  @ParameterizedTest
  @MethodSource("dev.iacguard.cli.scaffold.Scaffolds#judged")
  void aScaffoldWithoutRetentionFails(String scaffold) throws IOException {
    Path folder = Scaffolds.write(root, scaffold);
    boolean terraform = scaffold.startsWith("terraform");
    Path file = folder.resolve(terraform ? "main.tf" : "template.yaml");
    String text = Files.readString(file);
    String without = text.replaceFirst("\n *(retention_in_days +=|RetentionInDays:).*", "");
    assertThat(without).isNotEqualTo(text);
    Files.writeString(file, without);

    Cli.Run run =
        Cli.in(folder).run("check", terraform ? "examples/basic" : "template.yaml", "--root", ".");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("IG201");
  }

  @ParameterizedTest
  @MethodSource("dev.iacguard.cli.scaffold.Scaffolds#judged")
  void withoutTheAccountRoleOnlyThatIsUnknown(String scaffold) {
    Path folder = Scaffolds.write(root, scaffold);
    boolean terraform = scaffold.startsWith("terraform");

    Cli.Run run =
        Cli.in(folder).run("check", terraform ? "examples/basic" : "template.yaml", "--root", ".");

    assertThat(run.code()).isZero();
    assertThat(run.out()).doesNotContain("error[", "warning[");
  }
}
