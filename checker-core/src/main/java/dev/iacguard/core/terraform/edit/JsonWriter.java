package dev.iacguard.core.terraform.edit;

import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.EditResult;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.IntentionWriter;
import dev.iacguard.core.edit.JsonTerms;
import dev.iacguard.core.edit.Syntax;
import dev.iacguard.core.edit.Target;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.terraform.config.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Carries out intentions in files of Terraform's JSON syntax. */
public final class JsonWriter extends IntentionWriter {
  private final JsonFiles files = new JsonFiles();

  /** A type that the object under {@code "resource"} does not have yet. */
  private record NewType(SourceFile file, JsonNode.Obj resources, String type) {
    Edit with(SequencedMap<String, Term> bodies) {
      JsonTerms terms = new JsonTerms(JsonReferences::quoted, Term::toString);
      return new JsonLayout(file, terms).into(resources, Map.of(type, new Term.Block(bodies)));
    }
  }

  @Override
  public boolean writes(SourceFile file) {
    return ConfigNames.isJson(file.name());
  }

  private static JsonLayout layout(Target target, JsonResource resource) {
    SourceFile file = target.span().file();
    return new JsonLayout(file, JsonReferences.terms(file, resource));
  }

  @Override
  protected EditResult set(Intention.SetProperty it) {
    @Nullable JsonResource resource = files.resource(it.resource());
    return resource == null
        ? notHere(it.resource())
        : setIn(resource.body(), it.path(), it.value(), layout(it.resource(), resource));
  }

  private static EditResult setIn(
      JsonNode.Obj body, List<String> path, Term value, JsonLayout layout) {
    String name = path.getFirst();
    @Nullable JsonNode present = JsonResource.value(body, name);
    @Nullable JsonNode dynamic = JsonResource.value(body, "dynamic");
    if (dynamic != null && isDynamic(dynamic, name)) {
      return EditResult.impossible(name + " is a dynamic block");
    }
    if (present == null) {
      Term whole = path.size() == 1 ? value : Term.nested(path.subList(1, path.size()), value);
      return EditResult.of(layout.into(body, Map.of(name, whole)));
    }
    if (path.size() > 1) {
      JsonNode.@Nullable Obj inner = JsonResource.block(present);
      return inner == null
          ? EditResult.impossible(name + " is computed, or there are several")
          : setIn(inner, path.subList(1, path.size()), value, layout);
    }
    return replaced(present, value, layout.file(), layout.terms(), name);
  }

  private static boolean isDynamic(JsonNode dynamic, String name) {
    return switch (dynamic) {
      case JsonNode.Obj object -> JsonResource.value(object, name) != null;
      case JsonNode.Array array ->
          array.elements().stream().anyMatch(element -> isDynamic(element, name));
      default -> false;
    };
  }

  private static EditResult replaced(
      JsonNode present, Term value, SourceFile file, JsonTerms terms, String name) {
    return JsonFiles.isLiteral(present)
        ? EditResult.of(Edit.replace(file, present.start(), present.end(), terms.inline(value)))
        : EditResult.impossible(name + " is computed; change what it is computed from");
  }

  @Override
  protected EditResult replace(Intention.Replace it) {
    @Nullable JsonNode present = files.at(it.at());
    JsonTerms terms = new JsonTerms(JsonReferences::quoted, term -> "");
    return present == null
        ? EditResult.impossible("the value at " + it.at() + " is computed")
        : replaced(present, it.value(), it.at().file(), terms, "the value at " + it.at());
  }

  @Override
  protected EditResult addTags(Intention.AddTags it) {
    @Nullable JsonResource resource = files.resource(it.resource());
    if (resource == null) {
      return notHere(it.resource());
    }
    JsonLayout layout = layout(it.resource(), resource);
    Term tags = new Term.Entries(it.tags());
    SourceFile file = layout.file();
    return switch (resource.argument(it.property())) {
      case null -> EditResult.of(layout.into(resource.body(), Map.of(it.property(), tags)));
      case JsonNode.Obj object -> EditResult.of(layout.into(object, it.tags()));
      case JsonNode.Null none ->
          EditResult.of(Edit.replace(file, none.start(), none.end(), layout.terms().inline(tags)));
      case JsonNode.Text text when JsonReferences.interpolated(file, text.text()) != null ->
          merged(text, tags, file);
      default -> EditResult.impossible("the tags are not a map");
    };
  }

  /** {@code "${local.tags}"} becomes {@code "${merge(local.tags, { … })}"}. */
  private static EditResult merged(JsonNode.Text text, Term tags, SourceFile file) {
    @Nullable Expression inner = JsonReferences.interpolated(file, text.text());
    boolean plain = file.text().substring(text.start() + 1).startsWith("${");
    if (inner == null || !plain) {
      return EditResult.impossible("the tags are written with escapes");
    }
    String more = ", " + new HclTerms(term -> "").inline(tags) + ")";
    return EditResult.of(
        Edit.insert(file, text.start() + 3, "merge("),
        Edit.insert(file, text.end() - 2, Syntax.JSON.escaped(more)));
  }

  @Override
  protected EditResult extend(Intention.ExtendText it) {
    return new JsonFormats(files).extend(it);
  }

  @Override
  protected EditResult readAttribute(Intention.ReadAttribute it) {
    JsonNode.@Nullable Text text = files.text(it.at());
    SourceFile file = it.at().file();
    if (text != null
        && JsonReferences.interpolated(file, text.text())
            instanceof Expression.GetAttribute reference
        && !(reference.source() instanceof Expression.Name)) {
      String tail = text.text().substring(reference.nameStart());
      int start = text.end() - 1 - tail.length();
      int end = start + reference.end() - reference.nameStart();
      if (file.text().startsWith(tail + "\"", start)) {
        return EditResult.of(Edit.replace(file, start, end, it.attribute()));
      }
    }
    return EditResult.impossible("the reference at " + it.at() + " is computed");
  }

  @Override
  protected EditResult addDependency(Intention.AddDependency it) {
    @Nullable JsonResource resource = files.resource(it.resource());
    if (resource == null) {
      return notHere(it.resource());
    }
    JsonLayout layout = layout(it.resource(), resource);
    Term name = new Term.Text(it.name());
    return switch (resource.argument("depends_on")) {
      case null ->
          EditResult.of(
              layout.into(resource.body(), Map.of("depends_on", new Term.Items(List.of(name)))));
      case JsonNode.Array list -> EditResult.of(layout.into(list, name));
      default -> EditResult.impossible("depends_on is not a list");
    };
  }

  @Override
  protected String setting(Intention.SetProperty it) {
    @Nullable JsonResource resource = files.resource(it.resource());
    return resource == null
        ? ""
        : layout(it.resource(), resource).terms().lines(it.path().getFirst(), whole(it), "");
  }

  @Override
  protected String resource(Intention.Declare it) {
    Term named =
        new Term.Block(new LinkedHashMap<>(Map.of(it.name(), new Term.Block(it.properties()))));
    @Nullable JsonResource beside = files.resource(it.beside());
    return beside == null || missing(it, beside) != null
        ? ""
        : layout(it.beside(), beside).terms().lines(it.type(), named, "");
  }

  private static @Nullable String missing(Intention.Declare it, JsonResource beside) {
    return new JsonReferences(it.beside().span().file(), beside)
        .missing(new Term.Block(it.properties()));
  }

  private static Term whole(Intention.SetProperty it) {
    return it.path().size() == 1
        ? it.value()
        : Term.nested(it.path().subList(1, it.path().size()), it.value());
  }

  @Override
  protected String value(Intention.Replace it) {
    return new JsonTerms(JsonReferences::quoted, term -> "").inline(it.value());
  }

  @Override
  protected EditResult declare(Intention.Declare it) {
    return declareAll(List.of(it));
  }

  /** Those of one type that the file does not have share a new object. */
  @Override
  protected EditResult declareAll(List<Intention.Declare> declarations) {
    List<EditResult> results = new ArrayList<>();
    Map<NewType, SequencedMap<String, Term>> types = new LinkedHashMap<>();
    for (Intention.Declare it : declarations) {
      @Nullable JsonResource beside = files.resource(it.beside());
      if (beside == null) {
        return notHere(it.beside());
      }
      @Nullable String missing = missing(it, beside);
      if (missing != null) {
        return EditResult.impossible(missing);
      }
      JsonLayout layout = layout(it.beside(), beside);
      SequencedMap<String, Term> properties = new LinkedHashMap<>();
      for (String name : List.of("count", "for_each", "provider", "region")) {
        if (beside.argument(name) != null) {
          properties.put(name, new Term.Same(name));
        }
      }
      properties.putAll(it.properties());
      Term body = layout.terms().resolved(new Term.Block(properties));
      switch (JsonResource.value(beside.resources(), it.type())) {
        case null ->
            types
                .computeIfAbsent(
                    new NewType(layout.file(), beside.resources(), it.type()),
                    type -> new LinkedHashMap<>())
                .put(it.name(), body);
        case JsonNode.Obj named ->
            results.add(EditResult.of(layout.into(named, Map.of(it.name(), body))));
        default ->
            results.add(
                EditResult.impossible("the resources of the type " + it.type() + " are a list"));
      }
    }
    types.forEach((type, bodies) -> results.add(EditResult.of(type.with(bodies))));
    return EditResult.all(results);
  }

  private static EditResult notHere(Target target) {
    return EditResult.impossible(target.header() + " does not declare the resource itself");
  }
}
