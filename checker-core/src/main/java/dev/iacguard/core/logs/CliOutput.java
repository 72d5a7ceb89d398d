package dev.iacguard.core.logs;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Recognises what the AWS CLI prints as something else than JSON; as lines it would make no sense.
 */
final class CliOutput {
  private static final Pattern YAML =
      Pattern.compile(
          "(?:- )?(?:events|searchedLogStreams|nextToken|NextToken|nextForwardToken"
              + "|nextBackwardToken|queryLanguage|results):(?: |\\R).*",
          Pattern.DOTALL);

  private static final Pattern TEXT =
      Pattern.compile(
          "(?:[^\\r\\n]*\\R)?(?:EVENTS|RESULTS|STATISTICS|SEARCHEDLOGSTREAMS)\\t.*",
          Pattern.DOTALL);

  private static final Pattern TABLE = Pattern.compile("-{10,}\\R\\|.*", Pattern.DOTALL);

  private CliOutput() {}

  /** What is to be done about it; empty for anything else. */
  static String problem(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    String form =
        YAML.matcher(text).matches()
            ? "YAML"
            : TEXT.matcher(text).matches()
                ? "text"
                : TABLE.matcher(text).matches() ? "a table" : "";
    return form.isEmpty()
        ? ""
        : "is output of the AWS CLI as " + form + "; save it with --output json";
  }
}
