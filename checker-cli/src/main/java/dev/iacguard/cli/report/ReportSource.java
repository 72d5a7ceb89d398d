package dev.iacguard.cli.report;

import java.time.LocalDate;
import java.util.function.UnaryOperator;

/**
 * The repository and commit that a report is about, where the environment of a build names them.
 *
 * @param repository {@code org/infra}; empty where it is not known
 * @param commit empty where it is not known
 */
public record ReportSource(String repository, String commit) {
  public static final ReportSource NONE = new ReportSource("", "");

  /** That of GitHub Actions or GitLab CI. */
  public static ReportSource of(UnaryOperator<String> environment) {
    String repository = environment.apply("GITHUB_REPOSITORY");
    return repository.isEmpty()
        ? new ReportSource(environment.apply("CI_PROJECT_PATH"), environment.apply("CI_COMMIT_SHA"))
        : new ReportSource(repository, environment.apply("GITHUB_SHA"));
  }

  /** Adds the member {@code source}, where the repository is known. */
  public void write(LocalDate today, Json json) {
    if (!repository.isEmpty()) {
      json.object(
          "source",
          members ->
              members
                  .text("repository", repository)
                  .text("commit", commit.isEmpty() ? null : commit)
                  .text("date", today.toString()));
    }
  }
}
