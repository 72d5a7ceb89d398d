package dev.iacguard.core.cloudformation.edit;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.EditResult;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.IntentionWriter;
import dev.iacguard.core.edit.Target;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries out intentions in templates. */
public final class TemplateWriter extends IntentionWriter {
  private static final Set<String> ENDINGS = Set.of("yaml", "yml", "json", "template");
  private static final String PROPERTIES = "Properties";
  private static final String SHORT_REF = "!Ref ";

  private final TemplateFiles files = new TemplateFiles();

  @Override
  public boolean writes(SourceFile file) {
    String name = file.name();
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return ENDINGS.contains(ending) && files.root(file) != null;
  }

  @Override
  protected String refusal(SourceFile file) {
    return files.lacksTransform(file)
        ? file.path()
            + " has SAM resources but no Transform, so CloudFormation rejects it; add Transform:"
            + " AWS::Serverless-2016-10-31 first"
        : "";
  }

  @Override
  protected EditResult set(Intention.SetProperty it) {
    return set(it.resource(), it.path(), it.value());
  }

  private EditResult set(Target target, List<String> path, Term value) {
    Node.@Nullable Mapping resource = files.resource(target);
    if (resource == null) {
      return notHere(target);
    }
    Node.@Nullable Entry properties = resource.entry(PROPERTIES);
    SourceFile file = target.span().file();
    Insertion insertion = new Insertion(file, terms(target));
    if (properties == null) {
      return insertion.into(resource, Map.of(PROPERTIES, Term.nested(path, value)));
    }
    return properties.value() instanceof Node.Mapping mapping
        ? insertion.set(mapping, path, value)
        : EditResult.impossible("the properties of " + target.header().text() + " are computed");
  }

  @Override
  protected EditResult setInTemplate(Intention.SetInTemplate it) {
    SourceFile file = it.at().file();
    Node.@Nullable Mapping root = files.root(file);
    return root == null
        ? notHere(it.near())
        : new Insertion(file, terms(it.near())).setInTemplate(root, it.path(), it.value());
  }

  @Override
  protected EditResult replace(Intention.Replace it) {
    SourceFile file = it.at().file();
    @Nullable Node node = files.node(it.at());
    return node == null
        ? EditResult.impossible("the value at " + it.at() + " is computed")
        : new Insertion(file, new TemplateTerms(file, null, ""))
            .replacing(node, it.value(), "the value at " + it.at());
  }

  @Override
  protected EditResult addTags(Intention.AddTags it) {
    Node.@Nullable Mapping resource = files.resource(it.resource());
    if (resource == null) {
      return addImplicitTags(it);
    }
    if (!ImplicitApiTags.canTakeTags(resource)) {
      return EditResult.impossible(
          "SAM refuses tags of an HTTP API whose definition is not in the template");
    }
    String type = String.valueOf(resource.text("Type"));
    boolean asList = it.asList() && !type.startsWith("AWS::Serverless::");
    Term tags = asList ? Term.pairs("Key", "Value", it.tags()) : new Term.Entries(it.tags());
    Insertion insertion = new Insertion(it.resource().span().file(), terms(it.resource()));
    @Nullable Node present = resource.mapping(PROPERTIES).get(it.property());
    return switch (present) {
      case null -> set(it.resource(), List.of(it.property()), tags);
      case Node.Sequence list when asList -> insertion.into(list, ((Term.Items) tags).items());
      case Node.Mapping map when !asList && Call.of(map) == null -> insertion.into(map, it.tags());
      default -> EditResult.impossible("the tags are computed");
    };
  }

  private EditResult addImplicitTags(Intention.AddTags it) {
    SourceFile file = it.at().file();
    Node.@Nullable Mapping root = files.root(file);
    @Nullable EditResult result =
        root == null
            ? null
            : new ImplicitApiTags(root, new Insertion(file, terms(it.resource())))
                .add(it.resource(), it.tags());
    return result == null ? notHere(it.resource()) : result;
  }

  @Override
  protected EditResult extend(Intention.ExtendText it) {
    return new TextExtension(files).extend(it);
  }

  @Override
  protected EditResult readAttribute(Intention.ReadAttribute it) {
    SourceFile file = it.at().file();
    String written = it.at().text().stripTrailing();
    @Nullable String id =
        written.startsWith(SHORT_REF)
            ? written.substring(SHORT_REF.length()).strip()
            : files.node(it.at()) instanceof Node.Mapping reference ? reference.text("Ref") : null;
    if (id == null) {
      return EditResult.impossible("the reference at " + it.at() + " is computed");
    }
    Term attribute = new Term.Declared("", id, it.attribute());
    String text = new TemplateTerms(file, null, "").inline(attribute);
    int end = it.at().start() + written.length();
    return EditResult.of(Edit.replace(file, it.at().start(), end, text));
  }

  @Override
  protected EditResult addDependency(Intention.AddDependency it) {
    Node.@Nullable Mapping resource = files.resource(it.resource());
    if (resource == null) {
      return notHere(it.resource());
    }
    SourceFile file = it.resource().span().file();
    Insertion insertion = new Insertion(file, terms(it.resource()));
    Term name = new Term.Text(it.name());
    return switch (resource.get("DependsOn")) {
      case null -> insertion.into(resource, Map.of("DependsOn", name));
      case Node.Sequence list -> insertion.into(list, List.of(name));
      case Node.Scalar one ->
          EditResult.of(
              Edit.replace(
                  file,
                  one.span().start(),
                  one.span().end(),
                  insertion
                      .terms()
                      .inline(new Term.Items(List.of(new Term.Text(one.text()), name)))));
      default -> EditResult.impossible("DependsOn is computed");
    };
  }

  @Override
  protected String setting(Intention.SetProperty it) {
    List<String> path = it.path();
    Term whole =
        path.size() == 1 ? it.value() : Term.nested(path.subList(1, path.size()), it.value());
    return terms(it.resource()).lines(path.getFirst(), whole, "");
  }

  @Override
  protected String value(Intention.Replace it) {
    return new TemplateTerms(it.at().file(), null, "").value(it.value(), "");
  }

  @Override
  protected String resource(Intention.Declare it) {
    Term.Block body = body(it, files.resource(it.beside()));
    TemplateTerms terms = terms(it.beside());
    return terms.canWrite(body) ? terms.lines(it.name(), body, "") : "";
  }

  @Override
  protected EditResult declare(Intention.Declare it) {
    SourceFile file = it.beside().span().file();
    Node.@Nullable Mapping root = files.root(file);
    Node.@Nullable Mapping beside = files.resource(it.beside());
    Node.Mapping resources = root == null ? Node.Mapping.empty(it.at()) : root.mapping("Resources");
    if (resources.entries().isEmpty()) {
      return notHere(it.beside());
    }
    Node.@Nullable Entry declared = files.entry(it.beside());
    Node.Entry entry = declared == null ? resources.entries().getLast() : declared;
    if (resources.entry(it.name()) != null) {
      return EditResult.impossible("there is a resource " + it.name() + " already");
    }
    TemplateTerms terms = terms(it.beside());
    Term.Block body = body(it, beside);
    return terms.canWrite(body)
        ? new Insertion(file, terms).behind(resources, entry, it.name(), body)
        : EditResult.impossible("a property that the new resource needs is not written");
  }

  private static Term.Block body(Intention.Declare it, Node.@Nullable Mapping beside) {
    SequencedMap<String, Term> body = new LinkedHashMap<>();
    body.put("Type", new Term.Text(it.type()));
    String condition = beside == null ? null : beside.text("Condition");
    if (condition != null) {
      body.put("Condition", new Term.Text(condition));
    }
    body.put(PROPERTIES, new Term.Block(it.properties()));
    return new Term.Block(body);
  }

  private TemplateTerms terms(Target target) {
    Node.@Nullable Entry entry = files.entry(target);
    String id = entry == null ? "" : entry.key();
    return new TemplateTerms(target.span().file(), files.resource(target), id);
  }

  private EditResult notHere(Target target) {
    return EditResult.impossible(
        files.isInLoop(target)
            ? target.header()
                + " is in Fn::ForEach, which declares several resources at once; make the change"
                + " there by hand"
            : target.header() + " does not declare the resource itself; make the change by hand");
  }
}
