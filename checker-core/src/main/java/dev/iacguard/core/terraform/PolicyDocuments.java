package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.PartialJson;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import dev.iacguard.core.terraform.value.JsonWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates {@code data.aws_iam_policy_document} to JSON text, without the provider's line breaks:
 * the source documents, the statements of the block itself, the overriding documents. As in the
 * provider, a statement takes the place of an earlier one with the same {@code Sid}. What may be in
 * a document that is not known is left open; the statements that are known stay.
 */
final class PolicyDocuments {
  private static final String DEFAULT_VERSION = "2012-10-17";

  private final ResourceInstance data;
  private final Origin origin;
  private final List<Value.Mapping> statements = new ArrayList<>();
  private boolean open;
  private String version = "";
  private @Nullable Value id;
  private @Nullable Value refused;
  private long length;

  private PolicyDocuments(ResourceInstance data, Origin origin) {
    this.data = data;
    this.origin = origin;
  }

  static Value json(ResourceInstance data, Origin origin) {
    Value sources = data.get("source_policy_documents");
    Value overrides = data.get("override_policy_documents");
    return ChoiceLifting.map(
        List.of(data.get("statement"), sources, overrides),
        decided -> {
          List<Value> documents = new ArrayList<>();
          documents.add(data.get("source_json"));
          documents.addAll(elements(decided.get(1)));
          int first = documents.size();
          documents.addAll(elements(decided.get(2)));
          documents.add(data.get("override_json"));
          return ChoiceLifting.map(
              documents,
              all -> {
                PolicyDocuments merged = new PolicyDocuments(data, origin);
                merged.addSources(all.subList(0, first));
                merged.addOwn(Blocks.listed(decided.get(0)));
                all.subList(first, all.size()).forEach(merged::addOverride);
                return merged.json();
              });
        });
  }

  private static List<Value> elements(Value documents) {
    if (!(documents instanceof Value.Sequence list)) {
      return List.of(documents);
    }
    List<Value> elements = new ArrayList<>(list.elements());
    if (list.open()) {
      elements.add(Derived.unknown("a policy document", list.origin(), List.of(list)));
    }
    return elements;
  }

  private void addSources(List<Value> documents) {
    Set<String> sids = new HashSet<>();
    for (Value document : documents) {
      addDocument(document, sids, false);
    }
  }

  /** Later documents may repeat what they replace. */
  private void addOverride(Value document) {
    addDocument(document, new HashSet<>(), true);
  }

  private void addOwn(Value blocks) {
    String written = Conversions.knownText(data.get("version"));
    adopt(written == null ? DEFAULT_VERSION : written, data.get("policy_id"));
    switch (blocks) {
      case Value.Null none -> {}
      case Value.Sequence list -> addStatements(PolicyStatements.of(list), new HashSet<>(), true);
      default -> addUnknown(blocks, true);
    }
  }

  private void adopt(String newer, @Nullable Value newId) {
    version = newer.compareTo(version) > 0 ? newer : version;
    boolean none =
        newId == null
            || newId instanceof Value.Null
            || (newId instanceof Value.Text text && text.parts().isEmpty());
    id = none ? id : newId;
  }

  /**
   * @param sids those that were met among the documents that may not repeat one
   * @param replaces whether its statements take the place of others
   */
  private void addDocument(Value document, Set<String> sids, boolean replaces) {
    switch (document) {
      case Value.Null none -> {}
      case Value.Text text when text.parts().isEmpty() -> {}
      case Value.Text text when isTooLong(text) -> refused = tooLong();
      case Value.Text text when PartialJson.parse(text) instanceof Value.Mapping map -> {
        String version = Conversions.knownText(map.get("Version"));
        adopt(version == null ? "" : version, map.get("Id"));
        if (map.open()) {
          addUnknown(map, replaces);
        }
        switch (map.get("Statement")) {
          case null -> {}
          case Value.Mapping one ->
              refused = Conversions.invalid(origin, "a document whose Statement is not a list");
          case Value.Sequence list -> addStatements(list, sids, replaces);
          case Value other -> addUnknown(other, replaces);
        }
      }
      default -> addUnknown(document, replaces);
    }
  }

  /** The documents together may be as long as a text. */
  private boolean isTooLong(Value.Text text) {
    for (TextPart part : text.parts()) {
      length += part instanceof TextPart.Literal literal ? literal.text().length() : 1;
    }
    return length > EvaluationBudget.MAX_TEXT;
  }

  private Value tooLong() {
    return data.module()
        .limit(
            origin.at(),
            "policy documents of more than " + EvaluationBudget.MAX_TEXT + " characters");
  }

  private void addStatements(Value.Sequence list, Set<String> sids, boolean replaces) {
    for (Value element : list.elements()) {
      if (element instanceof Value.Mapping statement) {
        addStatement(statement, sids, replaces);
      } else {
        addUnknown(element, replaces);
      }
    }
    if (list.open()) {
      addUnknown(list, replaces);
    }
  }

  private void addStatement(Value.Mapping statement, Set<String> sids, boolean replaces) {
    String sid = sid(statement);
    if (sid == null) {
      forgetNamed(replaces);
    } else if (!sid.isEmpty()) {
      if (!sids.add(sid)) {
        refused = Conversions.invalid(origin, "two statements with the Sid \"" + sid + "\"");
      }
      for (int i = 0; i < statements.size(); i++) {
        if (sid.equals(sid(statements.get(i)))) {
          statements.set(i, statement);
          return;
        }
      }
    }
    statements.add(statement);
  }

  private void addUnknown(Value value, boolean replaces) {
    if (Derived.isError(value)) {
      refused = value.withOrigin(origin);
    }
    open = true;
    forgetNamed(replaces);
  }

  /** What has a {@code Sid} may be replaced by what is not known. */
  private void forgetNamed(boolean replaces) {
    if (replaces && statements.removeIf(statement -> !"".equals(sid(statement)))) {
      open = true;
    }
  }

  /** Empty when there is none, null when it is not known. */
  private static @Nullable String sid(Value.Mapping statement) {
    Value sid = statement.get("Sid");
    return sid == null || sid instanceof Value.Null ? "" : Conversions.knownText(sid);
  }

  private Value json() {
    if (refused != null) {
      return refused;
    }
    Map<String, Value> document = new TreeMap<>();
    document.put("Version", Value.Text.of(version, origin));
    if (id != null) {
      document.put("Id", id);
    }
    if (open || !statements.isEmpty()) {
      document.put(
          "Statement",
          new Value.Sequence(Value.Sequence.Kind.TUPLE, List.copyOf(statements), open, origin));
    }
    TextBuilder json = new TextBuilder();
    JsonWriter.write(new Value.Mapping(false, document, false, origin), json);
    return json.length() > EvaluationBudget.MAX_TEXT ? tooLong() : json.build(origin);
  }
}
