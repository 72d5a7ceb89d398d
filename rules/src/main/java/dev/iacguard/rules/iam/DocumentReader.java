package dev.iacguard.rules.iam;

import dev.iacguard.core.model.PartialJson;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads policy documents, in one scenario. The names of a document's elements count case, the
 * values of {@code Effect} too; that is how IAM reads them.
 */
public final class DocumentReader {
  private final Scenario scenario;

  public DocumentReader(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Reads a document written as JSON text or as an object. */
  public PolicyDocument read(Value document) {
    Value resolved = scenario.resolve(document);
    Value root = resolved instanceof Value.Text text ? PartialJson.parse(text) : resolved;
    if (!(root instanceof Value.Mapping mapping)) {
      return PolicyDocument.UNKNOWN;
    }
    Value statements = entry(mapping, "Statement");
    List<Statement> read = new ArrayList<>();
    boolean complete = !mapping.open();
    for (Value statement : list(statements)) {
      if (statement instanceof Value.Mapping written) {
        read.add(statement(written));
      } else {
        complete = false;
      }
    }
    return new PolicyDocument(read, complete && isClosed(statements));
  }

  private Statement statement(Value.Mapping statement) {
    List<Value.Text> actions = new ArrayList<>();
    boolean certain = !statement.open();
    Value action = entry(statement, "Action");
    Value notAction = entry(statement, "NotAction");
    certain &= action != null || notAction != null;
    if (action != null) {
      certain &= addTexts(action, actions);
    }
    List<Value.Text> excluded = new ArrayList<>();
    if (notAction != null) {
      certain &= addTexts(notAction, excluded);
    }
    List<Value.Text> services = new ArrayList<>();
    boolean anyone = false;
    switch (entry(statement, "Principal")) {
      case null -> {}
      case Value.Mapping principal -> {
        certain &= !principal.open();
        Value service = entry(principal, "Service");
        if (service != null) {
          certain &= addTexts(service, services);
        }
        anyone = isStar(entry(principal, "AWS")) || isStar(entry(principal, "*"));
      }
      case Value.Text text -> anyone = isStar(text);
      default -> certain = false;
    }
    List<Value.Text> resources = new ArrayList<>();
    Value resource = entry(statement, "Resource");
    if (resource != null) {
      certain &= addTexts(resource, resources);
    }
    String effect = known(entry(statement, "Effect"));
    return new Statement(
        "Allow".equals(effect),
        effect != null && !"Allow".equals(effect),
        actions,
        notAction != null,
        excluded,
        resources,
        entry(statement, "Condition") != null,
        services,
        anyone,
        entry(statement, "NotPrincipal") != null,
        certain && effect != null);
  }

  /** Adds the texts of a value that is one or a list; false when there may be more of them. */
  private boolean addTexts(Value value, List<Value.Text> texts) {
    boolean all = isClosed(value);
    for (Value element : list(value)) {
      if (element instanceof Value.Text text) {
        texts.add(text);
      } else {
        all = false;
      }
    }
    return all;
  }

  private boolean isStar(@Nullable Value value) {
    for (Value element : list(value)) {
      if ("*".equals(known(element))) {
        return true;
      }
    }
    return false;
  }

  /** One element or a list of them, resolved, without those that are left out. */
  private List<Value> list(@Nullable Value value) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof Value.Sequence sequence)) {
      return List.of(value);
    }
    List<Value> elements = new ArrayList<>();
    for (Value element : sequence.elements()) {
      Value resolved = scenario.resolve(element);
      if (!(resolved instanceof Value.Null)) {
        elements.add(resolved);
      }
    }
    return elements;
  }

  private static boolean isClosed(@Nullable Value value) {
    return !(value instanceof Value.Sequence sequence && sequence.open());
  }

  /** The resolved entry, or null when it is not there. */
  private @Nullable Value entry(Value.Mapping mapping, String name) {
    Value entry = mapping.get(name);
    Value resolved = entry == null ? null : scenario.resolve(entry);
    return resolved instanceof Value.Null ? null : resolved;
  }

  private static @Nullable String known(@Nullable Value value) {
    return value instanceof Value.Text text ? text.known() : null;
  }
}
