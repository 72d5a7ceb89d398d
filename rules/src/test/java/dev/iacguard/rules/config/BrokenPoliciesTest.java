package dev.iacguard.rules.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that is wrong with a policy is said, with its place. */
class BrokenPoliciesTest {
  @TempDir Path folder;

  /**
   * @param errors parts of what is said, in order
   */
  record Case(String policy, List<String> errors) {
    static Case of(String text) {
      String[] parts = text.substring(text.indexOf('\n') + 1).split("(?m)^=== ");
      return new Case(
          parts[0].replace("---8<---", "---"),
          Stream.of(parts).skip(1).map(String::strip).toList());
    }
  }

  static Stream<Case> cases() throws IOException {
    try (var file =
        Objects.requireNonNull(
            BrokenPoliciesTest.class.getResourceAsStream("broken-policies.txt"))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("(?m)^---(?!8)")).skip(1).map(Case::of).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedWithEveryErrorAndItsPlace(Case broken) throws IOException {
    List<String> errors =
        new PolicyFolder(folder).write("iac-guard.yaml", broken.policy()).errors();

    assertThat(errors).allMatch(error -> error.startsWith("iac-guard.yaml:"));
    assertThat(errors).hasSameSizeAs(broken.errors());
    for (int i = 0; i < broken.errors().size(); i++) {
      assertThat(errors.get(i).substring("iac-guard.yaml:".length()))
          .startsWith(broken.errors().get(i));
    }
  }

  @Test
  void thereAreManyOfThem() throws IOException {
    assertThat(cases().count()).isGreaterThanOrEqualTo(40);
  }

  @Test
  void aHugePolicyIsRefused() throws IOException {
    String text = "# " + "x".repeat(10 << 20) + "\n";
    assertThat(new PolicyFolder(folder).write("iac-guard.yaml", text).errors())
        .containsExactly("iac-guard.yaml:1:1: has more than the 1048576 characters that are read");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    String text = "a: " + "[".repeat(100) + "]".repeat(100);
    assertThat(new PolicyFolder(folder).write("iac-guard.yaml", text).errors())
        .containsExactly("iac-guard.yaml:1:20: is nested more than 16 levels deep");
  }

  @Test
  void aChainOfFilesHasAnEnd() throws IOException {
    PolicyFolder policies = new PolicyFolder(folder).write("iac-guard.yaml", "extends: p0.yaml");
    for (int i = 0; i < 20; i++) {
      policies.write("p" + i + ".yaml", "extends: p" + (i + 1) + ".yaml");
    }
    assertThat(policies.errors())
        .containsExactly("p6.yaml:1:10: extends more than 8 files in a chain");
  }

  @Test
  void aFolderIsReadLikeTheFilesInIt() throws IOException {
    PolicyFolder policies = new PolicyFolder(folder).write("iac-guard.yaml", "extends: rules");
    assertThat(policies.write("rules/README.md", "#").errors())
        .containsExactly("iac-guard.yaml:1:10: rules is a directory without YAML files");
    assertThat(policies.write("rules/a.yml", "vresion: 1").errors())
        .containsExactly("rules/a.yml:1:1: unknown key 'vresion'; did you mean 'version'?");
    policies.write("rules/a.yml", "extends: ../rules");
    assertThat(policies.errors())
        .containsExactly("rules/a.yml:1:10: extends itself: rules/a.yml → rules/a.yml");
    for (int i = 0; i < 50; i++) {
      policies.write("rules/a" + i + ".yml", "version: 1");
    }
    policies.write("rules/a.yml", "version: 1");
    assertThat(policies.errors())
        .containsExactly("iac-guard.yaml:1:10: extends more than 32 files");
  }

  @Test
  void filesThatExtendEachOtherAreNamed() throws IOException {
    assertThat(
            new PolicyFolder(folder)
                .write("iac-guard.yaml", "extends: shared/a.yaml")
                .write("shared/a.yaml", "extends: b.yaml")
                .write("shared/b.yaml", "extends: a.yaml")
                .errors())
        .containsExactly(
            "shared/b.yaml:1:10: extends itself: shared/a.yaml → shared/b.yaml → shared/a.yaml");
  }
}
