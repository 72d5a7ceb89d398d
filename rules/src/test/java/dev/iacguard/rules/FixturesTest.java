package dev.iacguard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.fixtures.Fixture;
import dev.iacguard.rules.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fixture gives the findings that are written in it, and no other. All rules are on; a name
 * that holds {@code json-wanted} is for the policy that wants JSON.
 */
class FixturesTest {
  private static final int CLOUDFORMATION_CASES = 19;

  private static List<Fixture> under(String folder) throws IOException {
    return Fixture.under(Path.of(System.getProperty("iacguard.root"), "fixtures", folder));
  }

  static List<Fixture> rules() throws IOException {
    return under("rules");
  }

  /** The cases that other checkers get wrong. */
  static List<Fixture> acceptance() throws IOException {
    List<Fixture> cases = under("acceptance");
    assertThat(cases)
        .filteredOn(fixture -> fixture.rule().equals("cloudformation"))
        .hasSize(CLOUDFORMATION_CASES);
    return cases;
  }

  @ParameterizedTest
  @MethodSource({"rules", "acceptance"})
  @Timeout(60)
  void givesWhatItExpects(Fixture fixture) throws IOException {
    boolean json = fixture.name().contains("json-wanted");
    Policy policy = json ? TestPolicies.JSON : TestPolicies.ALL_RULES;
    assertThat(fixture.differences(new ApiGatewayRules(policy))).isEmpty();
  }
}
