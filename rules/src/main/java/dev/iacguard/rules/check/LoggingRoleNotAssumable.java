package dev.iacguard.rules.check;

import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.check.permission.Actions;
import dev.iacguard.rules.iam.PolicyDocument;
import dev.iacguard.rules.iam.Statement;
import dev.iacguard.rules.remedy.RoleRemedy;
import dev.iacguard.rules.view.role.DeclaredRole;
import java.util.ArrayList;
import java.util.List;

/** Checks that the logging role trusts API Gateway, and nobody else. */
public final class LoggingRoleNotAssumable extends LoggingRoleRule {
  private static final String SERVICE = "apigateway.amazonaws.com";

  /** What the service's name starts with; the rest may come from the partition. */
  private static final String SERVICE_START = "apigateway.";

  private static final String ASSUME = "sts:AssumeRole";

  LoggingRoleNotAssumable() {
    super(
        "IG303",
        "logging-role-not-assumable",
        "Logging role trusts the wrong principals",
        Severity.ERROR);
  }

  @Override
  public Outcome check(DeclaredRole role) {
    DeclaredRole.Trust trust = role.trust();
    PolicyDocument document = trust.document();
    boolean trusted = false;
    List<Value.Text> others = new ArrayList<>();
    boolean anyone = false;
    boolean denied = false;
    for (Statement statement : document.statements()) {
      denied |= denies(statement);
      if (statement.allows() && new Actions(statement).speaksOf(ASSUME)) {
        anyone |= statement.anyone() || statement.exceptPrincipals();
        for (Value.Text service : statement.services()) {
          if (isApiGateway(service)) {
            trusted = true;
          } else if (service.known() != null) {
            others.add(service);
          }
        }
      }
    }
    if (anyone || !others.isEmpty()) {
      return Outcome.fail(
          finding(
                  "logging role trusts " + names(anyone, others),
                  "trust " + SERVICE + " only",
                  trust)
              .fixedBy(RoleRemedy.trust(SERVICE, anyone || trusted ? List.of() : others)));
    }
    if (trusted && denied) {
      return Outcome.fail(
          finding("logging role denies " + SERVICE, "remove the Deny for " + ASSUME, trust));
    }
    if (trusted && document.isCertain()) {
      return Outcome.pass();
    }
    return Actions.areKnown(document)
        ? Outcome.fail(
            finding(
                "logging role does not trust " + SERVICE, "let " + SERVICE + " assume it", trust))
        : Words.cannotTell(
            "whether API Gateway may assume the logging role",
            Uncertainty.partly("its trust policy is not known", trust.at()));
  }

  /** A Deny wins over every Allow. One under a condition is taken to let API Gateway through. */
  private static boolean denies(Statement statement) {
    return statement.denies()
        && !statement.conditional()
        && new Actions(statement).speaksOf(ASSUME)
        && (statement.anyone()
            || statement.services().stream().anyMatch(LoggingRoleNotAssumable::isApiGateway));
  }

  private static boolean isApiGateway(Value.Text service) {
    return SERVICE.equals(service.known())
        || (service.known() == null
            && !service.parts().isEmpty()
            && service.parts().get(0) instanceof TextPart.Literal start
            && start.text().equals(SERVICE_START));
  }

  private static String names(boolean anyone, List<Value.Text> services) {
    List<String> names = new ArrayList<>(anyone ? List.of("everybody") : List.of());
    services.forEach(service -> names.add(String.valueOf(service.known())));
    return Words.list(names);
  }

  private static Finding finding(String message, String help, DeclaredRole.Trust trust) {
    return Finding.of(message, trust.at().at()).because(trust.at()).helped(help);
  }
}
