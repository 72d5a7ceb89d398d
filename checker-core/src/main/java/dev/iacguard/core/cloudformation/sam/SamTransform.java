package dev.iacguard.core.cloudformation.sam;

import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.model.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies the SAM transform, as far as APIs go: replaces {@code AWS::Serverless} APIs with the
 * resources that the translator generates. Logical ids are the translator's, but for the digest
 * that it appends to those of deployments.
 */
public final class SamTransform {
  private SamTransform() {}

  /** A template's resources after the transforms, by logical id, in order. */
  public static Map<String, Declaration> declarations(Template template) {
    Map<String, Declaration> written = Declaration.all(template.section("Resources"));
    return template.language() == Language.SAM ? apply(template, written) : written;
  }

  private static Map<String, Declaration> apply(
      Template template, Map<String, Declaration> written) {
    SamGlobals globals = new SamGlobals(template.section("Globals"));
    Map<String, Declaration> before = new LinkedHashMap<>(written);
    SamImplicitApis.of(written.values(), globals)
        .forEach(implicit -> before.put(implicit.logicalId(), implicit));
    Map<String, Declaration> after = new LinkedHashMap<>();
    for (Declaration declaration : before.values()) {
      for (Declaration made : expand(declaration, globals)) {
        after.put(made.logicalId(), made);
      }
    }
    return after;
  }

  private static List<Declaration> expand(Declaration declaration, SamGlobals globals) {
    return switch (declaration.type()) {
      case "AWS::Serverless::Api" ->
          SamApis.rest(new SamResource(declaration, globals.merged(declaration)));
      case "AWS::Serverless::HttpApi" ->
          SamApis.http(new SamResource(declaration, globals.merged(declaration)));
      case "AWS::Serverless::WebSocketApi" ->
          SamApis.webSocket(new SamResource(declaration, globals.merged(declaration)));
      default -> List.of(declaration);
    };
  }
}
