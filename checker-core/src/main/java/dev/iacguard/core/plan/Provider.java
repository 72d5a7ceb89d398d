package dev.iacguard.core.plan;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * A provider configuration.
 *
 * @param region null when it is not written as a constant
 * @param defaultTags whether it adds tags to every resource
 */
record Provider(@Nullable String region, boolean defaultTags) {

  /** Reads the current entry of {@code provider_config}. */
  static Provider read(JsonCursor json) {
    Parts parts = new Parts(json);
    json.members("a provider", parts::member);
    return new Provider(parts.region, parts.defaultTags);
  }

  private static final class Parts {
    private final JsonCursor json;
    private @Nullable String region;
    private boolean defaultTags;

    Parts(JsonCursor json) {
      this.json = json;
    }

    void member(String name) {
      if (name.equals("expressions")) {
        json.members("the arguments of a provider", this::argument);
      } else {
        json.skip();
      }
    }

    private void argument(String name) {
      switch (name) {
        case "region" -> json.members("a region", this::region);
        case "default_tags" -> {
          defaultTags = true;
          json.skip();
        }
        default -> json.skip();
      }
    }

    private void region(String part) {
      if (part.equals("constant_value") && json.token() == JsonToken.VALUE_STRING) {
        region = json.text();
      } else {
        json.skip();
      }
    }
  }
}
