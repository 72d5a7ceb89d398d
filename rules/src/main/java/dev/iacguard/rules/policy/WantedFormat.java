package dev.iacguard.rules.policy;

import dev.iacguard.rules.view.format.ApiKind;
import java.util.Map;

/** The access log format that the policy requires. */
public sealed interface WantedFormat {

  /** As its author likes, as long as it is valid for what it looks like. */
  record Any() implements WantedFormat {}

  /** One JSON object. */
  record Json() implements WantedFormat {}

  /**
   * One JSON object with certain members, a format that the policy gives a name.
   *
   * @param members by API kind, the member's name and what it holds, a variable as a rule: {@code
   *     ip}, {@code $context.identity.sourceIp}; a kind that is missing is not asked for any
   */
  record Named(String name, Map<ApiKind, Map<String, String>> members) implements WantedFormat {}
}
