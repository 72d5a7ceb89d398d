package dev.iacguard.core.logs;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The fields of a log by name, at most so many; what has no room is counted together. */
final class FieldTable {
  /** More fields than any format has. */
  static final int MOST = 200;

  private static final int LONGEST_NAME = 100;

  /** The number of all others together. */
  static final int OTHERS = MOST;

  private final ByteKeys names = new ByteKeys(MOST);
  private final FieldRole[] roles = new FieldRole[MOST + 1];
  final long[] present = new long[MOST + 1];
  final long[] empty = new long[MOST + 1];
  final long[] bytes = new long[MOST + 1];
  private final Map<String, String> variables;

  /**
   * @param variables of each name, where the format is known
   */
  FieldTable(Map<String, String> variables) {
    this.variables = variables;
    roles[OTHERS] = FieldRole.OTHER;
  }

  int size() {
    return names.size();
  }

  /**
   * @param expected the number that the field most often has here
   */
  int number(int expected, byte[] line, int from, int to) {
    if (names.is(expected, line, from, to)) {
      return expected;
    }
    int number = to - from > LONGEST_NAME ? -1 : names.number(line, from, to);
    if (number < 0) {
      return OTHERS;
    }
    if (roles[number] == null) {
      String name = name(number);
      String variable = variables.get(name);
      roles[number] = variable == null ? role(name) : FieldRole.ofVariable(variable);
    }
    return number;
  }

  /** Where the format is known, a name that it does not have says nothing. */
  private FieldRole role(String name) {
    if (name.startsWith("$")) {
      return FieldRole.ofVariable(name);
    }
    return variables.isEmpty() ? FieldRole.ofName(name) : FieldRole.OTHER;
  }

  FieldRole role(int number) {
    return roles[number];
  }

  String name(int number) {
    return new String(names.key(number), StandardCharsets.UTF_8);
  }
}
