package dev.iacguard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.fixtures.Fixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases that other checkers get wrong, each as code that says what has to be found in it. */
class AcceptanceTest {
  static List<Fixture> fixtures() throws IOException {
    return Fixture.under(Path.of(System.getProperty("iacguard.root"), "fixtures", "acceptance"));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void givesWhatItExpects(Fixture fixture) throws IOException {
    assertThat(fixture.differences(new ApiGatewayRules())).isEmpty();
  }
}
