package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Macros;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.model.Attributes;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.ProviderConfiguration;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a resource, and beside them the resource attributes {@code DependsOn}, {@code
 * DeletionPolicy}, {@code UpdateReplacePolicy} and {@code Metadata}.
 */
final class TemplateAttributes implements Attributes {
  private static final Set<String> BESIDE =
      Set.of("DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Metadata");

  /** Under this name, which no property has, the Region of the stack is found where it is known. */
  private static final String REGION = "region";

  private final Scope scope;
  private final Declaration declaration;
  private final @Nullable String macro;
  private final Map<String, Value> known = new HashMap<>();

  TemplateAttributes(Scope scope, Declaration declaration) {
    this.scope = scope;
    this.declaration = declaration;
    this.macro = Macros.ofAll(scope.template());
  }

  @Override
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Node.Entry entry : declaration.properties().entries()) {
      if (!BESIDE.contains(entry.key())) {
        names.add(entry.key());
      }
    }
    for (Node.Entry entry : declaration.body().entries()) {
      if (BESIDE.contains(entry.key())) {
        names.add(entry.key());
      }
    }
    return names;
  }

  @Override
  public boolean has(String name) {
    return holder(name).entry(name) != null;
  }

  /** The mapping that a name counts in. */
  private Node.Mapping holder(String name) {
    return BESIDE.contains(name) ? declaration.body() : declaration.properties();
  }

  @Override
  public @Nullable Span misplaced(String name) {
    Node.Entry elsewhere =
        BESIDE.contains(name)
            ? declaration.properties().entry(name)
            : declaration.body().entry(name);
    return has(name) || elsewhere == null ? null : elsewhere.keySpan();
  }

  @Override
  public Value get(String name) {
    return known.computeIfAbsent(name, this::evaluate);
  }

  @Override
  public Span writtenAt(String name) {
    Node.Entry entry = declaration.properties().entry(name);
    return entry == null ? get(name).origin().written() : entry.keySpan();
  }

  @Override
  public ValueMarks existence() {
    return Deployment.existenceValueMarks(scope, declaration);
  }

  @Override
  public Value.Mapping stackTags() {
    return scope.settings().tags();
  }

  @Override
  public boolean hasAllStackTags() {
    return scope.settings().allTags();
  }

  @Override
  public ProviderConfiguration provider() {
    return scope.settings().provider();
  }

  private Value evaluate(String name) {
    Node properties = declaration.body().get("Properties");
    Node written = properties instanceof Node.Mapping mapping ? mapping.get(name) : null;
    if (written != null && !BESIDE.contains(name)) {
      return mayGrow(scope.evaluate(written));
    }
    Node beside = BESIDE.contains(name) ? declaration.body().get(name) : null;
    if (beside != null) {
      return name.equals("DependsOn") ? dependsOn(beside) : scope.evaluate(beside);
    }
    Value region = scope.settings().region();
    if (region != null && name.equals(REGION)) {
      return region;
    }
    Origin origin = Origin.at(declaration.header());
    boolean inside = !BESIDE.contains(name);
    if ((inside && (properties instanceof Node.Unresolved || isMadeElsewhere(properties)))
        || KnownNames.isOpen(declaration.body())) {
      return Value.Unknown.of(
          Cause.NOT_EVALUATED, "a property that " + transform(properties) + " may add", origin);
    }
    return macro == null
        ? new Value.Null(origin)
        : Value.Unknown.of(Cause.NOT_EVALUATED, "a property that " + macro + " may add", origin);
  }

  /** The value as a macro of the whole template may leave it: with more entries and elements. */
  private Value mayGrow(Value value) {
    return macro == null
        ? value
        : switch (value) {
          case Value.Mapping map -> {
            Map<String, Value> entries = new LinkedHashMap<>();
            map.entries().forEach((key, entry) -> entries.put(key, mayGrow(entry)));
            yield new Value.Mapping(map.typed(), entries, true, map.origin());
          }
          case Value.Sequence list ->
              new Value.Sequence(
                  list.kind(),
                  list.elements().stream().map(this::mayGrow).toList(),
                  true,
                  list.origin());
          case Value.Choice choice ->
              new Value.Choice(
                  choice.condition(),
                  mayGrow(choice.then()),
                  mayGrow(choice.otherwise()),
                  choice.origin());
          default -> value;
        };
  }

  /** True when a function gives the properties, or some of them. */
  private static boolean isMadeElsewhere(@Nullable Node properties) {
    return properties instanceof Node.Mapping mapping
        && (Call.of(mapping) != null || KnownNames.isOpen(mapping));
  }

  /** What the transform inside the resource is called in a sentence. */
  private String transform(@Nullable Node properties) {
    Node inside = properties instanceof Node.Mapping mapping ? mapping.get(Macros.CALL) : null;
    Node called = inside == null ? declaration.body().get(Macros.CALL) : inside;
    return called == null ? "a transform" : Macros.prose(called);
  }

  private Value dependsOn(Node written) {
    List<Value> elements = new ArrayList<>();
    for (Node.Scalar id : Dependencies.written(declaration)) {
      Reference reference = new Reference.ToResource(scope.address(id.text()), "");
      elements.add(
          new Value.Unknown(
              scope.declares(id.text()) ? Cause.COMPUTED : Cause.INVALID,
              id.text(),
              List.of(reference),
              true,
              Origin.at(id.span())));
    }
    return new Value.Sequence(
        Value.Sequence.Kind.TUPLE, List.copyOf(elements), false, Origin.at(written.span()));
  }
}
