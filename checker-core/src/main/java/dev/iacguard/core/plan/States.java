package dev.iacguard.core.plan;

import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The states that are analysed together. What a stage or account setting of one names by its ARN
 * may be in another: a log group, a Firehose stream, a role with its policies. It is taken from
 * there when just one has it.
 *
 * <p>The others are read when the first state names an ARN that it does not have.
 */
final class States {
  private static final Set<String> NAMING =
      Set.of(
          "aws_api_gateway_account",
          "aws_api_gateway_stage",
          "aws_apigatewayv2_stage",
          "awscc_apigateway_account",
          "awscc_apigateway_deployment",
          "awscc_apigateway_stage",
          "awscc_apigatewayv2_api",
          "awscc_apigatewayv2_api_gateway_managed_overrides",
          "awscc_apigatewayv2_stage");

  private static final Set<String> NAMED =
      Set.of(
          "aws_cloudwatch_log_group",
          "aws_iam_role",
          "aws_kinesis_firehose_delivery_stream",
          "awscc_iam_role",
          "awscc_kinesisfirehose_delivery_stream",
          "awscc_logs_log_group");

  /** What says something of a role or log group by its name. */
  private static final Set<String> ADDING =
      Set.of(
          "aws_cloudwatch_log_metric_filter",
          "aws_iam_policy_attachment",
          "aws_iam_role_policies_exclusive",
          "aws_iam_role_policy",
          "aws_iam_role_policy_attachment",
          "aws_iam_role_policy_attachments_exclusive",
          "awscc_iam_role_policy",
          "awscc_logs_metric_filter");

  private static final Set<String> POLICIES = Set.of("aws_iam_policy", "awscc_iam_managed_policy");
  private static final Map<String, String> ARNS = Map.of("awscc_iam_managed_policy", "policy_arn");
  private static final List<String> NAMES =
      List.of("name", "role_name", "log_group_name", "delivery_stream_name");

  private final List<PlanSource> files = new ArrayList<>();
  private @Nullable Map<String, List<Found>> known;

  /** A resource and what else is in its state. */
  private record Found(
      PlanSource in, PlannedResource plannedResource, List<PlannedResource> others) {}

  /** Adds a file that may be a state. */
  void add(PlanSource file) {
    files.add(file);
  }

  /** What a state names and has not. */
  List<CrossStateResource> missingIn(PlanFile state) {
    Set<String> wanted = new LinkedHashSet<>();
    for (PlannedResource plannedResource : state.resources()) {
      if (NAMING.contains(plannedResource.type())) {
        texts(plannedResource).stream()
            .filter(text -> text.startsWith("arn:"))
            .forEach(wanted::add);
      }
    }
    only(state.resources(), NAMED::contains)
        .forEach(plannedResource -> wanted.remove(arn(plannedResource)));
    List<CrossStateResource> crossStateResources = new ArrayList<>();
    for (String arn : files.size() < 2 ? Set.<String>of() : wanted) {
      List<Found> found = known().getOrDefault(arn, List.of());
      if (found.size() == 1) {
        borrow(found.get(0), crossStateResources);
      }
    }
    return crossStateResources;
  }

  private synchronized Map<String, List<Found>> known() {
    Map<String, List<Found>> all = known;
    if (all == null) {
      all = new HashMap<>();
      for (PlanSource file : files) {
        index(file, all);
      }
      known = all;
    }
    return all;
  }

  private static void index(PlanSource file, Map<String, List<Found>> into) {
    PlanFile read = file.read(new ArrayList<>());
    if (read.language() != Language.TERRAFORM_STATE) {
      return;
    }
    List<PlannedResource> others = only(read.resources(), ADDING::contains);
    others.addAll(only(read.resources(), POLICIES::contains));
    for (PlannedResource plannedResource : only(read.resources(), NAMED::contains)) {
      Found found = new Found(file, plannedResource, others);
      into.computeIfAbsent(arn(plannedResource), arn -> new ArrayList<>(1)).add(found);
    }
  }

  private static List<PlannedResource> only(List<PlannedResource> all, Predicate<String> type) {
    return new ArrayList<>(
        all.stream().filter(plannedResource -> type.test(plannedResource.type())).toList());
  }

  private static void borrow(Found found, List<CrossStateResource> into) {
    Set<String> mentioned = texts(found.plannedResource());
    into.add(found.in().lend(found.plannedResource()));
    Set<String> names = new HashSet<>();
    NAMES.forEach(name -> add(found.plannedResource().attributes().get(name), names));
    for (PlannedResource other : only(found.others(), ADDING::contains)) {
      Set<String> texts = texts(other);
      if (texts.stream().anyMatch(names::contains)) {
        mentioned.addAll(texts);
        into.add(found.in().lend(other));
      }
    }
    for (PlannedResource policy : only(found.others(), POLICIES::contains)) {
      if (mentioned.contains(arn(policy))) {
        into.add(found.in().lend(policy));
      }
    }
  }

  /** Empty when it has none. */
  private static String arn(PlannedResource plannedResource) {
    Value arn = plannedResource.attributes().get(ARNS.getOrDefault(plannedResource.type(), "arn"));
    return arn instanceof Value.Text text ? withoutStar(String.valueOf(text.known())) : "";
  }

  /** That of a log group names the same with a star behind it. */
  private static String withoutStar(String arn) {
    return arn.endsWith(":*") ? arn.substring(0, arn.length() - 2) : arn;
  }

  private static Set<String> texts(PlannedResource plannedResource) {
    Set<String> texts = new HashSet<>();
    plannedResource
        .attributes()
        .names()
        .forEach(name -> add(plannedResource.attributes().get(name), texts));
    return texts;
  }

  private static void add(@Nullable Value value, Set<String> texts) {
    switch (value) {
      case Value.Text text -> texts.add(withoutStar(String.valueOf(text.known())));
      case Value.Sequence list -> list.elements().forEach(element -> add(element, texts));
      case Value.Mapping map -> map.entries().values().forEach(entry -> add(entry, texts));
      case null, default -> {}
    }
  }
}
