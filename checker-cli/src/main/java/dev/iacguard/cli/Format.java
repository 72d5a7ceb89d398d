package dev.iacguard.cli;

/** The forms of a report; each command offers some of them. */
enum Format {
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
