package dev.iacguard.rules.view.value;

import static dev.iacguard.rules.HandBuiltStack.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.rules.HandBuiltStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceIndexTest {
  private static List<String> about(String... keys) {
    Value either =
        new Value.Choice(
            new Condition.Flag("var.open"), text("a"), text("c"), HandBuiltStack.ORIGIN);
    HandBuiltStack stack =
        new HandBuiltStack()
            .add("t", "t.a", Map.of("of", text("a")))
            .add("t", "t.b", Map.of("of", text("b")))
            .add("t", "t.anything", Map.of())
            .add("t", "t.either", Map.of("of", either));
    ResourceIndex index =
        new ResourceIndex(
            stack.resources("t"),
            (scenario, resource) -> {
              String key = ResourceIndex.key(scenario.resolve(resource.get("of")));
              return key == null ? List.of() : List.of(key);
            },
            new WorkBudget());
    return index.about(() -> List.of(keys)).stream().map(found -> found.address().name()).toList();
  }

  @Test
  void findsWhatSpeaksOfAKey() {
    assertThat(about("b")).containsExactlyInAnyOrder("t.b", "t.anything", "t.either");
    assertThat(about("a", "b")).contains("t.a", "t.b");
  }

  @Test
  void whatSpeaksOfSomethingInOneScenarioOnlyIsNeverLeftOut() {
    assertThat(about("nobody")).containsExactlyInAnyOrder("t.anything", "t.either");
  }
}
