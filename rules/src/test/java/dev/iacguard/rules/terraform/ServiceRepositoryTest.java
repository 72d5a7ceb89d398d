package dev.iacguard.rules.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import dev.iacguard.rules.terraform.ServiceRepository.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fact of every stage of a repository is found. */
class ServiceRepositoryTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyFactIsFound(int seed) throws IOException {
    ServiceRepository repository = ServiceRepository.of(12, seed);
    List<Fact> found = new ArrayList<>();
    for (StackReport stack : Report.check(folder, repository.files()).reports()) {
      stack.stages().forEach(stage -> found.add(fact(stage)));
    }
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            repository.facts().stream().map(ServiceRepositoryTest::sorted).toList());
  }

  private static Fact fact(StageFacts stage) {
    StageFacts.Format format = stage.accessLog().format();
    StageFacts.LogGroup group = stage.logGroup();
    boolean logged = stage.accessLog().status().equals("yes");
    List<String> fields =
        logged && format != null
            ? format.fields().stream().map(field -> field.replace("$context.", "")).toList()
            : List.of();
    return sorted(
        new Fact(
            stage.stack(),
            stage.id(),
            stage.location().path(),
            stage.location().line(),
            fields,
            group == null ? null : group.retentionDays(),
            group == null ? null : group.tags().values().get("Owner"),
            stage.accountRole().reference()));
  }

  private static Fact sorted(Fact fact) {
    return new Fact(
        fact.stack(),
        fact.id(),
        fact.path(),
        fact.line(),
        fact.fields().stream().sorted().toList(),
        fact.retentionDays(),
        fact.owner(),
        fact.role());
  }
}
