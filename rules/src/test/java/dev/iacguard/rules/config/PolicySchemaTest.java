package dev.iacguard.rules.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.iacguard.rules.ApiGatewayRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The published schema is what the reader reads by. */
class PolicySchemaTest {
  private static final Path FILE =
      Path.of(System.getProperty("iacguard.root"), "schemas", "policy-1.json");

  @TempDir Path folder;

  private static List<String> errors(String policy) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(FILE));
    return schema.validate(policy, InputFormat.YAML).stream().map(Object::toString).toList();
  }

  /** With {@code -Diacguard.write} it is regenerated. */
  @Test
  void isMadeOfTheKeys() throws IOException {
    String made =
        JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(
                    SchemaWriter.document(PolicyKeys.all(new ApiGatewayRules().rules())))
            + "\n";
    if (System.getProperty("iacguard.write") != null) {
      Files.writeString(FILE, made);
    }
    assertThat(Files.readString(FILE))
        .as(FILE + ": run this test with -Diacguard.write to regenerate it")
        .isEqualTo(made);
  }

  @ParameterizedTest
  @MethodSource("presets")
  void acceptsWhatTheReaderAccepts(String name) throws IOException {
    String policy = Presets.read(name).text();
    assertThat(errors(policy)).isEmpty();
    assertThat(new PolicyFolder(folder).write("iac-guard.yaml", policy).errors()).isEmpty();
  }

  static Stream<String> presets() {
    return Presets.NAMES.stream();
  }

  /** What it cannot say: values that need the rest of the policy, other files, or YAML itself. */
  @ParameterizedTest
  @MethodSource("broken")
  void refusesWhatTheReaderRefusesByItsTypes(BrokenPoliciesTest.Case broken) throws IOException {
    assertThat(errors(broken.policy())).isNotEmpty();
  }

  static Stream<BrokenPoliciesTest.Case> broken() throws IOException {
    return BrokenPoliciesTest.cases()
        .filter(broken -> broken.errors().stream().anyMatch(PolicySchemaTest::isAboutTypes));
  }

  private static boolean isAboutTypes(String error) {
    return (error.contains(" is expected, not ") && !error.contains("a date such as"))
        || error.contains("unknown key")
        || error.contains("is missing")
        || error.contains("the list is empty");
  }
}
