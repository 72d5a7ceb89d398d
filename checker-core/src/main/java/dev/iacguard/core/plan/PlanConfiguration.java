package dev.iacguard.core.plan;

import dev.iacguard.core.json.JsonCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The configuration part of a plan for one module. */
final class PlanConfiguration {
  private final boolean root;
  private final Map<String, Resource> resources = new HashMap<>();
  private final Map<String, Call> calls = new HashMap<>();
  private final Map<String, List<String>> outputs = new HashMap<>();
  private final Set<String> declarations = new HashSet<>();

  private PlanConfiguration(boolean root) {
    this.root = root;
  }

  /**
   * A resource block.
   *
   * @param arguments without dynamic blocks, which the plan leaves out
   * @param repetition what {@code for_each} or {@code count} mention; null without them
   * @param provider names an entry of the provider configurations
   */
  record Resource(
      Map<String, ConfigExpression> arguments,
      @Nullable List<String> repetition,
      List<String> dependsOn,
      String provider) {}

  /**
   * A module call.
   *
   * @param repetition as that of a resource
   */
  record Call(
      Map<String, ConfigExpression> arguments,
      @Nullable List<String> repetition,
      PlanConfiguration module) {}

  /** By {@code aws_x.name} or {@code data.aws_x.name}; only what is of interest is there. */
  @Nullable Resource resource(String name) {
    return resources.get(name);
  }

  @Nullable Call call(String name) {
    return calls.get(name);
  }

  /** What an output mentions, or null when there is none of the name. */
  @Nullable List<String> output(String name) {
    return outputs.get(name);
  }

  /**
   * All resources, data sources and calls of the root module, as {@code aws_x.name} and {@code
   * module.m}; empty for a module that is called.
   */
  Set<String> declarations() {
    return declarations;
  }

  /** Reads the current module, which is the root. */
  static PlanConfiguration read(JsonCursor json, ResourceFilter resourceFilter) {
    PlanConfiguration read = new PlanConfiguration(true);
    read.members(json, resourceFilter);
    return read;
  }

  private void members(JsonCursor json, ResourceFilter resourceFilter) {
    json.members("a module", member -> member(json, resourceFilter, member));
  }

  private void declare(String name) {
    if (root) {
      declarations.add(name);
    }
  }

  private void member(JsonCursor json, ResourceFilter resourceFilter, String member) {
    switch (member) {
      case "resources" ->
          json.elements("resources", () -> new Block(json, resourceFilter).resource(this));
      case "module_calls" ->
          json.members("module_calls", name -> new Block(json, resourceFilter).call(this, name));
      case "outputs" ->
          json.members(
              "outputs",
              name ->
                  json.members(
                      "an output",
                      part -> {
                        if (part.equals("expression")) {
                          outputs.put(name, ConfigExpression.references(json));
                        } else {
                          json.skip();
                        }
                      }));
      default -> json.skip();
    }
  }

  /** A resource block or call while it is read. */
  private static final class Block {
    private final JsonCursor json;
    private final ResourceFilter resourceFilter;
    private String address = "";
    private @Nullable String type;
    private Map<String, ConfigExpression> arguments = Map.of();
    private @Nullable List<String> repetition;
    private final List<String> dependsOn = new ArrayList<>(0);
    private String provider = "";
    private final PlanConfiguration module = new PlanConfiguration(false);

    Block(JsonCursor json, ResourceFilter resourceFilter) {
      this.json = json;
      this.resourceFilter = resourceFilter;
    }

    void resource(PlanConfiguration into) {
      json.members("a resource", this::member);
      into.declare(address);
      if (type != null && resourceFilter.inType(type)) {
        Resource resource = new Resource(arguments, repetition, List.copyOf(dependsOn), provider);
        into.resources.put(address, json.pool().same(resource));
      }
    }

    void call(PlanConfiguration into, String name) {
      type = "";
      json.members("a module call", this::member);
      into.declare("module." + name);
      into.calls.put(name, new Call(arguments, repetition, module));
    }

    private void member(String member) {
      switch (member) {
        case "address" -> address = json.text(member);
        case "type" -> type = json.text(member);
        case "provider_config_key" -> provider = json.pool().same(json.text(member));
        case "for_each_expression", "count_expression" ->
            repetition = ConfigExpression.references(json);
        case "depends_on" -> json.elements(member, () -> dependsOn.add(json.text("a dependency")));
        case "module" -> module.members(json, resourceFilter);
        case "expressions" -> {
          if (type == null || type.isEmpty() || resourceFilter.inType(type)) {
            arguments = ConfigExpression.arguments(json);
          } else {
            json.skip();
          }
        }
        default -> json.skip();
      }
    }
  }
}
