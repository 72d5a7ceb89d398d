package dev.iacguard.core.cloudformation.edit;

import dev.iacguard.core.cloudformation.template.Node;

/** Mappings that are functions, not settings. */
final class Functions {
  private Functions() {}

  static boolean isOne(Node.Mapping mapping) {
    if (mapping.entries().size() != 1) {
      return false;
    }
    String key = mapping.entries().getFirst().key();
    return key.startsWith("Fn::") || key.equals("Ref") || key.equals("Condition");
  }
}
