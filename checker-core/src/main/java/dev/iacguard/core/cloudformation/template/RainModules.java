package dev.iacguard.core.cloudformation.template;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Modules of Rain, which {@code rain pkg} expands before a template is deployed: resources of the
 * type {@code !Rain::Module PATH}, and entries of the section {@code Modules}.
 */
public final class RainModules {
  static final String SECTION = "Modules";
  private static final String TYPE = "Fn::Rain::Module";

  private RainModules() {}

  /** Whether a resource is a module. */
  public static boolean isOne(Node.Entry resource) {
    return resource.value() instanceof Node.Mapping body
        && body.get("Type") instanceof Node.Mapping type
        && type.entry(TYPE) != null;
  }

  /** Where the modules of a template are, by the entries that name them. */
  public static Map<Node.Entry, Node> sources(Template template) {
    Map<Node.Entry, Node> sources = new LinkedHashMap<>();
    for (Node.Entry entry : template.section("Resources").entries()) {
      if (isOne(entry) && entry.value() instanceof Node.Mapping body) {
        add(entry, body.mapping("Type"), TYPE, sources);
      }
    }
    for (Node.Entry entry : template.section(SECTION).entries()) {
      if (entry.value() instanceof Node.Mapping body) {
        add(entry, body, "Source", sources);
      }
    }
    return sources;
  }

  private static void add(
      Node.Entry entry, Node.Mapping body, String key, Map<Node.Entry, Node> sources) {
    Node source = body.get(key);
    if (source != null) {
      sources.put(entry, source);
    }
  }
}
