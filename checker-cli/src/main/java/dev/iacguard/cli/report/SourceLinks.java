package dev.iacguard.cli.report;

import dev.iacguard.core.source.Span;
import java.util.function.UnaryOperator;

/**
 * Addresses of files at the commit that was checked, where the environment of a build names the
 * repository and the commit.
 *
 * @param base what the path follows; empty where nothing is known
 */
public record SourceLinks(String base) {
  private static final int SHORT = 7;

  public static final SourceLinks NONE = new SourceLinks("");

  /** Those of GitHub Actions and GitLab CI. */
  public static SourceLinks of(UnaryOperator<String> environment) {
    String server = environment.apply("GITHUB_SERVER_URL");
    String repository = environment.apply("GITHUB_REPOSITORY");
    String commit = environment.apply("GITHUB_SHA");
    if (isAddress(server) && !repository.isEmpty() && !commit.isEmpty()) {
      return new SourceLinks(
          server + "/" + Uris.path(repository) + "/blob/" + Uris.path(commit) + "/");
    }
    String project = environment.apply("CI_PROJECT_URL");
    String sha = environment.apply("CI_COMMIT_SHA");
    return isAddress(project) && !sha.isEmpty()
        ? new SourceLinks(project + "/-/blob/" + Uris.path(sha) + "/")
        : NONE;
  }

  /** {@code org/infra at 1a2b3c4}; empty where the environment does not name both. */
  public static String subject(UnaryOperator<String> environment) {
    ReportSource source = ReportSource.of(environment);
    return source.repository().isEmpty() || source.commit().isEmpty()
        ? ""
        : source.repository()
            + " at "
            + source.commit().substring(0, Math.min(SHORT, source.commit().length()));
  }

  private static boolean isAddress(String text) {
    return text.matches("https?://[A-Za-z0-9._~:/%-]+");
  }

  /** The address of a line; empty where nothing is known. */
  String of(String path, Span at) {
    return base.isEmpty() ? "" : base + Uris.path(path) + "#L" + at.line();
  }
}
