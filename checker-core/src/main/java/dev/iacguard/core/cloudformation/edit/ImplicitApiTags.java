package dev.iacguard.core.cloudformation.edit;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Scalars;
import dev.iacguard.core.edit.EditResult;
import dev.iacguard.core.edit.Target;
import dev.iacguard.core.edit.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds tags to the APIs that SAM creates from events. {@code Globals} takes tags for HTTP APIs
 * only. A REST API gets those of the functions whose events create it, if these propagate their
 * tags.
 *
 * @param root the template
 */
record ImplicitApiTags(Node.Mapping root, Insertion insertion) {
  private static final String FUNCTION = "Function";
  private static final String HTTP_API = "HttpApi";
  private static final String GLOBALS = "Globals";
  private static final String PROPERTIES = "Properties";
  private static final String TAGS = "Tags";
  private static final String PROPAGATE = "PropagateTags";

  /** Null when the target is not an event. */
  @Nullable EditResult add(Target target, SequencedMap<String, Term> tags) {
    int at = target.header().start();
    for (Node.Mapping owner : resources()) {
      for (Node.Entry event : events(owner)) {
        if (event.keySpan().start() == at && event.value() instanceof Node.Mapping body) {
          return add(String.valueOf(body.text("Type")), tags);
        }
      }
    }
    return null;
  }

  private EditResult add(String eventType, SequencedMap<String, Term> tags) {
    return eventType.equals(HTTP_API) && everyDefinitionTakesTags()
        ? set(HTTP_API, globals(HTTP_API), tags, false)
        : propagated(eventType, tags);
  }

  private boolean everyDefinitionTakesTags() {
    return resources().stream().allMatch(ImplicitApiTags::canTakeTags);
  }

  /**
   * Whether SAM accepts tags of a resource: it adds those of an HTTP API to the definition, and
   * refuses them if that is not in the template.
   */
  static boolean canTakeTags(Node.Mapping resource) {
    Node.Mapping properties = resource.mapping(PROPERTIES);
    return !"AWS::Serverless::HttpApi".equals(resource.text("Type"))
        || (properties.get("DefinitionBody") == null
            ? properties.get("DefinitionUri") == null
            : properties.mapping("DefinitionBody").entry("openapi") != null);
  }

  /** In the section Globals if functions share their tags there, or have none; else in one. */
  private EditResult propagated(String eventType, SequencedMap<String, Term> tags) {
    List<Node.Mapping> owners =
        resources().stream().filter(each -> createsApi(each, eventType)).toList();
    if (owners.isEmpty()) {
      return EditResult.impossible(
          "SAM takes the tags of an API only from functions whose events do not name it");
    }
    Node.@Nullable Mapping shared = globals(FUNCTION);
    boolean plain =
        owners.stream()
            .allMatch(each -> isFunction(each) && !has(each, TAGS) && !has(each, PROPAGATE));
    boolean inGlobals =
        plain && (owners.size() > 1 || (shared != null && shared.get(TAGS) != null));
    if (inGlobals && (shared == null || canPropagate(shared))) {
      return set(FUNCTION, shared, tags, true);
    }
    return owners.stream()
        .map(each -> each.mapping(PROPERTIES))
        .filter(ImplicitApiTags::canPropagate)
        .findFirst()
        .map(each -> into(each, tags, true))
        .orElseGet(
            () -> EditResult.impossible("the tags of the functions are computed or not passed on"));
  }

  private List<Node.Mapping> resources() {
    return root.mapping("Resources").entries().stream()
        .map(Node.Entry::value)
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast)
        .toList();
  }

  private static List<Node.Entry> events(Node.Mapping owner) {
    return owner.mapping(PROPERTIES).mapping("Events").entries();
  }

  private static boolean createsApi(Node.Mapping owner, String eventType) {
    String type = String.valueOf(owner.text("Type"));
    boolean hasEvents =
        type.equals("AWS::Serverless::Function") || type.equals("AWS::Serverless::StateMachine");
    return hasEvents
        && events(owner).stream()
            .map(Node.Entry::value)
            .filter(Node.Mapping.class::isInstance)
            .map(Node.Mapping.class::cast)
            .anyMatch(event -> eventType.equals(event.text("Type")) && !namesApi(event));
  }

  private static boolean namesApi(Node.Mapping event) {
    Node.Mapping properties = event.mapping(PROPERTIES);
    return HTTP_API.equals(event.text("Type"))
        ? properties.get("ApiId") != null
        : properties.get("RestApiId") != null || properties.entries().isEmpty();
  }

  private static boolean isFunction(Node.Mapping owner) {
    return "AWS::Serverless::Function".equals(owner.text("Type"));
  }

  private static boolean has(Node.Mapping owner, String property) {
    return owner.mapping(PROPERTIES).get(property) != null;
  }

  private static boolean canPropagate(Node.Mapping properties) {
    @Nullable Node flag = properties.get(PROPAGATE);
    @Nullable Node tags = properties.get(TAGS);
    return (flag == null || Scalars.isTrue(flag))
        && (tags == null || (tags instanceof Node.Mapping map && Call.of(map) == null));
  }

  /** The settings of Globals for a type; null when there are none. */
  private Node.@Nullable Mapping globals(String type) {
    return root.mapping(GLOBALS).get(type) instanceof Node.Mapping present ? present : null;
  }

  private EditResult set(
      String type,
      Node.@Nullable Mapping present,
      SequencedMap<String, Term> tags,
      boolean propagate) {
    if (present != null) {
      return into(present, tags, propagate);
    }
    Term settings = new Term.Block(settings(tags, propagate));
    return insertion.setInTemplate(root, List.of(GLOBALS, type), settings);
  }

  private static SequencedMap<String, Term> settings(
      SequencedMap<String, Term> tags, boolean propagate) {
    SequencedMap<String, Term> settings = new LinkedHashMap<>();
    settings.put(TAGS, new Term.Entries(tags));
    if (propagate) {
      settings.put(PROPAGATE, new Term.Word("true"));
    }
    return settings;
  }

  /** Adds to the properties of a function, or to those in Globals. */
  private EditResult into(
      Node.Mapping properties, SequencedMap<String, Term> tags, boolean propagate) {
    boolean propagates = !propagate || properties.get(PROPAGATE) != null;
    @Nullable Node present = properties.get(TAGS);
    if (present == null) {
      return insertion.into(properties, settings(tags, !propagates));
    }
    if (!(present instanceof Node.Mapping map) || Call.of(map) != null) {
      return EditResult.impossible("the tags are computed");
    }
    List<EditResult> results = new ArrayList<>();
    SequencedMap<String, Term> missing = new LinkedHashMap<>(tags);
    missing
        .keySet()
        .removeIf(
            key -> map.entries().stream().anyMatch(each -> plain(each.key()).equals(plain(key))));
    if (!missing.isEmpty()) {
      results.add(insertion.into(map, missing));
    }
    if (!propagates) {
      SequencedMap<String, Term> flag = new LinkedHashMap<>();
      flag.put(PROPAGATE, new Term.Word("true"));
      results.add(insertion.into(properties, flag));
    }
    return results.isEmpty()
        ? EditResult.impossible("the functions have the tags already")
        : EditResult.all(results);
  }

  /** As policies compare keys unless they say otherwise. */
  private static String plain(String key) {
    return key.replaceAll("[-_: ]", "").toLowerCase(Locale.ROOT);
  }
}
