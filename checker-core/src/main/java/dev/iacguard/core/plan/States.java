package dev.iacguard.core.plan;

import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.ReadType;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The states that are analysed together. What a stage or account setting of one names by its ARN
 * may be in another: a log group, a Firehose stream, a role with its policies. It is taken from
 * there when just one has it.
 *
 * <p>The others are read when the first state names an ARN that it does not have.
 */
final class States {
  private final Map<String, ReadType> types;
  private final List<PlanSource> files = new ArrayList<>();
  private @Nullable Map<String, List<Found>> known;

  /**
   * @param types that rules read
   */
  States(List<ReadType> types) {
    this.types =
        types.stream()
            .collect(
                Collectors.toUnmodifiableMap(ReadType::name, type -> type, (one, same) -> one));
  }

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
      if (isUsed(plannedResource.type(), ReadType.Use.REFERRING)) {
        texts(plannedResource).stream()
            .filter(text -> text.startsWith("arn:"))
            .forEach(wanted::add);
      }
    }
    only(state.resources(), ReadType.Use.REFERRED)
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

  private void index(PlanSource file, Map<String, List<Found>> into) {
    PlanFile read = file.read(new ArrayList<>());
    if (read.language() != Language.TERRAFORM_STATE) {
      return;
    }
    List<PlannedResource> others = only(read.resources(), ReadType.Use.ADDING);
    others.addAll(only(read.resources(), ReadType.Use.POLICY));
    for (PlannedResource plannedResource : only(read.resources(), ReadType.Use.REFERRED)) {
      Found found = new Found(file, plannedResource, others);
      into.computeIfAbsent(arn(plannedResource), arn -> new ArrayList<>(1)).add(found);
    }
  }

  private List<PlannedResource> only(List<PlannedResource> all, ReadType.Use use) {
    return new ArrayList<>(all.stream().filter(resource -> isUsed(resource.type(), use)).toList());
  }

  private boolean isUsed(String type, ReadType.Use use) {
    ReadType read = types.get(type);
    return read != null && read.use() == use;
  }

  private void borrow(Found found, List<CrossStateResource> into) {
    Set<String> mentioned = texts(found.plannedResource());
    into.add(found.in().lend(found.plannedResource()));
    Set<String> names = new HashSet<>();
    ReadType type = types.get(found.plannedResource().type());
    if (type != null) {
      add(found.plannedResource().attributes().get(type.nameAttribute()), names);
    }
    for (PlannedResource other : only(found.others(), ReadType.Use.ADDING)) {
      Set<String> texts = texts(other);
      if (texts.stream().anyMatch(names::contains)) {
        mentioned.addAll(texts);
        into.add(found.in().lend(other));
      }
    }
    for (PlannedResource policy : only(found.others(), ReadType.Use.POLICY)) {
      if (mentioned.contains(arn(policy))) {
        into.add(found.in().lend(policy));
      }
    }
  }

  /** Empty when it has none. */
  private String arn(PlannedResource plannedResource) {
    ReadType type = types.get(plannedResource.type());
    Value arn = type == null ? null : plannedResource.attributes().get(type.arn());
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
