package dev.iacguard.core.plan;

import dev.iacguard.core.json.JsonCursor;
import dev.iacguard.core.json.JsonValues;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads what {@code terraform show -json} prints, of a plan or of a state, in one pass. The order
 * of the members does not matter. The shape is described in HashiCorp's "JSON Output Format";
 * versions 0.1 to 1.x have the same for all that is read here.
 */
final class ShowReader {
  private final JsonCursor json;
  private final ResourceFilter resourceFilter;
  private final List<Problem> problems;
  private final List<PlannedResource> resources = new ArrayList<>();
  private final List<PlannedResource> lookups = new ArrayList<>();
  private final Map<String, Provider> providers = new HashMap<>();
  private final Map<String, Value> variables = new HashMap<>();
  private @Nullable PlanConfiguration planConfiguration;
  private Language language = Language.TERRAFORM_STATE;
  private final Set<String> members = new HashSet<>();
  private boolean refused;
  private boolean planned;

  private ShowReader(JsonCursor json, ResourceFilter resourceFilter, List<Problem> problems) {
    this.json = json;
    this.resourceFilter = resourceFilter;
    this.problems = problems;
  }

  /**
   * Reads the whole text; nothing is kept of one that is broken.
   *
   * @param problems takes what is found wrong on the way, and is the list that is returned
   */
  static PlanFile read(JsonCursor json, ResourceFilter resourceFilter, List<Problem> problems) {
    ShowReader reader = new ShowReader(json, resourceFilter, problems);
    Problem broken = json.read(() -> json.members("the file", reader::memberOnce));
    if (broken != null) {
      problems.add(broken);
    }
    return broken != null || reader.refused
        ? new PlanFile(reader.language, List.of(), null, Map.of(), Map.of(), problems)
        : reader.file();
  }

  private PlanFile file() {
    if (planned && !members.contains("resource_changes")) {
      problems.add(
          Problem.unreadable(
              json.here("planned_values").all(),
              "this plan has no \"resource_changes\": its changes were not checked; use the"
                  + " complete output of 'terraform show -json'"));
    }
    Set<Object> known = new HashSet<>();
    if (!lookups.isEmpty()) {
      resources.forEach(resource -> known.add(resource.address()));
    }
    for (PlannedResource lookup : lookups) {
      if (known.add(lookup.address())) {
        resources.add(lookup);
      }
    }
    return new PlanFile(language, resources, planConfiguration, providers, variables, problems);
  }

  private void memberOnce(String member) {
    if (!members.add(member)) {
      json.report("\"" + member + "\" appears twice in the file");
    }
    member(member);
  }

  private void member(String member) {
    if (refused) {
      json.skip();
      return;
    }
    switch (member) {
      case "format_version" -> version();
      case "planned_values" -> {
        language = Language.TERRAFORM_PLAN;
        json.members(member, this::planned);
      }
      case "resource_changes" -> {
        language = Language.TERRAFORM_PLAN;
        json.elements(
            member, () -> keep(ResourceReader.read(json, resourceFilter, false), resources));
      }
      case "values" -> values(false, resources);
      case "prior_state" ->
          json.members(
              member,
              part -> {
                if (part.equals("values")) {
                  values(true, lookups);
                } else {
                  json.skip();
                }
              });
      case "configuration" -> json.members(member, this::configuration);
      case "variables" -> json.members(member, this::variable);
      case "errored" -> {
        if (json.token() == JsonToken.VALUE_TRUE) {
          problems.add(
              Problem.unreadable(
                  json.here("errored").all(),
                  "Terraform could not finish this plan (\"errored\": true): what is missing in"
                      + " it was not checked"));
        }
      }
      case "complete" -> {
        if (json.token() == JsonToken.VALUE_FALSE) {
          problems.add(
              Problem.unreadable(
                  json.here("complete").all(),
                  "this plan does not cover all of the configuration (\"complete\": false):"
                      + " what is missing in it was not checked"));
        }
      }
      default -> json.skip();
    }
  }

  /** Whether anything is planned; what it is, the changes say better. */
  private void planned(String part) {
    if (part.equals("root_module")) {
      json.members(
          part,
          inner -> {
            planned |= inner.equals("resources") || inner.equals("child_modules");
            json.skip();
          });
    } else {
      json.skip();
    }
  }

  private void version() {
    String version = json.string("format_version");
    if (version == null) {
      return;
    }
    int dot = version.indexOf('.');
    String major = dot < 0 ? version : version.substring(0, dot);
    if (!major.equals("0") && !major.equals("1")) {
      refused = true;
      Span at = json.here('"' + version + '"').all();
      problems.add(
          Problem.unreadable(
              at, "format_version " + version + " is not known; 0.1 to 1.x can be read"));
    }
  }

  private void values(boolean dataOnly, List<PlannedResource> into) {
    json.members(
        "values",
        part -> {
          if (part.equals("root_module")) {
            module(dataOnly, into);
          } else {
            json.skip();
          }
        });
  }

  private void module(boolean dataOnly, List<PlannedResource> into) {
    json.members(
        "a module",
        part -> {
          switch (part) {
            case "resources" ->
                json.elements(
                    part, () -> keep(ResourceReader.read(json, resourceFilter, dataOnly), into));
            case "child_modules" -> json.elements(part, () -> module(dataOnly, into));
            default -> json.skip();
          }
        });
  }

  private static void keep(@Nullable PlannedResource resource, List<PlannedResource> into) {
    if (resource != null) {
      into.add(resource);
    }
  }

  private void configuration(String part) {
    switch (part) {
      case "root_module" -> planConfiguration = PlanConfiguration.read(json, resourceFilter);
      case "provider_config" -> json.members(part, key -> providers.put(key, Provider.read(json)));
      default -> json.skip();
    }
  }

  private void variable(String name) {
    SourceFile place = json.here(name);
    json.members(
        "a variable",
        part -> {
          if (part.equals("value")) {
            variables.put(name, JsonValues.read(json, Origin.at(place.all())));
          } else {
            json.skip();
          }
        });
  }
}
