package dev.iacguard.rules.view.link;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * An ARN whose partition, Region, account and name may have holes.
 *
 * @param partition null when it is not known
 * @param service null when it is not known
 * @param region null when it is not known; empty for what has none
 * @param account null when it is not known; empty for what has none
 */
public record Arn(
    @Nullable String partition,
    @Nullable String service,
    @Nullable String region,
    @Nullable String account) {
  private static final String START = "arn:";
  private static final int PARTITION = 1;
  private static final int SERVICE = 2;
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;
  private static final int RESOURCE = 5;

  /** True when the text starts as no ARN can start. */
  static boolean cannotBe(Value.Text text) {
    if (text.parts().isEmpty()) {
      return true;
    }
    return text.parts().get(0) instanceof TextPart.Literal literal
        && !literal.text().startsWith(START)
        && (text.parts().size() == 1 || !START.startsWith(literal.text()));
  }

  /** Null when the text does not start with {@code arn:}. */
  public static @Nullable Arn parse(Value.Text text) {
    if (!(text.parts().get(0) instanceof TextPart.Literal literal)
        || !literal.text().startsWith(START)) {
      return null;
    }
    boolean spelledOut = colonsBeforeResource(text) == RESOURCE;
    return new Arn(
        segment(text, PARTITION, spelledOut),
        segment(text, SERVICE, spelledOut),
        segment(text, REGION, spelledOut),
        segment(text, ACCOUNT, spelledOut));
  }

  /** How many are written before the resource's part, or none when that cannot be determined. */
  private static int colonsBeforeResource(Value.Text text) {
    int colons = 0;
    for (TextPart part : text.parts()) {
      String written = part instanceof TextPart.Literal literal ? literal.text() : "";
      int resource = -1;
      for (LinkKind what : LinkKind.values()) {
        int at = written.indexOf(':' + what.marker());
        resource = at >= 0 && (resource < 0 || at < resource) ? at : resource;
      }
      int end = resource < 0 ? written.length() : resource + 1;
      colons += (int) written.substring(0, end).chars().filter(c -> c == ':').count();
      if (resource >= 0) {
        return colons;
      }
    }
    return 0;
  }

  /**
   * What stands before the colon of that number; null when it is not known.
   *
   * @param spelledOut true when no unknown piece can represent several segments: all colons are
   *     written
   */
  private static @Nullable String segment(Value.Text text, int number, boolean spelledOut) {
    StringBuilder segment = new StringBuilder();
    boolean known = true;
    int colons = 0;
    for (TextPart part : text.parts()) {
      if (!(part instanceof TextPart.Literal literal)) {
        if (!spelledOut && !isOneSegment(part)) {
          return null;
        }
        known &= colons != number;
        continue;
      }
      for (char c : literal.text().toCharArray()) {
        if (c == ':') {
          if (colons++ == number) {
            return known ? segment.toString() : null;
          }
        } else if (colons == number) {
          segment.append(c);
        }
      }
    }
    return null;
  }

  /** Partitions, accounts and Regions have no colon in them. */
  private static boolean isOneSegment(TextPart part) {
    return part instanceof TextPart.Hole hole
        && hole.value() instanceof Value.Unknown unknown
        && unknown.cause() == Cause.DEPLOYMENT;
  }

  /**
   * What follows a marker such as {@code log-group:} in the ARN; null when the marker is nowhere.
   * Found anywhere, since one hole may represent several pieces of an ARN.
   */
  public static Value.@Nullable Text after(Value.Text arn, String marker) {
    TextBuilder rest = new TextBuilder();
    boolean found = false;
    for (TextPart part : arn.parts()) {
      if (found) {
        rest.add(part);
      } else if (part instanceof TextPart.Literal literal) {
        int at = literal.text().indexOf(':' + marker);
        int from = literal.text().startsWith(marker) ? marker.length() : at + 1 + marker.length();
        if (at >= 0 || literal.text().startsWith(marker)) {
          found = true;
          rest.add(literal.text().substring(from));
        }
      }
    }
    return found ? rest.build(arn.origin()) : null;
  }

  /** The text without {@code :*} at its end. */
  static Value.Text withoutStar(Value.Text text) {
    int last = text.parts().size() - 1;
    if (last < 0
        || !(text.parts().get(last) instanceof TextPart.Literal literal)
        || !literal.text().endsWith(":*")) {
      return text;
    }
    TextBuilder shorter = new TextBuilder();
    text.parts().subList(0, last).forEach(shorter::add);
    return shorter
        .add(literal.text().substring(0, literal.text().length() - 2))
        .build(text.origin());
  }
}
