package dev.iacguard.cli.report;

/** Whether text is coloured. */
public enum Style {
  PLAIN,
  COLOURED;

  /** What a piece of text is there for. */
  enum Role {
    ERROR("1;31"),
    WARNING("1;33"),
    NOTE("1;36"),
    UNKNOWN("1;35"),
    GOOD("32"),
    MESSAGE("1"),
    MARGIN("34"),
    FAINT("2");

    private final String code;

    Role(String code) {
      this.code = code;
    }
  }

  String paint(Role role, String text) {
    return this == PLAIN || text.isEmpty()
        ? text
        : "\u001B[" + role.code + "m" + text + "\u001B[0m";
  }
}
