package dev.iacguard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.edit.GivenValues;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.engine.ReportedFindings;
import dev.iacguard.core.engine.fix.EditedTree;
import dev.iacguard.core.engine.fix.FixResult;
import dev.iacguard.core.engine.fix.Fixer;
import dev.iacguard.core.engine.fix.Judged;
import dev.iacguard.core.engine.fix.RepeatedCheck;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edit cannot reach is not judged again. */
class FixWorkTest {
  private static final int TEMPLATES = 60;

  private static final String TEMPLATE =
      """
      Resources:
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: shop, ProtocolType: HTTP}
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: !Ref Api
            StageName: prod
      """;

  @TempDir Path folder;

  private final AtomicInteger stacks = new AtomicInteger();

  /** How many stacks each judgement was of. */
  private final List<Integer> judgements = new ArrayList<>();

  private final class Edited implements EditedTree {
    private final RepeatedCheck check;

    private Edited() throws IOException {
      SourceTree tree = FolderTree.at(folder.toRealPath(), folder.toRealPath());
      check =
          new RepeatedCheck(
              new Checker(new ApiGatewayRules()),
              tree,
              new Selection(List.of(""), tree.walk("")),
              Inputs.NONE,
              new Progress() {
                @Override
                public void judging(String stack, int number, int count) {
                  stacks.incrementAndGet();
                }

                @Override
                public void done() {}
              });
    }

    @Override
    public @Nullable String refusal(String shown) {
      return null;
    }

    @Override
    public String inTree(String shown) {
      return shown;
    }

    @Override
    public Judged judge(Map<String, String> texts) {
      return judged(check.judge(texts));
    }

    @Override
    public Judged judgeWhole(Map<String, String> texts) {
      return judged(check.judgeWhole(texts));
    }

    private Judged judged(CheckResult result) {
      judgements.add(stacks.getAndSet(0));
      return new Judged(result, ReportedFindings.of(result, UnaryOperator.identity()));
    }
  }

  private FixResult fix() throws IOException {
    Edited tree = new Edited();
    GivenValues given = new GivenValues(Map.of("Owner", "shop", "CostCenter", "1"));
    return new Fixer(given, finding -> true, tree, 1).fix(tree.judge(Map.of()));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aRoundJudgesOnlyTheStacksItEdits() throws IOException {
    for (int i = 0; i < TEMPLATES; i++) {
      write("shop" + i + ".yaml", TEMPLATE);
    }
    write("compliant.yaml", "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n");

    FixResult result = fix();

    assertThat(result.withheld()).isEmpty();
    assertThat(result.texts()).hasSize(TEMPLATES);
    int all = TEMPLATES + 1;
    assertThat(judgements.getFirst()).as("at the start").isEqualTo(all);
    assertThat(judgements.getLast()).as("at the end").isEqualTo(all);
    assertThat(judgements.subList(1, judgements.size() - 1))
        .as("in between")
        .isNotEmpty()
        .allMatch(judged -> judged < all);
    assertThat(result.judged())
        .isEqualTo(judgements.stream().skip(1).mapToInt(Integer::intValue).sum())
        .isLessThan(5 * all);
  }
}
