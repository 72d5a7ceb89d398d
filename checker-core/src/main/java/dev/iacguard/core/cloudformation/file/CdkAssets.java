package dev.iacguard.core.cloudformation.file;

import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that the CDK uploads as assets. It names an uploaded file by the hash of its
 * content; the {@code *.assets.json} beside a template says which file that is.
 */
public final class CdkAssets {
  private static final String ENDING = ".assets.json";
  private static final String TEMPLATE = ".template.json";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private CdkAssets() {}

  /**
   * The file that an address names by its hash; null when it names none, or when the file is not in
   * the tree.
   *
   * @param template the path of the template with the address
   */
  public static @Nullable String path(SourceTree tree, String template, Value.Text address) {
    for (TextPart part : address.parts()) {
      if (part instanceof TextPart.Literal literal) {
        Matcher hash = HASH.matcher(literal.text());
        while (hash.find()) {
          String path = path(tree, Paths.folder(template), hash.group());
          if (path != null) {
            return path;
          }
        }
      }
    }
    return null;
  }

  /** Reports what is wrong with the assets of a template that nests others. */
  public static void check(SourceTree tree, Template template, Consumer<Problem> problems) {
    String path = template.path();
    String assets = path.substring(0, path.length() - Math.min(path.length(), TEMPLATE.length()));
    if (path.endsWith(TEMPLATE)
        && tree.isFile(assets + ENDING)
        && template.file().text().contains("AWS::CloudFormation::Stack")) {
      wrongIn(tree, assets + ENDING).forEach(problems);
    }
  }

  /** What is wrong with a file that the CDK writes. */
  public static List<Problem> wrongIn(SourceTree tree, String path) {
    return switch (tree.read(path)) {
      case Content.Failed failed -> List.of(Problem.failed(failed, ""));
      case Content.Decoded decoded -> TemplateReader.parse(decoded.file()).problems();
    };
  }

  private static @Nullable String path(SourceTree tree, String folder, String hash) {
    for (String name : tree.files(folder)) {
      if (name.endsWith(ENDING)
          && tree.read(Paths.in(folder, name)) instanceof Content.Decoded decoded
          && decoded.file().text().contains(hash)) {
        for (Node document : TemplateReader.parse(decoded.file()).documents()) {
          String source =
              document instanceof Node.Mapping root
                  ? root.mapping("files").mapping(hash).mapping("source").text("path")
                  : null;
          String path = source == null ? null : Paths.resolve(folder, source);
          if (path != null && tree.isFile(path)) {
            return path;
          }
        }
      }
    }
    return null;
  }
}
