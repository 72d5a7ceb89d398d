package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.Skipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reports what the walk could not read. A folder and a file of Terraform are problems, since
 * something in them would have been judged. Other files that may hold code are only mentioned: most
 * hold none.
 */
public final class SkippedFiles implements Consumer<Skipped> {
  static final Set<String> ENDINGS =
      Set.of("yaml", "yml", "json", "template", "cfn", "cform", "tfstate", "tfplan");

  /** More than this are counted, not named. */
  private static final int MOST_SAID = 5;

  private final List<Problem> problems = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  @Override
  public void accept(Skipped skipped) {
    String path = skipped.at().path();
    String name = Paths.name(path);
    switch (skipped.kind()) {
      case FOLDER -> problems.add(problem(skipped, "folder "));
      case FOLDER_LINK -> said.add("the link " + path + " " + skipped.reason());
      case FILE -> {
        if (ConfigNames.isSource(name) && !name.startsWith(".")) {
          problems.add(problem(skipped, ""));
        } else if (ENDINGS.contains(Paths.ending(name))) {
          said.add(path + " " + skipped.reason());
        }
      }
    }
  }

  private static Problem problem(Skipped skipped, String what) {
    return Problem.failed(
        new Content.Failed(skipped.at(), skipped.reason(), skipped.limit()), what);
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Names the rest on standard error. */
  public void say(CliEnvironment cliEnvironment) {
    said.stream()
        .sorted()
        .limit(MOST_SAID)
        .forEach(one -> cliEnvironment.say(one + "; nothing in it was checked"));
    if (said.size() > MOST_SAID) {
      cliEnvironment.say((said.size() - MOST_SAID) + " more could not be checked");
    }
  }
}
