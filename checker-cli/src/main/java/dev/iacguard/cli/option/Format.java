package dev.iacguard.cli.option;

/** The report formats; each command offers some of them. */
public enum Format {
  TEXT,
  JSON,
  SARIF,
  JUNIT,
  GITHUB,
  GITLAB,
  CSV,
  MARKDOWN,
  HTML
}
