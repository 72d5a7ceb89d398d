package dev.iacguard.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.rule.Example;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.source.SourceFile;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WrittenExamplesTest {
  private static final RuleInfo RULE = new RuleInfo("IG999", "bad", "Bad", Severity.ERROR);

  private final SourceFile file = new SourceFile("t.yaml", "Resources: {}");
  private final Node.Mapping root = Node.Mapping.empty(file.all());
  private final WrittenExamples examples = new WrittenExamples();
  private int asked;

  private Example example(String text) {
    return new Example(
        () -> {
          asked++;
          return text;
        },
        () -> "beside");
  }

  private Example after(Example example) {
    return after(example, file);
  }

  private Example after(Example example, SourceFile in) {
    Finding finding = Finding.of("is bad", in.all()).showing(example);
    Subject subject = new Subject("stage", "Stage", "", "t.yaml", List.of());
    Verdict verdict = new Verdict(RULE, subject, file.all(), Verdict.Kind.FAIL, "", finding);
    StackReport report = new StackReport("t.yaml", List.of(verdict), List.of(), List.of());
    Finding written = examples.in(report).verdicts().getFirst().finding();
    return Objects.requireNonNull(Objects.requireNonNull(written).example());
  }

  @Test
  void whatATemplateInMemoryNeedsIsWrittenAtOnce() {
    file.lend(root);

    Example written = after(example("here"));

    assertThat(asked).isEqualTo(1);
    assertThat(written.text()).isEqualTo("here\n\nbeside");
    assertThat(asked).isEqualTo(1);
    Reference.reachabilityFence(root);
  }

  @Test
  void whatWouldNeedTheFileAgainWaitsForTheReport() {
    Example written = after(example("here"));

    assertThat(asked).isZero();
    assertThat(written.text()).isEqualTo("here\n\nbeside");
  }

  @Test
  void whatAFileKeepsWaitsForTheReport() {
    SourceFile kept = file.keeping();
    kept.lend(root);

    assertThat(after(example("here"), kept).text()).isEqualTo("here\n\nbeside");
    assertThat(asked).isEqualTo(1);
    assertThat(after(example("here"), kept)).isNotNull();
    assertThat(asked).isEqualTo(1);
    Reference.reachabilityFence(root);
  }

  @Test
  void whatHasNoRoomWaitsForTheReport() {
    file.lend(root);
    after(example("x".repeat(16 << 20)));

    Example written = after(example("here"));

    assertThat(asked).isEqualTo(1);
    assertThat(written.text()).isEqualTo("here\n\nbeside");
    Reference.reachabilityFence(root);
  }
}
