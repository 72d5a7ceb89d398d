package dev.iacguard.cli.option;

/** The forms of a report; each command offers some of them. */
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
