package dev.iacguard.core.plan;

import dev.iacguard.core.json.JsonCursor;
import dev.iacguard.core.json.JsonValues;
import dev.iacguard.core.json.Place;
import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Pool;
import dev.iacguard.core.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads one resource instance in the form that {@code terraform show -json} gives it: an element of
 * {@code resource_changes}, or of {@code resources} in the values of a state.
 */
final class ResourceReader {
  private final JsonCursor json;
  private final ResourceFilter resourceFilter;
  private final boolean dataOnly;
  private final Place start;
  private @Nullable Place place;
  private String address = "";
  private @Nullable String mode;
  private @Nullable String type;
  private String name = "";
  private String module = "";
  private String key = "";
  private boolean deposed;
  private final Set<String> actions = new HashSet<>();
  private final Map<String, Long> documents = new HashMap<>(2);
  private final Map<String, Value> attributes = new LinkedHashMap<>();
  private @Nullable Mask unknown;
  private @Nullable Mask secret;

  private ResourceReader(JsonCursor json, ResourceFilter resourceFilter, boolean dataOnly) {
    this.json = json;
    this.resourceFilter = resourceFilter;
    this.dataOnly = dataOnly;
    this.start = json.place();
  }

  /**
   * Reads the current object; null when it is of no interest or will not be there.
   *
   * @param dataOnly whether managed resources are of no interest
   */
  static @Nullable PlannedResource read(
      JsonCursor json, ResourceFilter resourceFilter, boolean dataOnly) {
    ResourceReader reader = new ResourceReader(json, resourceFilter, dataOnly);
    json.members("a resource", reader::member);
    return reader.plannedResource();
  }

  private void member(String member) {
    switch (member) {
      case "address" -> {
        place = json.place();
        address = json.text(member);
      }
      case "module_address" -> module = json.text(member);
      case "mode" -> mode = json.text(member);
      case "type" -> type = json.text(member);
      case "name" -> name = json.text(member);
      case "index" -> key = key(json);
      case "deposed", "deposed_key" -> {
        deposed = json.token() == JsonToken.VALUE_STRING;
        json.skip();
      }
      case "change" -> {
        if (mayInterest()) {
          json.members("a change", this::change);
        } else {
          json.skip();
        }
      }
      case "values" -> change("after");
      case "sensitive_values" -> change("after_sensitive");
      default -> json.skip();
    }
  }

  private void change(String member) {
    if (!mayInterest()) {
      json.skip();
      return;
    }
    switch (member) {
      case "actions" -> json.elements("actions", () -> actions.add(json.text("an action")));
      case "after" -> attributes();
      case "after_unknown" -> unknown = Mask.read(json);
      case "after_sensitive" -> secret = Mask.read(json);
      default -> json.skip();
    }
  }

  private boolean mayInterest() {
    return (type == null || resourceFilter.inType(type)) && !(dataOnly && "managed".equals(mode));
  }

  /** Those that are null are left out. */
  private void attributes() {
    json.collect("the values of a resource", attributes, this::attribute);
  }

  private @Nullable Value attribute(String name) {
    long offset = ResourceFilter.isDocument(name) ? json.offset() : -1;
    if (offset >= 0) {
      documents.put(name, offset);
    }
    if (offset >= 0
        || json.token() == JsonToken.VALUE_NULL
        || !resourceFilter.inAttribute(type, name)) {
      json.skip();
      return null;
    }
    return JsonValues.read(json);
  }

  private @Nullable PlannedResource plannedResource() {
    String of = type;
    boolean stays = actions.isEmpty() || !actions.stream().allMatch(ResourceReader::endsIt);
    boolean data = "data".equals(mode);
    if (of == null || !resourceFilter.inType(of) || deposed || !stays || (dataOnly && !data)) {
      return null;
    }
    if (unknown != null) {
      unknown.entries().forEach(this::setUnknown);
    }
    if (secret != null) {
      attributes.replaceAll(this::marked);
    }
    boolean changed = !actions.isEmpty() && !actions.contains("no-op");
    Pool pool = json.pool();
    String full = pool.same(data ? "data." + of : of);
    return new PlannedResource(
        new Address(pool.same(prefix()), full + "." + name, key),
        full,
        place == null ? start : place,
        place != null,
        Fields.of(attributes, pool),
        documents.isEmpty() ? Map.of() : documents(),
        changed);
  }

  private void setUnknown(String part, Mask mask) {
    Value known = attributes.getOrDefault(part, JsonValues.NOTHING);
    attributes.put(part, Values.withUnknown(known, mask));
  }

  private Map<String, PlannedResource.Document> documents() {
    Map<String, PlannedResource.Document> left = new HashMap<>();
    documents.forEach(
        (part, offset) ->
            left.put(part, new PlannedResource.Document(offset, secretIn(part) != null)));
    return Map.copyOf(left);
  }

  private Value marked(String part, Value value) {
    Mask mask = secretIn(part);
    return mask == null ? value : Values.withSecrets(value, mask);
  }

  private @Nullable Mask secretIn(String part) {
    Mask all = secret;
    return all == null || all.whole() ? all : all.entries().get(part);
  }

  private static boolean endsIt(String action) {
    return action.equals("delete") || action.equals("forget");
  }

  /** What stands before the type in the address; a state does not tell it apart. */
  private String prefix() {
    if (!module.isEmpty()) {
      return module + ".";
    }
    int count = 0;
    StringBuilder prefix = new StringBuilder();
    for (ReferencePath.Step step : ReferencePath.steps(address)) {
      if (count == 0 && !step.name().equals("module")) {
        break;
      }
      prefix.append(step).append('.');
      count = (count + 1) % 2;
    }
    return prefix.toString();
  }

  /** The current value as an instance key. */
  static String key(JsonCursor json) {
    return switch (json.token()) {
      case VALUE_NUMBER_INT -> "[" + json.text() + "]";
      case VALUE_STRING -> "[\"" + json.text() + "\"]";
      default -> {
        json.skip();
        yield "";
      }
    };
  }
}
