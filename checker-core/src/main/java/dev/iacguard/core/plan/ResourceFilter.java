package dev.iacguard.core.plan;

import dev.iacguard.core.model.ReadType;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides which resources and attributes of a plan or state are kept: those that rules read. */
final class ResourceFilter {
  /** Large texts that nobody asks for. */
  private static final Set<String> LEFT_OUT = Set.of("body", "template_body");

  private final Set<String> followed;
  private final Set<String> judged;

  ResourceFilter(List<ReadType> types) {
    this.followed = names(types, type -> type.use() != ReadType.Use.JUDGED);
    this.judged = names(types, type -> type.use() == ReadType.Use.JUDGED);
  }

  private static Set<String> names(List<ReadType> types, Predicate<ReadType> which) {
    return types.stream().filter(which).map(ReadType::name).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether references to that type are followed. */
  boolean isFollowed(String type) {
    return followed.contains(type);
  }

  boolean inType(String type) {
    return followed.contains(type) || judged.contains(type);
  }

  /**
   * @param type null when it is not told yet
   */
  boolean inAttribute(@Nullable String type, String name) {
    return !LEFT_OUT.contains(name) || (type != null && judged.contains(type));
  }

  /** Large texts that are seldom asked for: policy documents. */
  static boolean isDocument(String name) {
    return name.equals("policy");
  }
}
