package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.file.BuildOutputs;
import dev.iacguard.core.cloudformation.file.CdkManifest;
import dev.iacguard.core.cloudformation.sam.SamConfig;
import dev.iacguard.core.cloudformation.template.Literals;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.ProviderConfiguration;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a stack outside of its template: its tags, which CloudFormation gives to the
 * resources in it and to its nested stacks, and where it is deployed. The CDK says both in {@code
 * manifest.json}, an export of what is deployed too; the Serverless Framework lists tags as {@code
 * stackTags}, SAM in {@code samconfig}, a nested stack in its {@code Tags}.
 *
 * @param allTags whether these are all tags that the stack is deployed with
 * @param provider names the account, where it is known
 * @param region null where it is not known
 */
record StackSettings(
    Value.Mapping tags, boolean allTags, ProviderConfiguration provider, @Nullable Value region) {
  private static final List<String> SERVICES = List.of("serverless.yml", "serverless.yaml");

  /** Whether a file may say something of the stacks of the templates in its folder, or below it. */
  static boolean mayBeIn(String path) {
    String name = Paths.name(path);
    return SamConfig.names().contains(name)
        || SERVICES.contains(name)
        || name.equals(ServerlessFramework.STATE)
        || name.equals(BuildOutputs.CDK_MANIFEST);
  }

  /** Those of a template that is looked at by itself. */
  static StackSettings bare(Template template) {
    Value.Mapping none = StackTags.mapping(Map.of(), false, template.root().span());
    return new StackSettings(none, false, ProviderConfiguration.DEFAULT, null);
  }

  /**
   * Those of a template that is deployed by itself.
   *
   * @param problems takes what is wrong with the files that hold them
   */
  static StackSettings of(
      SourceTree tree, String path, SamSettings sam, Consumer<Problem> problems) {
    Map<String, Value> tags = new LinkedHashMap<>(sam.tags());
    Span at = new SourceFile(path, "").all();
    String name = Paths.name(path);
    if (name.endsWith(BuildOutputs.CDK_TEMPLATE)) {
      CdkManifest manifest = CdkManifest.beside(tree, path);
      manifest.problems().forEach(problems);
      manifest.tags().forEach((key, value) -> tags.put(key, literal(value)));
      Node.Scalar region = manifest.region();
      return new StackSettings(
          StackTags.mapping(tags, !manifest.problems().isEmpty(), at),
          false,
          new ProviderConfiguration("", "", manifest.accounts()),
          region == null ? null : literal(region));
    }
    if (name.equals(BuildOutputs.SERVERLESS_TEMPLATE)) {
      for (Node.Entry tag : provider(tree, Paths.folder(path)).mapping("stackTags").entries()) {
        if (tag.value() instanceof Node.Scalar scalar) {
          tags.put(tag.key(), Literals.value(scalar, Origin.at(tag.keySpan())));
        }
      }
    }
    return new StackSettings(
        StackTags.mapping(tags, false, at), false, ProviderConfiguration.DEFAULT, null);
  }

  /**
   * Those that an export shows, where it shows them: it is later than any file.
   *
   * @param stack null where no export shows it
   */
  StackSettings deployedAs(@Nullable ExportedStack stack) {
    if (stack == null) {
      return this;
    }
    Value.Mapping deployed = stack.tags();
    return new StackSettings(
        deployed == null ? tags : deployed,
        deployed != null || allTags,
        stack.provider(),
        stack.region());
  }

  /**
   * Those of a stack nested in this one.
   *
   * @param own the tags that the nested stack says; null when it says nothing
   */
  StackSettings nested(@Nullable Value own) {
    return new StackSettings(StackTags.nested(tags, own), allTags, provider, region);
  }

  private static Value literal(Node.Scalar scalar) {
    return Literals.value(scalar, Origin.at(scalar.span()));
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
}
