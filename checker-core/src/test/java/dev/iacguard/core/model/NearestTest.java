package dev.iacguard.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> NAMES = List.of("check", "stages", "IG101", "IG201");

  @ParameterizedTest
  @CsvSource({
    "chekc,check",
    "CHECK,check",
    "chec,check",
    "checks,check",
    "ig201,IG201",
    "stags,stages"
  })
  void findsWhatWasMeant(String word, String meant) {
    assertThat(Nearest.of(word, NAMES)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"explain", "x", "IG999", "''"})
  void doesNotGuessWildly(String word) {
    assertThat(Nearest.of(word, NAMES)).isNull();
  }
}
