package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.TemplateText;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds resources that deploy CloudFormation templates which are not files of the tree. What these
 * hold is not judged; a problem names each of them.
 */
final class UnseenTemplates {
  private static final String BODY = "template_body";

  /** What a type deploys its template as. */
  private static final Map<String, String> TYPES =
      new TreeMap<>(
          Map.of(
              "aws_cloudformation_stack", "stack",
              "aws_cloudformation_stack_set", "stack set",
              "awscc_cloudformation_stack", "stack",
              "awscc_cloudformation_stack_set", "stack set",
              "aws_serverlessapplicationrepository_cloudformation_stack", "application"));

  /** A file that is read as it is; the tree's templates are judged by themselves. */
  private static final Pattern FILE =
      Pattern.compile("file\\(.*\\.(ya?ml|json|template)\"\\s*\\)", Pattern.DOTALL);

  private UnseenTemplates() {}

  static List<Problem> of(TerraformStack stack) {
    List<Problem> problems = new ArrayList<>();
    TYPES.forEach(
        (type, what) -> {
          for (Resource resource : stack.resources(type)) {
            if (!isSeen(resource)) {
              String name = resource.address().withoutKey().toString();
              problems.add(
                  Problem.notAvailable(
                      resource.header(),
                      "the template of the "
                          + what
                          + " "
                          + name
                          + " is not judged; its stages are not analysed")
                      .amongOthers("templates are not judged; their stages are not analysed"));
            }
          }
        });
    return problems;
  }

  /** True when there is nothing in it to judge, or it is judged as a file of the tree. */
  private static boolean isSeen(Resource resource) {
    if (!resource.attributes().has(BODY)) {
      return false;
    }
    Value body = resource.get(BODY);
    return !mayBeOfInterest(body) || FILE.matcher(body.origin().written().text()).matches();
  }

  /** False for what is known well enough to hold no stage and no other template. */
  private static boolean mayBeOfInterest(Value body) {
    return switch (body) {
      case Value.Text text -> {
        String known =
            String.join(
                "",
                text.parts().stream()
                    .map(part -> part instanceof TextPart.Literal literal ? literal.text() : "")
                    .toList());
        yield known.isEmpty() || TemplateText.mayHoldStages(known);
      }
      case Value.Choice choice ->
          mayBeOfInterest(choice.then()) || mayBeOfInterest(choice.otherwise());
      default -> true;
    };
  }
}
