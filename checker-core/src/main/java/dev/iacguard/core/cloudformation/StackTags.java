package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.file.CdkAssets;
import dev.iacguard.core.cloudformation.template.Literals;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a stack, which CloudFormation gives to the resources in it and to its nested stacks.
 * The CDK lists them in {@code manifest.json}, the Serverless Framework as {@code stackTags}, SAM
 * in {@code samconfig}, a nested stack in its {@code Tags}.
 */
final class StackTags {
  private static final String MANIFEST = "manifest.json";
  private static final List<String> SERVICES = List.of("serverless.yml", "serverless.yaml");

  private StackTags() {}

  /**
   * The tags of a template that is deployed by itself.
   *
   * @param problems takes what is wrong with the files that list them
   */
  static Value.Mapping of(
      SourceTree tree, String path, SamSettings sam, Consumer<Problem> problems) {
    Map<String, Value> tags = new LinkedHashMap<>(sam.tags());
    boolean open = false;
    String folder = Paths.folder(path);
    String name = Paths.name(path);
    if (name.endsWith(BuildOutputs.CDK_TEMPLATE) && tree.files(folder).contains(MANIFEST)) {
      List<Problem> wrong = CdkAssets.wrongIn(tree, Paths.in(folder, MANIFEST));
      wrong.forEach(problems);
      open = !wrong.isEmpty();
      Node.Mapping root = root(tree, Paths.in(folder, MANIFEST));
      for (Node.Entry artifact : root.mapping("artifacts").entries()) {
        if (artifact.value() instanceof Node.Mapping body
            && name.equals(body.mapping("properties").text("templateFile"))) {
          literal(body.mapping("properties").mapping("tags"), tags);
        }
      }
    }
    if (name.equals(ServerlessFramework.TEMPLATE)) {
      literal(provider(tree, folder).mapping("stackTags"), tags);
    }
    return mapping(tags, open, new SourceFile(path, "").all());
  }

  /** As {@code serverless package} resolves it, or as it is written when there is no state. */
  private static Node.Mapping provider(SourceTree tree, String folder) {
    String state = Paths.in(folder, ServerlessFramework.STATE);
    if (tree.isFile(state)) {
      return root(tree, state).mapping("service").mapping("provider");
    }
    String service = Paths.folder(folder);
    for (String name : SERVICES) {
      if (tree.isFile(Paths.in(service, name))) {
        return root(tree, Paths.in(service, name)).mapping("provider");
      }
    }
    return root(tree, state);
  }

  private static Node.Mapping root(SourceTree tree, String path) {
    if (tree.read(path) instanceof Content.Decoded decoded) {
      for (Node document : TemplateReader.parse(decoded.file()).documents()) {
        if (document instanceof Node.Mapping root) {
          return root;
        }
      }
      return Node.Mapping.empty(decoded.file().all());
    }
    return Node.Mapping.empty(new SourceFile(path, "").all());
  }

  private static void literal(Node.Mapping written, Map<String, Value> tags) {
    for (Node.Entry entry : written.entries()) {
      if (entry.value() instanceof Node.Scalar scalar) {
        tags.put(entry.key(), Literals.value(scalar, Origin.at(entry.keySpan())));
      }
    }
  }

  /**
   * The tags of a nested stack: its own and those of the stack around it.
   *
   * @param own what the nested stack says; null when it says nothing
   */
  static Value.Mapping nested(Value.Mapping outer, @Nullable Value own) {
    Map<String, Value> tags = new LinkedHashMap<>(outer.entries());
    boolean open = outer.open();
    switch (own) {
      case Value.Mapping map -> {
        tags.putAll(map.entries());
        open |= map.open();
      }
      case Value.Sequence list -> {
        open |= list.open();
        for (Value element : list.elements()) {
          Value.Mapping pair = element instanceof Value.Mapping map ? map : null;
          Value key = pair == null ? null : pair.get("Key");
          Value value = pair == null ? null : pair.get("Value");
          String name = key == null ? null : Choices.scalar(key);
          open |= name == null;
          if (name != null && value != null) {
            tags.put(name, value);
          }
        }
      }
      case Value.Null none -> {}
      case null -> {}
      default -> open = true;
    }
    return mapping(tags, open, outer.origin().at());
  }

  private static Value.Mapping mapping(Map<String, Value> tags, boolean open, Span at) {
    return new Value.Mapping(false, Collections.unmodifiableMap(tags), open, Origin.at(at));
  }
}
