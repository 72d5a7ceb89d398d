package dev.iacguard.core.cloudformation.sam;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Scalars;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Generates the APIs that the translator makes for events that name none: {@code ServerlessRestApi}
 * with the stage {@code Prod}, {@code ServerlessHttpApi} with {@code $default}. Each stands at the
 * first event that calls for it.
 */
final class SamImplicitApis {
  private final String event;
  private final String idProperty;
  private final String apiId;
  private final SamGlobals globals;
  private final TreeSet<String> conditions = new TreeSet<>();
  private final List<Node.Entry> tags = new ArrayList<>();
  private boolean unconditional;
  private boolean propagates;
  private @Nullable Declaration firstOwner;
  private Node.@Nullable Entry firstEvent;

  private SamImplicitApis(String event, String idProperty, String apiId, SamGlobals globals) {
    this.event = event;
    this.idProperty = idProperty;
    this.apiId = apiId;
    this.globals = globals;
  }

  static List<Declaration> of(Collection<Declaration> written, SamGlobals globals) {
    List<Declaration> apis = new ArrayList<>();
    SamImplicitApis rest = new SamImplicitApis("Api", "RestApiId", "ServerlessRestApi", globals);
    SamImplicitApis http = new SamImplicitApis("HttpApi", "ApiId", "ServerlessHttpApi", globals);
    for (Declaration declaration : written) {
      boolean hasEvents =
          declaration.type().equals("AWS::Serverless::Function")
              || declaration.type().equals("AWS::Serverless::StateMachine");
      if (hasEvents) {
        rest.collect(declaration);
        http.collect(declaration);
      }
    }
    rest.addTo(apis);
    http.addTo(apis);
    return apis;
  }

  private void collect(Declaration owner) {
    for (Node.Entry entry : owner.properties().mapping("Events").entries()) {
      if (entry.value() instanceof Node.Mapping body && event.equals(body.text("Type"))) {
        Node.Mapping properties = body.mapping("Properties");
        boolean counts = event.equals("HttpApi") || !properties.entries().isEmpty();
        if (counts && callsForIt(properties)) {
          collect(owner, entry, properties);
        }
      }
    }
  }

  private boolean callsForIt(Node.Mapping properties) {
    Node named = properties.get(idProperty);
    if (named == null) {
      return true;
    }
    Call reference = Call.of(named, "Ref");
    String id =
        reference != null
            ? reference.text()
            : named instanceof Node.Scalar text ? text.text() : null;
    return apiId.equals(id);
  }

  private void collect(Declaration owner, Node.Entry entry, Node.Mapping properties) {
    if (firstEvent == null) {
      firstOwner = owner;
      firstEvent = entry;
    }
    String condition = owner.body().text("Condition");
    if (condition == null) {
      unconditional = true;
    } else {
      conditions.add(condition);
    }
    if (properties.entry(idProperty) == null) {
      propagate(owner);
    }
  }

  /**
   * A function that propagates its tags gives them to the API. What it says itself counts unless it
   * is empty or false; the translator looks into {@code Globals} then.
   */
  private void propagate(Declaration owner) {
    String type = owner.type().substring(Template.SERVERLESS.length());
    boolean wanted =
        Scalars.isTrue(owner.properties().get("PropagateTags"))
            || Scalars.isTrue(globals.get(type, "PropagateTags"));
    Node own = owner.properties().get("Tags");
    Node given = own == null || isEmpty(own) ? globals.get(type, "Tags") : own;
    if (wanted && given instanceof Node.Mapping map) {
      tags.addAll(map.entries());
      propagates = true;
    }
  }

  private static boolean isEmpty(Node tags) {
    return tags instanceof Node.Mapping map && map.entries().isEmpty();
  }

  private void addTo(List<Declaration> apis) {
    if (firstOwner == null || firstEvent == null) {
      return;
    }
    Span header = firstEvent.keySpan();
    List<Node.Entry> properties = new ArrayList<>();
    String type = Template.SERVERLESS + event;
    if (event.equals("Api")) {
      properties.add(new Node.Entry("StageName", header, Node.Scalar.text("Prod", header)));
    }
    if (propagates) {
      Node.Mapping all = Node.Mapping.empty(header);
      for (Node.Entry tag : tags) {
        all = all.with(tag);
      }
      properties.add(new Node.Entry("Tags", header, all));
      properties.add(
          new Node.Entry(
              "PropagateTags", header, new Node.Scalar("true", Node.Scalar.Kind.BOOL, header)));
    }
    List<Node.Entry> body = new ArrayList<>();
    body.add(new Node.Entry("Properties", header, new Node.Mapping(properties, header)));
    if (!unconditional) {
      body.add(new Node.Entry("Condition", header, condition(header)));
    }
    Node.Entry metadata = firstOwner.body().entry("Metadata");
    if (metadata != null) {
      body.add(metadata);
    }
    int end = Math.max(header.end(), firstEvent.value().span().end());
    apis.add(
        new Declaration(
            apiId,
            type,
            new Span(header.file(), header.start(), end),
            header,
            new Node.Mapping(body, header),
            new Declaration.Maker(apiId, "sam-implicit")));
  }

  /** The API is there when any of the functions is. */
  private Node condition(Span at) {
    List<Node> parts = new ArrayList<>();
    for (String name : conditions) {
      parts.add(Node.Mapping.single("Condition", Node.Scalar.text(name, at), at));
    }
    return parts.size() == 1
        ? Node.Scalar.text(conditions.first(), at)
        : Node.Mapping.single("Fn::Or", new Node.Sequence(parts, at), at);
  }
}
