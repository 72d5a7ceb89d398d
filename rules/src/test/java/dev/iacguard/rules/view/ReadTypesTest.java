package dev.iacguard.rules.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.ReadType;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.rules.TestPolicies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rules ask a stack for is a type that every reader keeps. */
class ReadTypesTest {
  private static final Path FIXTURES = Path.of(System.getProperty("iacguard.root"), "fixtures");

  private static final Path SOURCES =
      Path.of(System.getProperty("iacguard.root"), "rules/src/main/java");

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

  /** A literal that is a resource type, with or without the prefix of data sources. */
  private static final Pattern TYPE =
      Pattern.compile("\"(?:data\\.)?((?:aws|awscc)(?:_[a-z0-9]+)+|AWS(?:::[A-Za-z0-9]+){2})\"");

  private static final String UNLISTED =
      "types that plans and states drop, because no table that ReadTypes gathers has them; add each"
          + " to the table of its use, or name it in ReadTypes";

  @Test
  void everyTypeThatRulesAskForIsListed() throws IOException {
    Set<String> asked = new ConcurrentSkipListSet<>();
    RulePack rules = new Recording(TestPolicies.everyRule(), asked);
    try (Stream<Path> paths = Files.walk(FIXTURES.resolve("rules"))) {
      List<String> files =
          paths
              .filter(Files::isRegularFile)
              .map(path -> FIXTURES.relativize(path).toString())
              .sorted()
              .toList();
      new Checker(rules)
          .check(
              FolderTree.at(FIXTURES, FIXTURES),
              new Selection(List.of(), files),
              Inputs.NONE,
              Progress.SILENT);
    }
    Set<String> listed = ReadTypes.all().stream().map(ReadType::name).collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>(asked);
    missing.removeAll(listed);

    assertThat(asked).contains("aws_api_gateway_stage", "AWS::Logs::LogGroup");
    assertThat(missing).as(UNLISTED).isEmpty();
  }

  /**
   * Also those that rules reach through a reference, and never ask for by their type. What exports
   * write is not read.
   */
  @Test
  void everyTypeThatTheCodeNamesIsListed() throws IOException {
    Set<String> named = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      for (Path source : sources.filter(ReadTypesTest::isOfRules).toList()) {
        String code = COMMENT.matcher(Files.readString(source)).replaceAll("");
        TYPE.matcher(code).results().forEach(type -> named.add(type.group(1)));
      }
    }
    Set<String> listed = ReadTypes.all().stream().map(ReadType::name).collect(Collectors.toSet());

    assertThat(named).contains("aws_api_gateway_rest_api", "AWS::Logs::LogGroup");
    named.removeAll(listed);
    assertThat(named).as(UNLISTED).isEmpty();
  }

  private static boolean isOfRules(Path source) {
    return source.toString().endsWith(".java")
        && !source.toString().replace('\\', '/').contains("/rules/export/");
  }

  /** Passes everything on and remembers the types that are asked for. */
  private record Recording(RulePack pack, Set<String> asked) implements RulePack {
    @Override
    public List<RuleInfo> rules() {
      return pack.rules();
    }

    @Override
    public @Nullable String page(String ruleId) {
      return pack.page(ruleId);
    }

    @Override
    public List<ReadType> resourceTypes() {
      return pack.resourceTypes();
    }

    @Override
    public StackReport judge(Stack stack, WorkBudget work) {
      return pack.judge(new RecordingStack(stack, asked), work);
    }
  }

  private record RecordingStack(Stack stack, Set<String> asked) implements Stack {
    @Override
    public String name() {
      return stack.name();
    }

    @Override
    public Language language() {
      return stack.language();
    }

    @Override
    public List<Resource> resources(String type) {
      asked.add(type.replaceFirst("^data\\.", ""));
      return stack.resources(type);
    }

    @Override
    public @Nullable Resource resource(Address address) {
      return stack.resource(address);
    }

    @Override
    public List<Problem> problems() {
      return stack.problems();
    }
  }
}
