package dev.iacguard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.fixtures.Fixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of CloudFormation and SAM that other tools are known to get wrong. */
class CloudFormationAcceptanceTest {
  private static final int CASES = 12;

  static List<Fixture> cases() throws IOException {
    Path acceptance = Path.of(System.getProperty("iacguard.root"), "fixtures", "acceptance");
    List<Fixture> cases =
        Fixture.under(acceptance).stream()
            .filter(fixture -> fixture.rule().equals("cloudformation"))
            .toList();
    assertThat(cases).hasSize(CASES);
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  @Timeout(10)
  void isJudgedRight(Fixture fixture) throws IOException {
    assertThat(fixture.differences(new ApiGatewayRules())).isEmpty();
  }
}
