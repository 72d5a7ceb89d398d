package dev.iacguard.cli.environment;

import dev.iacguard.cli.report.Style;

/** The properties of the terminal that standard output goes to. */
public final class Terminal {
  private static final int LEAST_COLUMNS = 40;
  private static final int VTE_WITH_LINKS = 5000;

  private Terminal() {}

  /** The style at the terminal's width, with links where the terminal is known to show them. */
  public static Style fit(Style style, CliEnvironment cliEnvironment) {
    int columns = number(cliEnvironment.variable("COLUMNS"));
    Style fitted = columns < LEAST_COLUMNS ? style : style.within(columns);
    return showsLinks(cliEnvironment) ? fitted.linking(cliEnvironment.folder().toUri()) : fitted;
  }

  /** A terminal that does not know links may print their addresses, so only known ones get them. */
  private static boolean showsLinks(CliEnvironment cliEnvironment) {
    String forced = cliEnvironment.variable("FORCE_HYPERLINK");
    if (!forced.isEmpty()) {
      return !forced.equals("0");
    }
    String term = cliEnvironment.variable("TERM");
    if (term.equals("dumb")
        || !cliEnvironment.variable("TMUX").isEmpty()
        || !cliEnvironment.variable("STY").isEmpty()) {
      return false;
    }
    return switch (cliEnvironment.variable("TERM_PROGRAM")) {
      case "iTerm.app", "WezTerm", "vscode", "ghostty" -> true;
      default ->
          number(cliEnvironment.variable("VTE_VERSION")) >= VTE_WITH_LINKS
              || !cliEnvironment.variable("WT_SESSION").isEmpty()
              || term.equals("xterm-kitty")
              || term.equals("alacritty")
              || term.startsWith("foot");
    };
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
