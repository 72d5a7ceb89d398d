package dev.iacguard.core.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderTest {

  /** The bytes are those of the text in ISO 8859-1, in which every character is one. */
  @ParameterizedTest
  @CsvSource({"'\u00ff', 1, 1", "'ab\n\ncd\u00e9 x', 3, 3", "'\u00c3\u00a9\u00a9', 1, 2"})
  void namesThePlaceOfWhatIsNoText(String bytes, int line, int column) {
    Content content = Decoder.decode("a.tf", bytes.getBytes(ISO_8859_1));

    assertThat(content).isInstanceOf(Content.Failed.class);
    Content.Failed failed = (Content.Failed) content;
    assertThat(failed.reason())
        .isEqualTo("is not UTF-8 text (line " + line + ", column " + column + ")");
    assertThat(failed.file().all().from()).isEqualTo(new Position(0, line, column));
    assertThat(failed.file().text()).isEmpty();
  }

  /** The sign for what is no text may itself be text. */
  @Test
  void takesTheReplacementCharacterForItself() {
    Content content = Decoder.decode("a.tf", "a\n\uFFFD".getBytes(UTF_8));

    assertThat(content).isInstanceOf(Content.Decoded.class);
    byte[] both = "\uFFFD\nb\u00ff".getBytes(UTF_8);
    both[both.length - 1] = (byte) 0xFF;
    assertThat(Decoder.decode("a.tf", both))
        .extracting(failed -> ((Content.Failed) failed).reason())
        .isEqualTo("is not UTF-8 text (line 2, column 2)");
  }
}
