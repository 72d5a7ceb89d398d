package dev.iacguard.rules.view.role;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.link.Link;
import dev.iacguard.rules.view.link.LinkKind;
import dev.iacguard.rules.view.link.Links;
import dev.iacguard.rules.view.value.Misspelling;
import dev.iacguard.rules.view.value.Properties;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The role that an account setting names. */
public sealed interface LoggingRole {

  /**
   * The account setting names none.
   *
   * @param written true when the code writes so
   * @param misspelling what it is written as; null unless the name is wrong
   */
  record NotSet(boolean written, Origin at, @Nullable Misspelling misspelling)
      implements LoggingRole {}

  /** One that the code declares. */
  record Declared(DeclaredRole role, RoleReference reference) implements LoggingRole {}

  /** One that the code does not declare. */
  record Outside(RoleReference reference) implements LoggingRole {}

  /**
   * Something that is no role's ARN.
   *
   * @param why completes "the role …"
   */
  record Invalid(String why, RoleReference reference) implements LoggingRole {}

  /**
   * One that is not known.
   *
   * @param written false where the code names none, and something else than the code may
   */
  record Uncertain(Uncertainty uncertainty, RoleReference reference, boolean written)
      implements LoggingRole {}

  static LoggingRole of(Scenario scenario, Resource setting, Links links, RolePolicies policies) {
    String attribute = AccountTypes.ROLES.getOrDefault(setting.type(), "");
    Value value = scenario.resolve(setting.get(attribute));
    if (Properties.isNothing(value) && AccountTypes.CUSTOM.equals(setting.type())) {
      Uncertainty uncertainty =
          new Uncertainty("the custom resource chooses the role", "", value.origin());
      RoleReference none =
          new RoleReference(setting.address().toString(), List.of(), value.origin());
      return new Uncertain(uncertainty, none, true);
    }
    if (Properties.isNothing(value)) {
      return new NotSet(
          setting.attributes().has(attribute),
          value.origin(),
          Misspelling.of(scenario, setting, List.of(attribute)));
    }
    Link link = links.follow(scenario, value, EnumSet.of(LinkKind.ROLE));
    RoleReference reference = RoleReference.of(value, link, scenario);
    return switch (link) {
      case Link.Declared declared ->
          new Declared(new DeclaredRole(scenario, declared.resource(), policies), reference);
      case Link.Outside outside -> new Outside(reference);
      case Link.Wrong wrong -> new Invalid(wrong.why(), reference);
      case Link.Uncertain uncertain ->
          new Uncertain(uncertain.uncertainty(), reference, setting.attributes().has(attribute));
    };
  }
}
