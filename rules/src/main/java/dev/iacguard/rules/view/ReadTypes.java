package dev.iacguard.rules.view;

import dev.iacguard.core.model.ReadType;
import dev.iacguard.core.model.ReadType.Use;
import dev.iacguard.rules.view.link.LinkKind;
import dev.iacguard.rules.view.link.LinkedType;
import dev.iacguard.rules.view.role.AccountTypes;
import dev.iacguard.rules.view.role.RoleType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every resource type that the view reads, gathered from the tables that it reads them by. */
public final class ReadTypes {
  /** Policy documents in plans, which others refer to. */
  private static final List<String> REFERENCES = List.of("aws_iam_policy_document");

  private final Map<String, ReadType> types = new TreeMap<>();

  private ReadTypes() {}

  /** Sorted by name, each once. */
  public static List<ReadType> all() {
    ReadTypes read = new ReadTypes();
    for (LinkedType type : LinkedType.ALL) {
      if (!type.lookup()) {
        read.add(type);
      }
    }
    for (StageType stage : Vocabulary.STAGES) {
      read.addAll(List.of(stage.type()), Use.REFERRING);
      if (stage.log() != null && stage.log().overrides() != null) {
        read.addAll(List.of(stage.log().overrides().type()), Use.REFERRING);
      }
    }
    read.addAll(AccountTypes.ROLES.keySet(), Use.REFERRING);
    read.addAll(MetricFilter.types(), Use.ADDING);
    read.addAll(
        RoleType.Attachment.ALL.stream().map(RoleType.Attachment::type).toList(), Use.ADDING);
    read.addAll(List.of(RoleType.EXCLUSIVE), Use.ADDING);
    read.addAll(Alarms.TYPES, Use.OTHER);
    read.addAll(ApiEvidence.types(), Use.OTHER);
    read.addAll(Authorizers.types(), Use.OTHER);
    read.addAll(List.of(DataTrace.METHOD_SETTINGS), Use.OTHER);
    read.addAll(Vocabulary.VERSION_2_APIS, Use.OTHER);
    read.addAll(Vocabulary.REST_APIS, Use.OTHER);
    read.addAll(REFERENCES, Use.OTHER);
    return List.copyOf(read.types.values());
  }

  private void add(LinkedType type) {
    Use use = type.what() == LinkKind.MANAGED_POLICY ? Use.POLICY : Use.REFERRED;
    types.putIfAbsent(type.type(), new ReadType(type.type(), use, type.arn(), type.name()));
  }

  /** A type that is read for several things keeps the first of them. */
  private void addAll(Collection<String> names, Use use) {
    names.forEach(name -> types.putIfAbsent(name, ReadType.of(name, use)));
  }
}
