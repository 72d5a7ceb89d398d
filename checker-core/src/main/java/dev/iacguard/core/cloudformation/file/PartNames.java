package dev.iacguard.core.cloudformation.file;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a part of a template declares and refers to. A name starts with its section;
 * parameters share one with resources.
 */
final class PartNames {
  private static final Pattern HOLE = Pattern.compile("\\$\\{([^!.:}]+)[^}]*\\}");
  private static final String NAMED = "Resources/";
  private static final String CONDITION = "Conditions/";
  private static final String MAPPING = "Mappings/";

  /** CloudFormation has no longer names. */
  private static final int LONGEST = 255;

  private final Set<String> declared = new HashSet<>();
  private final Set<String> makers = new HashSet<>();
  private final Set<String> used = new LinkedHashSet<>();
  private boolean loops;

  PartNames(Node.Mapping root) {
    declare(root, "Parameters", NAMED);
    declare(root, "Resources", NAMED);
    declare(root, "Conditions", CONDITION);
    declare(root, "Mappings", MAPPING);
    for (String section : List.of("Globals", "Conditions", "Resources", "Outputs")) {
      walk(root.mapping(section));
    }
    for (String section : List.of("Resources", "Outputs")) {
      for (Node.Entry entry : root.mapping(section).entries()) {
        declaration(entry);
      }
    }
    used.removeIf(this::has);
  }

  /** What others have to declare; nothing where loops make names. */
  Set<String> missing() {
    return loops ? Set.of() : used;
  }

  /** Whether a name is declared here, or is like those that SAM gives to what it generates. */
  boolean has(String name) {
    return declared.contains(name) || name.startsWith(NAMED + "Serverless") || isGenerated(name);
  }

  private boolean isGenerated(String name) {
    for (int end = NAMED.length() + 1; !makers.isEmpty() && end < name.length(); end++) {
      if (makers.contains(name.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /** Adds what another part declares and refers to. */
  void add(PartNames other) {
    declared.addAll(other.declared);
    makers.addAll(other.makers);
    used.addAll(other.missing());
    used.removeIf(this::has);
  }

  private void declare(Node.Mapping root, String section, String kind) {
    root.mapping(section).entries().forEach(entry -> declared.add(kind + entry.key()));
  }

  private void declaration(Node.Entry entry) {
    loops |= entry.key().startsWith("Fn::");
    if (entry.value() instanceof Node.Mapping body) {
      if (String.valueOf(body.text("Type")).startsWith(Template.SERVERLESS)) {
        makers.add(NAMED + entry.key());
      }
      if (body.get("Condition") instanceof Node.Scalar name) {
        used.add(CONDITION + name.text());
      }
      if (body.get("DependsOn") instanceof Node.Scalar name) {
        used.add(NAMED + name.text());
      } else if (body.get("DependsOn") instanceof Node.Sequence names) {
        names.items().forEach(name -> use(NAMED, name));
      }
    }
  }

  private void use(String kind, Node name) {
    if (name instanceof Node.Scalar scalar && !scalar.text().startsWith("AWS::")) {
      int dot = scalar.text().indexOf('.');
      String first = dot < 0 ? scalar.text() : scalar.text().substring(0, dot);
      if (first.length() <= LONGEST) {
        used.add(kind + first);
      }
    }
  }

  private void walk(Node node) {
    Call call = Call.of(node);
    if (call != null) {
      call(call);
    } else if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(this::walk);
    } else if (node instanceof Node.Mapping mapping) {
      mapping.entries().forEach(entry -> walk(entry.value()));
    }
  }

  private void call(Call call) {
    Node first = call.list().isEmpty() ? call.argument() : call.list().get(0);
    switch (call.name()) {
      case "Ref", "Fn::GetAtt" -> use(NAMED, first);
      case "Condition" -> use(CONDITION, first);
      case "Fn::Sub" -> sub(call, first);
      case "Fn::Transform" -> {}
      default -> {
        if (call.name().equals("Fn::If")) {
          use(CONDITION, first);
        } else if (call.name().equals("Fn::FindInMap")) {
          use(MAPPING, first);
        }
        walk(call.argument());
      }
    }
  }

  private void sub(Call call, Node first) {
    Node given = call.list().size() > 1 ? call.list().get(1) : Node.Mapping.empty(call.span());
    walk(given);
    Matcher hole = HOLE.matcher(first instanceof Node.Scalar text ? text.text() : "");
    while (hole.find()) {
      boolean own = given instanceof Node.Mapping names && names.entry(hole.group(1)) != null;
      boolean pseudo = hole.group().startsWith("${AWS::");
      if (!own && !pseudo && hole.group(1).length() <= LONGEST) {
        used.add(NAMED + hole.group(1));
      }
    }
  }
}
