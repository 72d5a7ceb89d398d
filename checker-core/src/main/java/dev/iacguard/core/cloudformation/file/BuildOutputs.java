package dev.iacguard.core.cloudformation.file;

import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds templates that a build tool wrote, and says why some of them are not judged.
 *
 * <p>An output is left out only for a source that is judged in its place, or that has let it go;
 * never a source for its output, which may be older. What {@code sam build} writes has its template
 * beside it. The CDK lists what it wrote in {@code manifest.json} and leaves the templates of
 * stacks that are gone. The Serverless Framework's own files are not read, so that what it writes
 * is judged, but for the template that the stack is first made of: it has the bucket that the other
 * one has, too.
 */
public final class BuildOutputs {
  private static final String SAM_BUILD = "/.aws-sam/build/";

  /** The name of the template that a service of the Serverless Framework is deployed with. */
  public static final String SERVERLESS_TEMPLATE = "cloudformation-template-update-stack.json";

  /** The name of the template that its stack is first made of, with nothing but a bucket. */
  private static final String SERVERLESS_FIRST_TEMPLATE =
      "cloudformation-template-create-stack.json";

  /** How the name of a template of the CDK ends. */
  public static final String CDK_TEMPLATE = ".template.json";

  public static final String CDK_MANIFEST = "manifest.json";
  private static final String CDK_ASSETS = ".assets.json";

  private final SourceTree tree;
  private final Set<String> templates;
  private final Set<String> named;
  private final Map<String, List<String>> listings = new HashMap<>();

  /**
   * @param templates the paths of all that are judged unless they are left out
   * @param named those that were asked for by name
   */
  public BuildOutputs(SourceTree tree, Set<String> templates, Set<String> named) {
    this.tree = tree;
    this.templates = templates;
    this.named = named;
  }

  /** Why a template is not judged, as the end of a sentence; null when it is. */
  public @Nullable String leftOut(String path) {
    if (named.contains(path)) {
      return null;
    }
    String source = samSource(path);
    if (source != null) {
      return "it is built from " + tree.shown(source);
    }
    if (Paths.name(path).equals(SERVERLESS_FIRST_TEMPLATE)) {
      String whole = Paths.in(Paths.folder(path), SERVERLESS_TEMPLATE);
      return templates.contains(whole) ? tree.shown(whole) + " takes its place" : null;
    }
    return path.endsWith(CDK_TEMPLATE) && isLetGo(path)
        ? "the manifest.json beside it does not list it any more"
        : null;
  }

  private @Nullable String samSource(String path) {
    int at = ("/" + path).indexOf(SAM_BUILD);
    if (at < 0) {
      return null;
    }
    String folder = path.substring(0, at);
    for (String ending : List.of("yaml", "yml", "json")) {
      String source = folder + "template." + ending;
      if (templates.contains(source)) {
        return source;
      }
    }
    return null;
  }

  /** Stacks are in the manifest, and nested stacks among the assets of their parents. */
  private boolean isLetGo(String path) {
    List<String> listing = listings.computeIfAbsent(Paths.folder(path), this::listing);
    String name = '"' + Paths.name(path) + '"';
    return !listing.isEmpty() && listing.stream().noneMatch(text -> text.contains(name));
  }

  /** The texts that list what the CDK wrote into a folder; empty when it wrote nothing there. */
  private List<String> listing(String folder) {
    List<String> names = tree.files(folder);
    if (!names.contains(CDK_MANIFEST) || !isWhole(Paths.in(folder, CDK_MANIFEST))) {
      return List.of();
    }
    return names.stream()
        .filter(name -> name.equals(CDK_MANIFEST) || name.endsWith(CDK_ASSETS))
        .map(name -> text(Paths.in(folder, name)))
        .toList();
  }

  /** A manifest that is broken off does not show which stacks are gone. */
  private boolean isWhole(String path) {
    if (!(tree.read(path) instanceof Content.Decoded decoded)
        || !decoded.file().text().contains("\"artifacts\"")) {
      return false;
    }
    return TemplateReader.parse(decoded.file()).problems().isEmpty();
  }

  private String text(String path) {
    return tree.read(path) instanceof Content.Decoded decoded ? decoded.file().text() : "";
  }
}
