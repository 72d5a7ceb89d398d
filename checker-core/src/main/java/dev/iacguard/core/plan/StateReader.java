package dev.iacguard.core.plan;

import dev.iacguard.core.json.JsonCursor;
import dev.iacguard.core.json.JsonValues;
import dev.iacguard.core.json.Place;
import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonToken;

/** Reads a state file as Terraform stores it, version 4, in one pass. */
final class StateReader {
  private static final String VERSION = "4";

  private final JsonCursor json;
  private final ResourceFilter resourceFilter;
  private final List<Problem> problems;
  private final List<PlannedResource> resources = new ArrayList<>();
  private boolean refused;

  private StateReader(JsonCursor json, ResourceFilter resourceFilter, List<Problem> problems) {
    this.json = json;
    this.resourceFilter = resourceFilter;
    this.problems = problems;
  }

  /** As {@link ShowReader#read}. */
  static PlanFile read(JsonCursor json, ResourceFilter resourceFilter, List<Problem> problems) {
    StateReader reader = new StateReader(json, resourceFilter, problems);
    Problem broken = json.read(() -> json.members("the file", reader::member));
    if (broken != null) {
      problems.add(broken);
    }
    List<PlannedResource> resources =
        broken != null || reader.refused ? List.of() : reader.resources;
    return new PlanFile(Language.TERRAFORM_STATE, resources, null, Map.of(), Map.of(), problems);
  }

  private void member(String member) {
    if (refused) {
      json.skip();
      return;
    }
    switch (member) {
      case "version" -> version();
      case "resources" -> json.elements(member, () -> new Block().read());
      default -> json.skip();
    }
  }

  private void version() {
    String version = json.token() == JsonToken.VALUE_NUMBER_INT ? json.text() : "";
    if (!version.equals(VERSION)) {
      refused = true;
      problems.add(
          Problem.unreadable(
              json.here(version).all(),
              "is a state of version "
                  + version
                  + ", and only version 4 can be read; 'terraform show -json' of Terraform 0.12 or"
                  + " later makes one of it"));
      json.skip();
    }
  }

  /** A resource with its instances. */
  private final class Block {
    private String module = "";
    private String mode = "";
    private String type = "";
    private String name = "";
    private final List<Instance> instances = new ArrayList<>();

    void read() {
      json.members("a resource", this::member);
      if (resourceFilter.inType(type)) {
        instances.stream()
            .filter(instance -> !instance.deposed)
            .forEach(instance -> resources.add(instance.plannedResource()));
      }
    }

    /** As far as it has been read. */
    Address address() {
      String prefix = module.isEmpty() ? "" : module + ".";
      return Address.of(prefix, fullType() + "." + name);
    }

    String fullType() {
      return mode.equals("data") ? "data." + type : type;
    }

    private void member(String member) {
      switch (member) {
        case "module" -> module = json.text(member);
        case "mode" -> mode = json.text(member);
        case "type" -> type = json.text(member);
        case "name" -> name = json.text(member);
        case "instances" -> {
          if (type.isEmpty() || resourceFilter.inType(type)) {
            json.elements(member, () -> instances.add(new Instance(this).read()));
          } else {
            json.skip();
          }
        }
        default -> json.skip();
      }
    }
  }

  /** One instance of a resource. */
  private final class Instance {
    private final Block block;
    private final Place start = json.place();
    private String key = "";
    private boolean deposed;
    private final Map<String, Value> attributes = new LinkedHashMap<>();
    private final Map<String, Mask> secrets = new HashMap<>();

    Instance(Block block) {
      this.block = block;
    }

    Instance read() {
      json.members("an instance", this::member);
      return this;
    }

    PlannedResource plannedResource() {
      secrets.forEach(
          (name, mask) ->
              attributes.computeIfPresent(name, (same, value) -> Values.withSecrets(value, mask)));
      Address address = block.address().withKey(key);
      Fields fields = Fields.of(attributes, json.pool());
      return new PlannedResource(address, block.fullType(), start, false, fields, Map.of(), false);
    }

    private void member(String member) {
      switch (member) {
        case "index_key" -> key = ResourceReader.key(json);
        case "deposed" -> {
          deposed = json.token() == JsonToken.VALUE_STRING;
          json.skip();
        }
        case "attributes" -> json.members(member, this::attribute);
        case "sensitive_attributes" -> json.elements(member, this::secret);
        default -> json.skip();
      }
    }

    private void attribute(String name) {
      if (json.token() == JsonToken.VALUE_NULL || !resourceFilter.inAttribute(block.type, name)) {
        json.skip();
      } else {
        attributes.put(name, JsonValues.read(json));
      }
    }

    /** A path to a secret; all of the attribute it begins with is taken for one. */
    private void secret() {
      List<String> names = new ArrayList<>();
      json.elements(
          "a path",
          () ->
              json.members(
                  "a step",
                  part -> {
                    if (part.equals("value") && json.token() == JsonToken.VALUE_STRING) {
                      names.add(json.text());
                    } else {
                      json.skip();
                    }
                  }));
      if (!names.isEmpty()) {
        secrets.put(names.get(0), Mask.WHOLE);
      }
    }
  }
}
