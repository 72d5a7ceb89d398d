package dev.iacguard.core.cloudformation.file;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds files from which other tools generate stages and which are not judged themselves: sources
 * of text templates (Jinja, Go, ERB), and the service file of the Serverless Framework. A problem
 * names each that speaks of a stage.
 */
public final class UnreadSources {
  private static final Set<String> ENDINGS =
      Set.of(
          "j2",
          "jinja",
          "jinja2",
          "tpl",
          "tmpl",
          "tftpl",
          "gotmpl",
          "erb",
          "ejs",
          "hbs",
          "mustache",
          "njk",
          "liquid");

  /** The types of what makes a stage, in any language. */
  static final Pattern STAGES =
      Pattern.compile(
          "AWS::ApiGateway::(Stage|Deployment)\\b|AWS::ApiGatewayV2::Stage\\b"
              + "|AWS::Serverless::(Api|HttpApi|WebSocketApi)\\b"
              + "|\\b(aws|awscc)_(api_gateway|apigateway|apigatewayv2)_(stage|deployment)\\b");

  private final SourceTree tree;
  private final ServiceFiles services;

  /**
   * @param packaged the name of the template that the Serverless Framework writes
   */
  public UnreadSources(SourceTree tree, String packaged) {
    this.tree = tree;
    this.services = new ServiceFiles(tree, packaged);
  }

  /**
   * @param files all files
   * @param sources those of them that look like templates with marks of a template engine
   */
  public List<Problem> problems(List<String> files, List<String> sources) {
    List<Problem> problems = new ArrayList<>();
    for (String path : sources) {
      addTextTemplate(path, problems);
    }
    for (String path : files) {
      String name = Paths.name(path);
      String ending = name.substring(name.lastIndexOf('.') + 1);
      if (ENDINGS.contains(ending)) {
        addTextTemplate(path, problems);
      } else if (services.makesStages(path) && tree.read(path) instanceof Content.Decoded decoded) {
        problems.add(
            Problem.notAvailable(
                start(decoded.file()),
                "the stages of "
                    + name
                    + " are not checked; 'serverless package' writes a template that can be"
                    + " checked"));
      }
    }
    return problems;
  }

  private void addTextTemplate(String path, List<Problem> problems) {
    if (tree.read(path) instanceof Content.Decoded decoded
        && STAGES.matcher(decoded.file().text()).find()) {
      SourceFile file = decoded.file();
      problems.add(
          Problem.notAvailable(
                  start(file),
                  file.name()
                      + " is a source for a template engine; its stages are not checked; check"
                      + " its output")
              .amongOthers(
                  "files are sources for a template engine; their stages are not checked; check"
                      + " their output"));
    }
  }

  private static Span start(SourceFile file) {
    return file.span(0, 0);
  }
}
