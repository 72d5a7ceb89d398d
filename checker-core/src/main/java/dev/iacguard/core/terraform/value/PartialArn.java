package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes ARNs apart of which the partition, the Region, the account or a name is not known. */
public final class PartialArn {
  public static final String PARTITION = "data.aws_partition.partition";
  public static final String REGION = "data.aws_region.region";
  public static final String ACCOUNT = "data.aws_caller_identity.account_id";

  /** Values that differ in all that a pattern may look at: length, characters, first and last. */
  private static final List<Map<String, String>> SAMPLES =
      List.of(
          Map.of(PARTITION, "aws", REGION, "us-east-1", ACCOUNT, "111122223333"),
          Map.of(PARTITION, "aws-cn", REGION, "cn-north-1", ACCOUNT, "804562937104"),
          Map.of(PARTITION, "aws-us-gov", REGION, "us-gov-west-1", ACCOUNT, "975310864209"),
          Map.of(PARTITION, "aws", REGION, "ap-southeast-3", ACCOUNT, "012398745612"));

  /** What a pattern has besides text: classes, counts, names of groups and escapes. */
  private static final Pattern SYNTAX =
      Pattern.compile("\\[[^]]*]|\\{[^}]*}|\\(\\?P?<\\w+>|\\(\\?[a-z:-]*|\\\\.");

  private static final Pattern WRITTEN = Pattern.compile("[0-9]+|[A-Za-z][A-Za-z-]+");

  private PartialArn() {}

  /**
   * The pieces between separators, at most so many; null when an unknown part may have a separator
   * in it. A piece that is one unknown part is that part itself.
   */
  public static @Nullable List<Value> split(Value.Text text, String separator, int most) {
    List<Value> pieces = new ArrayList<>();
    List<Value> piece = new ArrayList<>();
    for (TextPart part : text.parts()) {
      switch (part) {
        case TextPart.Hole hole -> {
          if (!isFreeOf(separator, hole.value()) && pieces.size() < most - 1) {
            return null;
          }
          piece.add(hole.value());
        }
        case TextPart.Literal literal -> {
          String[] known = literal.text().split(Pattern.quote(separator), most - pieces.size());
          for (int i = 0; i < known.length; i++) {
            if (i > 0) {
              pieces.add(joined(piece, text));
              piece.clear();
            }
            if (!known[i].isEmpty()) {
              piece.add(Value.Text.of(known[i], text.origin()));
            }
          }
        }
      }
    }
    pieces.add(joined(piece, text));
    return pieces;
  }

  private static Value joined(List<Value> parts, Value.Text text) {
    if (parts.size() == 1) {
      return parts.get(0).withOrigin(parts.get(0).origin().marked(text.origin().valueMarks()));
    }
    TextBuilder joined = new TextBuilder();
    parts.forEach(joined::add);
    return joined.build(text.origin());
  }

  /** No part of an ARN but its last has a colon; the name of a log group has none either. */
  private static boolean isFreeOf(String separator, Value part) {
    if (!(part instanceof Value.Unknown unknown)) {
      return false;
    }
    if (isOfDeployment(unknown)) {
      return separator.chars().anyMatch(c -> !Character.isLetterOrDigit(c) && c != '-');
    }
    Reference.ToResource copied = unknown.origin().copyOf();
    Reference read = unknown.references().size() == 1 ? unknown.references().get(0) : null;
    return separator.indexOf(':') >= 0
        && (isGroupName(copied)
            || (read instanceof Reference.ToResource name && isGroupName(name)));
  }

  private static boolean isGroupName(Reference.@Nullable ToResource read) {
    return read != null
        && read.resource().name().startsWith("aws_cloudwatch_log_group.")
        && (read.attribute().equals("name") || read.attribute().equals("id"));
  }

  private static boolean isOfDeployment(Value.Unknown unknown) {
    return unknown.cause() == Cause.DEPLOYMENT && SAMPLES.get(0).containsKey(unknown.what());
  }

  /**
   * What a function of a pattern gives for the text, where that does not depend on the unknown
   * parts; null where it may.
   */
  public static @Nullable Value withSamples(
      Value.Text text, String pattern, Function<Value.Text, Value> function) {
    if (!looksAtKnown(text, pattern)) {
      return null;
    }
    Value first = null;
    for (Map<String, String> sample : SAMPLES) {
      Value.Text known = filled(text, sample);
      Value result = known == null ? null : function.apply(known);
      if (result == null
          || !Derived.isWhollyKnown(result)
          || (first != null && !same(first, result))) {
        return null;
      }
      first = result;
    }
    return first;
  }

  private static boolean same(Value first, Value second) {
    return Boolean.TRUE.equals(Equality.same(first, second));
  }

  /** True when all that the pattern writes out is in a known part of the text. */
  private static boolean looksAtKnown(Value.Text text, String pattern) {
    StringBuilder known = new StringBuilder();
    for (TextPart part : text.parts()) {
      known.append(part instanceof TextPart.Literal literal ? literal.text() : "\n");
    }
    Matcher written = WRITTEN.matcher(SYNTAX.matcher(pattern).replaceAll(" "));
    while (written.find()) {
      if (known.indexOf(written.group()) < 0) {
        return false;
      }
    }
    return true;
  }

  private static Value.@Nullable Text filled(Value.Text text, Map<String, String> sample) {
    TextBuilder filled = new TextBuilder();
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Literal literal) {
        filled.add(literal.text());
      } else if (part instanceof TextPart.Hole hole
          && hole.value() instanceof Value.Unknown unknown
          && isOfDeployment(unknown)) {
        filled.add(sample.getOrDefault(unknown.what(), ""));
      } else {
        return null;
      }
    }
    return filled.build(text.origin());
  }
}
