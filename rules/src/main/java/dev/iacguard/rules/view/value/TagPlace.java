package dev.iacguard.rules.view.value;

import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.Target;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.model.Resource;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a resource has its tags.
 *
 * @param asList whether they are a list of {@code Key} and {@code Value}
 */
public record TagPlace(Target resource, String property, boolean asList) {

  /** Null when it has no property for them. */
  static @Nullable TagPlace of(Resource resource, TagProperty property) {
    return property.path().size() != 1
        ? null
        : switch (property.shape()) {
          case TagProperty.Shape.Map map ->
              new TagPlace(Target.of(resource), property.path().getFirst(), false);
          case TagProperty.Shape.Pairs pairs when pairs.key().equals("Key") ->
              new TagPlace(Target.of(resource), property.path().getFirst(), true);
          default -> null;
        };
  }

  public Intention adding(SequencedMap<String, Term> tags) {
    return new Intention.AddTags(resource, property, asList, tags);
  }
}
