package dev.iacguard.rules.remedy;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.Target;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.rules.view.role.Grant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Gives the logging role the permissions it needs and no others. */
public final class RoleRemedy {
  /** AWS managed policy for this purpose (API Gateway developer guide, CloudWatch logging). */
  private static final String PUSH =
      "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs";

  private RoleRemedy() {}

  /** Puts the policy for writing logs in the place of another one of AWS. */
  public static Fix narrow(Grant.AwsManaged managed) {
    return Remedies.replace(managed.at(), new Term.Text(PUSH));
  }

  /**
   * Lets a service assume the role whose name is misspelt there. Any other service that the role
   * trusts may need it.
   *
   * @param trusted those that it trusts
   */
  public static Fix trust(String service, List<Value.Text> trusted) {
    if (trusted.size() == 1) {
      String written = String.valueOf(trusted.getFirst().known());
      if (Nearest.of(label(written), List.of(label(service))) != null) {
        return Fix.change(
            new Intention.ReplaceWords(
                trusted.getFirst().origin().written(),
                new LinkedHashMap<>(Map.of(written, service))));
      }
    }
    return new Fix.Withheld(
        "other users of the role are not known; give API Gateway a separate role");
  }

  /** {@code apigateway} of {@code apigateway.amazonaws.com}. */
  private static String label(String service) {
    int dot = service.indexOf('.');
    return dot < 0 ? service : service.substring(0, dot);
  }

  /** Attaches the policy for writing logs. */
  public static Fix attach(Resource role) {
    Target target = Target.of(role);
    if (role.isOfTemplate()) {
      return Fix.change(
          new Intention.SetProperty(
              target, List.of("ManagedPolicyArns"), new Term.Items(List.of(new Term.Text(PUSH)))));
    }
    SequencedMap<String, Term> attachment = new LinkedHashMap<>();
    attachment.put("role", new Term.Itself("name"));
    attachment.put("policy_arn", new Term.Text(PUSH));
    return Fix.change(
        new Intention.Declare(
            target,
            "aws_iam_role_policy_attachment",
            Remedies.name(role, "push_logs", "PushLogs"),
            attachment));
  }
}
