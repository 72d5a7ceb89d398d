package dev.iacguard.core.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import com.bertramlabs.plugins.hcl4j.HCLParser;
import dev.iacguard.core.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Another parser finds the same blocks, labels and attribute names.
 *
 * <p>Only the files that hcl4j accepts are here; it evaluates while it reads and rejects some valid
 * syntax. Data sources at the top are left out because it answers them itself.
 */
class Hcl4jComparisonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account_role.tf",
        "lambda.tf",
        "line_ends.tf",
        "modules.tf",
        "outputs.tf",
        "rest_api.tf",
        "variables.tf",
        "websocket.tf"
      })
  void findsTheSameNames(String name) throws Exception {
    SourceFile file = TerraformFiles.file(name);

    assertThat(ourNames(file)).isEqualTo(theirNames(file));
  }

  private static Map<String, Set<String>> ourNames(SourceFile file) {
    Map<String, Set<String>> names = new TreeMap<>();
    for (BodyItem item : HclReader.read(file).body().items()) {
      if (item instanceof BodyItem.Block block && !block.type().equals("data")) {
        names.computeIfAbsent(path(block), path -> new TreeSet<>()).addAll(names(block.body()));
      }
    }
    return names;
  }

  private static String path(BodyItem.Block block) {
    StringBuilder path = new StringBuilder(block.type());
    block.labels().forEach(label -> path.append('/').append(label.text()));
    return path.toString();
  }

  private static Set<String> names(Body body) {
    Set<String> names = new TreeSet<>();
    for (BodyItem item : body.items()) {
      switch (item) {
        case BodyItem.Attribute attribute -> names.add(attribute.name());
        case BodyItem.Block block -> names.add(block.type());
      }
    }
    return names;
  }

  private static Map<String, Set<String>> theirNames(SourceFile file) throws Exception {
    HCLParser parser = new HCLParser();
    // Its own lookup would send a request to the address in the file.
    parser.registerDataLookup("http", arguments -> Map.of());
    Map<String, Object> read = parser.parse(file.text());
    Map<String, Set<String>> names = new TreeMap<>();
    for (String path : ourNames(file).keySet()) {
      Object found = read;
      for (String step : path.split("/")) {
        found = found instanceof Map<?, ?> map ? map.get(step) : null;
      }
      names.put(path, keys(found));
    }
    return names;
  }

  /** Blocks without labels that stand there several times are a list. */
  private static Set<String> keys(@Nullable Object found) {
    Set<String> keys = new TreeSet<>();
    List<?> bodies =
        found instanceof List<?> list ? list : found == null ? List.of() : List.of(found);
    for (Object body : bodies) {
      if (body instanceof Map<?, ?> map) {
        map.keySet().forEach(key -> keys.add(String.valueOf(key)));
      }
    }
    return keys;
  }
}
