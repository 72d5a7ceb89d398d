package dev.iacguard.core.terraform.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.iacguard.core.model.BoundedRegex;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import dev.iacguard.core.terraform.value.PartialArn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Functions on regular expressions, matched in linear time. */
final class RegexFunctions {
  private static final String TOO_LONG = "a regular expression to be run over a very long text";

  private RegexFunctions() {}

  static Value first(FunctionCall call) {
    return find(call, false);
  }

  static Value all(FunctionCall call) {
    return find(call, true);
  }

  private static Value find(FunctionCall call, boolean all) {
    String written = call.known(0);
    String text = call.known(1);
    BoundedRegex regex = written == null ? null : BoundedRegex.of(written);
    if (written != null && (regex == null || mixesGroups(regex.pattern()))) {
      return call.invalid("not a regular expression");
    }
    if (regex == null || text == null) {
      Value known = written == null ? null : inPart(call, written, all);
      return known == null ? call.unknown() : known;
    }
    Pattern pattern = regex.pattern();
    RegexMatches matches = new RegexMatches(regex, text);
    List<Value> found = new ArrayList<>();
    for (Matcher match = matches.next(); match != null; match = matches.next()) {
      Value value = match(call, pattern, match);
      if (!all) {
        return value;
      }
      found.add(value);
      if ((long) found.size() * (1 + pattern.groupCount()) > EvaluationBudget.MAX_ELEMENTS) {
        return call.tooManyElements();
      }
    }
    if (matches.isGivenUp()) {
      return call.tooLarge(TOO_LONG);
    }
    return all
        ? call.sequence(Value.Sequence.Kind.LIST, found, false)
        : call.invalid("it does not match");
  }

  /** What is found in a text that is not wholly known, or null. */
  private static @Nullable Value inPart(FunctionCall call, String pattern, boolean all) {
    return call.context().withArns(call.argument(1)) instanceof Value.Text partly
            && partly.known() == null
        ? PartialArn.withSamples(
            partly, pattern, text -> find(call.with(List.of(call.argument(0), text)), all))
        : null;
  }

  /** Text without groups, a tuple with unnamed ones, an object with named ones. */
  private static Value match(FunctionCall call, Pattern pattern, Matcher matcher) {
    if (pattern.groupCount() == 0) {
      return call.text(matcher.group());
    }
    if (!pattern.namedGroups().isEmpty()) {
      Map<String, Value> groups = new TreeMap<>();
      pattern.namedGroups().forEach((name, group) -> groups.put(name, group(call, matcher, group)));
      return call.mapping(false, groups, false);
    }
    List<Value> groups = new ArrayList<>();
    for (int group = 1; group <= pattern.groupCount(); group++) {
      groups.add(group(call, matcher, group));
    }
    return call.sequence(Value.Sequence.Kind.TUPLE, groups, false);
  }

  private static Value group(FunctionCall call, Matcher matcher, int group) {
    String text = matcher.group(group);
    return text == null ? new Value.Null(call.origin()) : call.text(text);
  }

  private static boolean mixesGroups(Pattern pattern) {
    int named = pattern.namedGroups().size();
    return named > 0 && named != pattern.groupCount();
  }

  static Value replace(FunctionCall call, String written, String text, String replacement) {
    BoundedRegex regex = BoundedRegex.of(written);
    if (regex == null) {
      return call.invalid("not a regular expression");
    }
    RegexMatches matches = new RegexMatches(regex, text);
    StringBuilder replaced = new StringBuilder();
    int copied = 0;
    for (Matcher match = matches.next(); match != null; match = matches.next()) {
      replaced.append(text, copied, match.start());
      expand(replacement, regex.pattern(), match, replaced);
      copied = match.end();
      if (replaced.length() > EvaluationBudget.MAX_TEXT) {
        return call.tooLong();
      }
    }
    return matches.isGivenUp()
        ? call.tooLarge(TOO_LONG)
        : call.text(replaced.append(text, copied, text.length()).toString());
  }

  /** Puts groups for {@code $1}, {@code ${1}}, {@code $name} and {@code ${name}}. */
  private static void expand(
      String replacement, Pattern pattern, Matcher matcher, StringBuilder to) {
    int at = 0;
    while (at < replacement.length()) {
      char c = replacement.charAt(at);
      if (c != '$') {
        to.append(c);
        at++;
      } else if (replacement.startsWith("$$", at)) {
        to.append('$');
        at += 2;
      } else {
        boolean braces = replacement.startsWith("${", at);
        int start = at + (braces ? 2 : 1);
        int end = start;
        while (end < replacement.length() && isNameCharacter(replacement.charAt(end))) {
          end++;
        }
        boolean closed = !braces || replacement.startsWith("}", end);
        if (end == start || !closed) {
          to.append('$');
          at++;
        } else {
          appendGroup(replacement.substring(start, end), pattern, matcher, to);
          at = end + (braces ? 1 : 0);
        }
      }
    }
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static void appendGroup(String name, Pattern pattern, Matcher matcher, StringBuilder to) {
    boolean number = name.length() < 5 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    Integer group = number ? Integer.valueOf(name) : pattern.namedGroups().get(name);
    String text = group == null || group > matcher.groupCount() ? null : matcher.group(group);
    to.append(text == null ? "" : text);
  }
}
