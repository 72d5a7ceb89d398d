package dev.iacguard.core.plan;

import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a plan or state file.
 *
 * @param resources managed ones and data sources, in the order of the file
 * @param planConfiguration the root module; null in a state and in a plan without one
 * @param providers the provider configurations by the keys that resources name them with
 * @param variables what the root module's variables were given
 */
record PlanFile(
    Language language,
    List<PlannedResource> resources,
    @Nullable PlanConfiguration planConfiguration,
    Map<String, Provider> providers,
    Map<String, Value> variables,
    List<Problem> problems) {

  /** Reads what was left in the file. */
  interface Documents {
    @Nullable String read(long offset);
  }
}
