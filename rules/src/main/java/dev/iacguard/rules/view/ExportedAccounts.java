package dev.iacguard.rules.view;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.DeployedAccount;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.report.StackFacts.Target;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.format.Formats;
import dev.iacguard.rules.view.link.Arn;
import dev.iacguard.rules.view.link.Link;
import dev.iacguard.rules.view.role.LoggingRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What exports say of the accounts and Regions that a stack of code may be deployed to. */
final class ExportedAccounts {
  private final List<Exported> all = new ArrayList<>();

  /** The stages of each by kind and name of their API and their own name; filled on demand. */
  private final Map<Exported, Map<List<Object>, List<DeclaredStage>>> stages = new HashMap<>();

  private record Exported(DeployedAccount account, GatewayView view) {
    Target target() {
      String region = account.region().isEmpty() ? null : account.region();
      return new Target(region, accounts());
    }

    Set<String> accounts() {
      return account.account().isEmpty() ? Set.of() : Set.of(account.account());
    }
  }

  ExportedAccounts(Stack stack, Formats formats, WorkBudget work) {
    for (DeployedAccount account : stack.deployed()) {
      all.add(new Exported(account, new GatewayView(account.stack(), formats, work)));
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** The account settings that a resource of the code may depend on. */
  List<AccountSetting.Exported> settings(Scenario scenario, Resource resource) {
    List<AccountSetting.Exported> settings = new ArrayList<>();
    for (Exported each : of(resource)) {
      List<Resource> found = each.view().accountSettings();
      AccountSetting.Declared setting =
          found.isEmpty()
              ? null
              : new AccountSetting.Declared(
                  found.get(0),
                  each.view().role(scenario, found.get(0)),
                  AccountSetting.Unordered.NONE);
      settings.add(new AccountSetting.Exported(each.account().name(), setting));
    }
    return settings;
  }

  /**
   * The errors of a stage of the code that alarms of the accounts watch. There has to be one
   * deployed stage of its names in each of the accounts that it may be deployed to.
   */
  StageAlarms.Errors alarms(Scenario scenario, Stage stage) {
    List<Object> names = names(stage);
    boolean client = !names.isEmpty();
    boolean server = client;
    List<Exported> places = client ? of(stage.resource()) : List.of();
    for (Exported each : places) {
      List<DeclaredStage> same =
          stages
              .computeIfAbsent(each, place -> byNames(scenario, place.view()))
              .getOrDefault(names, List.of());
      StageAlarms.Errors watched =
          same.size() == 1
              ? each.view().stage(scenario, same.get(0)).alarms().sure()
              : StageAlarms.Errors.NONE;
      client &= watched.client();
      server &= watched.server();
    }
    return places.isEmpty() ? StageAlarms.Errors.NONE : new StageAlarms.Errors(client, server);
  }

  private static Map<List<Object>, List<DeclaredStage>> byNames(
      Scenario scenario, GatewayView view) {
    return view.stages().stream()
        .collect(Collectors.groupingBy(each -> names(view.stage(scenario, each))));
  }

  /** Empty where they are not all known. */
  private static List<Object> names(Stage stage) {
    String api = stage.apiName();
    String name = stage.name();
    return api == null || name == null ? List.of() : List.of(stage.api(), api, name);
  }

  private List<Exported> of(Resource resource) {
    Target target = AccountRegion.of(resource).facts();
    return all.stream().filter(each -> each.target().mayBe(target)).toList();
  }

  /**
   * The log group or stream that a destination leads to. Null unless just one account and Region is
   * meant.
   *
   * @param written the destination, resolved
   */
  Link.@Nullable Declared find(
      Scenario scenario, Link.Outside wanted, Value written, Resource stage) {
    Value.Text name = wanted.name();
    if (name == null) {
      return null;
    }
    Arn arn = arn(written);
    List<Exported> places =
        of(stage).stream().filter(each -> arn == null || isIn(each.account(), arn)).toList();
    return places.size() == 1
            && places.get(0).view().links().names().find(scenario, wanted.what(), name)
                instanceof Link.Declared declared
        ? new Link.Declared(named(declared.resource(), places.get(0)), declared.type())
        : null;
  }

  /** True for a resource that an export shows. */
  boolean shows(Resource resource) {
    return all.stream()
        .map(each -> each.view().stack().resource(Address.of("", resource.address().name())))
        .anyMatch(found -> found != null && found.header().equals(resource.header()));
  }

  /** Resources of different accounts have different addresses. */
  private static Resource named(Resource resource, Exported in) {
    String prefix = in.account().name().replace(' ', '/') + "/";
    return new Resource(
        Address.of(prefix, resource.address().name()),
        resource.type(),
        resource.span(),
        resource.header(),
        resource.callers(),
        resource.exists(),
        resource.attributes(),
        resource.generated());
  }

  private static @Nullable Arn arn(Value written) {
    return written instanceof Value.Text text && !text.parts().isEmpty() ? Arn.parse(text) : null;
  }

  private static boolean isIn(DeployedAccount account, Arn arn) {
    return mayBe(account.region(), arn.region()) && mayBe(account.account(), arn.account());
  }

  private static boolean mayBe(String exported, @Nullable String written) {
    return exported.isEmpty() || written == null || written.isEmpty() || written.equals(exported);
  }

  /** The role that a setting of the code names; null where exports do not show just one. */
  @Nullable LoggingRole role(Scenario scenario, Resource setting) {
    List<Exported> places = of(setting);
    if (places.stream().map(Exported::accounts).distinct().count() != 1) {
      return null;
    }
    for (Exported each : places) {
      LoggingRole role = each.view().role(scenario, setting);
      if (role instanceof LoggingRole.Declared) {
        return role;
      }
    }
    return null;
  }
}
