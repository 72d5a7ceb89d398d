package dev.iacguard.rules.view;

import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ARN whose partition, Region, account and name may have holes.
 *
 * @param service what is known to stand there, or null
 * @param region what is known to stand there, or null
 * @param resource all that follows the account
 */
record Arn(@Nullable String service, @Nullable String region, Value.Text resource) {
  private static final String START = "arn:";
  private static final int SERVICE = 2;
  private static final int REGION = 3;
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
  static @Nullable Arn parse(Value.Text text) {
    if (!(text.parts().get(0) instanceof TextPart.Literal literal)
        || !literal.text().startsWith(START)) {
      return null;
    }
    List<Value.Text> segments = segments(text);
    return new Arn(known(segments, SERVICE), known(segments, REGION), resource(text, segments));
  }

  private static @Nullable String known(List<Value.Text> segments, int index) {
    return index < segments.size() - 1 ? segments.get(index).known() : null;
  }

  private static Value.Text resource(Value.Text text, List<Value.Text> segments) {
    return segments.size() > RESOURCE ? segments.get(RESOURCE) : Value.Text.of("", text.origin());
  }

  /** The text cut at its first five colons. */
  private static List<Value.Text> segments(Value.Text text) {
    List<Value.Text> segments = new ArrayList<>();
    TextBuilder segment = new TextBuilder();
    for (TextPart part : text.parts()) {
      if (!(part instanceof TextPart.Literal literal)) {
        segment.add(part);
        continue;
      }
      String rest = literal.text();
      int colon = rest.indexOf(':');
      while (colon >= 0 && segments.size() < RESOURCE) {
        segments.add(segment.add(rest.substring(0, colon)).build(text.origin()));
        segment = new TextBuilder();
        rest = rest.substring(colon + 1);
        colon = rest.indexOf(':');
      }
      segment.add(rest);
    }
    segments.add(segment.build(text.origin()));
    return segments;
  }

  /**
   * What follows a marker such as {@code log-group:} in the ARN; null when the marker is nowhere.
   * Found anywhere, since one hole may stand for several pieces of an ARN.
   */
  static Value.@Nullable Text after(Value.Text arn, String marker) {
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
