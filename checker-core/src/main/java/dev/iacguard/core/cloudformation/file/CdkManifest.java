package dev.iacguard.core.cloudformation.file;

import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code manifest.json} that the CDK writes beside a template says of how its stack is
 * deployed.
 *
 * @param tags of the stack, by key
 * @param environments what it says of the account and Region, one for each stack of the template
 * @param problems what is wrong with the manifest
 */
public record CdkManifest(
    Map<String, Node.Scalar> tags, List<Environment> environments, List<Problem> problems) {
  private static final String NAME = "manifest.json";
  private static final CdkManifest NONE = new CdkManifest(Map.of(), List.of(), List.of());
  private static final Pattern ENVIRONMENT = Pattern.compile("aws://([^/]*)/(.*)");
  private static final String UNKNOWN = "unknown-";

  /**
   * Where a stack is deployed.
   *
   * @param account null when the app leaves it open
   * @param region null when the app leaves it open
   * @param at where it is written
   */
  public record Environment(
      @Nullable String account, @Nullable String region, Node.@Nullable Scalar at) {
    private static final Environment OPEN = new Environment(null, null, null);

    private static Environment of(@Nullable Node written) {
      if (!(written instanceof Node.Scalar scalar)) {
        return OPEN;
      }
      Matcher parts = ENVIRONMENT.matcher(scalar.text());
      return parts.matches()
          ? new Environment(known(parts.group(1)), known(parts.group(2)), scalar)
          : OPEN;
    }

    private static @Nullable String known(String part) {
      return part.isEmpty() || part.startsWith(UNKNOWN) ? null : part;
    }
  }

  /**
   * The manifest beside a template.
   *
   * @param path of the template
   */
  public static CdkManifest beside(SourceTree tree, String path) {
    String folder = Paths.folder(path);
    String manifest = Paths.in(folder, NAME);
    if (!tree.isFile(manifest)) {
      return NONE;
    }
    List<Problem> problems = CdkAssets.wrongIn(tree, manifest);
    Map<String, Node.Scalar> tags = new LinkedHashMap<>();
    List<Environment> environments = new ArrayList<>();
    if (tree.read(manifest) instanceof Content.Decoded decoded) {
      for (Node document : TemplateReader.parse(decoded.file()).documents()) {
        for (Node.Mapping stack : stacks(document, Paths.name(path))) {
          addTags(stack, tags);
          environments.add(Environment.of(stack.get("environment")));
        }
      }
    }
    return new CdkManifest(tags, List.copyOf(environments), problems);
  }

  private static List<Node.Mapping> stacks(Node document, String template) {
    List<Node.Mapping> stacks = new ArrayList<>();
    if (document instanceof Node.Mapping root) {
      for (Node.Entry artifact : root.mapping("artifacts").entries()) {
        if (artifact.value() instanceof Node.Mapping body
            && template.equals(body.mapping("properties").text("templateFile"))) {
          stacks.add(body);
        }
      }
    }
    return stacks;
  }

  /** Older versions of the CDK list the tags in the metadata only. */
  private static void addTags(Node.Mapping stack, Map<String, Node.Scalar> tags) {
    for (Node.Entry path : stack.mapping("metadata").entries()) {
      for (Node entry : items(path.value())) {
        if (entry instanceof Node.Mapping noted
            && "aws:cdk:stack-tags".equals(noted.text("type"))) {
          items(noted.get("data")).forEach(tag -> addTag(tag, tags));
        }
      }
    }
    for (Node.Entry tag : stack.mapping("properties").mapping("tags").entries()) {
      if (tag.value() instanceof Node.Scalar value) {
        tags.put(tag.key(), value);
      }
    }
  }

  private static void addTag(Node tag, Map<String, Node.Scalar> tags) {
    if (tag instanceof Node.Mapping pair) {
      String key = pair.text(pair.get("Key") == null ? "key" : "Key");
      if (key != null
          && pair.get(pair.get("Key") == null ? "value" : "Value") instanceof Node.Scalar value) {
        tags.put(key, value);
      }
    }
  }

  private static List<Node> items(@Nullable Node node) {
    return node instanceof Node.Sequence list ? list.items() : List.of();
  }

  /** The account, as a set; empty when the app leaves it open or there are several. */
  public Set<String> accounts() {
    Set<String> accounts =
        environments.stream()
            .map(each -> each.account() == null ? "" : each.account())
            .collect(Collectors.toSet());
    return accounts.size() == 1 && !accounts.contains("") ? accounts : Set.of();
  }

  /** The Region and where it is written; null when the app leaves it open or there are several. */
  public Node.@Nullable Scalar region() {
    Environment first = environments.isEmpty() ? Environment.OPEN : environments.get(0);
    Node.Scalar at = first.at();
    String region = first.region();
    boolean same =
        environments.stream().allMatch(each -> region != null && region.equals(each.region()));
    return at == null || region == null || !same ? null : Node.Scalar.text(region, at.span());
  }
}
