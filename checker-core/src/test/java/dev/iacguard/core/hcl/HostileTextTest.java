package dev.iacguard.core.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.hcl.SyntaxError.Kind;
import dev.iacguard.core.source.SourceFile;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No text makes the reader throw, overflow the stack or take longer than its length allows. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileTextTest {
  private static final int MANY = 100_000;

  static List<Arguments> nestings() {
    return List.of(
        nesting("(", "1", ")"),
        nesting("[", "1", "]"),
        nesting("{a=", "1", "}"),
        nesting("f(", "1", ")"),
        nesting("!", "true", ""),
        nesting("- ", "1", ""),
        nesting("\"${", "1", "}\""),
        nesting("a ? b : ", "c", ""),
        nesting("a ? ", "b", " : c"),
        nesting("a[", "0", "]"),
        nesting("[for x in ", "y", " : x]"),
        nesting("{for x in y : x => ", "y", "}"),
        Arguments.of("a" + "[*]".repeat(MANY)),
        Arguments.of("\"" + "%{if a}".repeat(MANY) + "%{endif}".repeat(MANY) + "\""),
        Arguments.of("\"" + "%{for a in b}".repeat(MANY) + "%{endfor}".repeat(MANY) + "\""),
        Arguments.of("a" + " + b".repeat(1_000_000)),
        Arguments.of("a" + " || b && c".repeat(MANY)),
        Arguments.of("a" + ".b".repeat(MANY)),
        Arguments.of("a" + "[0]".repeat(MANY)),
        Arguments.of("a.*" + ".b".repeat(MANY)));
  }

  private static Arguments nesting(String open, String core, String close) {
    return Arguments.of(open.repeat(MANY) + core + close.repeat(MANY));
  }

  @ParameterizedTest
  @MethodSource("nestings")
  void deepExpressionsAreALimit(String text) {
    HclFile read = HclReader.read(new SourceFile("x", "a = " + text + "\nb = 1\n"));

    assertThat(read.errors()).hasSize(1);
    assertThat(read.errors().get(0).kind()).isEqualTo(Kind.LIMIT);
    assertThat(read.body().items()).hasSize(2);
    assertThat(read.body().attribute("b")).isNotNull();
  }

  @Test
  void deepHeredocsAreALimit() {
    String text = "a = " + "<<E\n${".repeat(MANY) + "1" + "\n}\nE\n".repeat(MANY);
    HclFile read = HclReader.read(new SourceFile("x", text));

    assertThat(read.errors().get(0).kind()).isEqualTo(Kind.LIMIT);
  }

  @Test
  void deepBlocksAreALimit() {
    String text =
        "a {\n".repeat(240) + " a {\n".repeat(MANY) + "}\n".repeat(MANY + 240) + "b = 1\n";
    HclFile read = HclReader.read(new SourceFile("x", text));

    assertThat(read.errors()).extracting(SyntaxError::kind).containsExactly(Kind.LIMIT);
    assertThat(read.body().attribute("b")).isNotNull();
  }

  @Test
  void whatIsNotDeepMayBeLong() {
    String element = "{ a = \"x${b}\", c = [1, 2 + 3] },";
    HclFile read =
        HclReader.read(new SourceFile("x", "a = [" + element.repeat(100_000) + "]\nb = 1"));

    assertThat(read.errors()).isEmpty();
    assertThat(read.body().items()).hasSize(2);
  }

  @Test
  void chainsOfAThousandAreNoLimit() {
    HclFile read = HclReader.read(new SourceFile("x", "a = b" + " + c.d.e".repeat(990)));

    assertThat(read.errors()).isEmpty();
  }

  static List<String> traps() {
    return List.of(
        "a = <<E\n".repeat(MANY),
        "a = <<E1\n".repeat(MANY) + "E1",
        "/*".repeat(MANY),
        "a = 1 /*\n".repeat(MANY),
        "\"".repeat(MANY),
        "a = \"${".repeat(MANY),
        "a \"".repeat(MANY),
        "a = [\n".repeat(MANY),
        "a = {\n".repeat(MANY),
        "a = (((\n".repeat(MANY),
        "a {".repeat(MANY),
        "a {\n".repeat(MANY),
        "a }".repeat(MANY),
        "}".repeat(MANY),
        "a b c ".repeat(MANY),
        "a = \"\\".repeat(MANY),
        "a = \"%{if b}".repeat(MANY),
        "$".repeat(MANY) + "{",
        "a = \"" + "$".repeat(MANY) + "{",
        "a = ".repeat(MANY),
        "a = 1 ".repeat(MANY),
        "a = 1." + "1.".repeat(MANY),
        "a.0".repeat(MANY),
        "a=" + "[".repeat(MANY) + ")".repeat(MANY),
        "a = <<E\n" + " \n".repeat(MANY) + "E",
        "a = <<-E\n" + " ".repeat(MANY) + "\n",
        "a = <<\"\"\"" + "<<\"".repeat(MANY),
        "a = [\na \"\" " + "\"\" ".repeat(MANY) + "\n",
        "a = [\n" + "b ".repeat(MANY) + "\n" + "b = \n".repeat(MANY),
        "a = [ 1\n" + "x \"y\"\n".repeat(MANY),
        "\r".repeat(MANY),
        "\0".repeat(MANY),
        "\ud800".repeat(MANY),
        "a = 1\n".repeat(MANY),
        " ".repeat(10_000_000),
        "a = \"" + "x".repeat(10_000_000),
        "a = [" + "1,".repeat(1_000_000),
        "# " + "x".repeat(10_000_000));
  }

  @ParameterizedTest
  @MethodSource("traps")
  void trapsEnd(String text) {
    readEveryWay(text);
  }

  @Test
  void anyTextEnds() {
    String alphabet = "ab1 =\n\"${}%{}[]().,*<-E#/\\~?:!&|\t\r\u00e9\ud83d\ude80\0";
    Random random = new Random(7);
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      for (int at = 0; at < length; at++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      readEveryWay(text.toString());
    }
  }

  @Test
  void editedFilesEnd() {
    Random random = new Random(11);
    for (SourceFile file : TerraformFiles.all()) {
      for (int round = 0; round < 150; round++) {
        readEveryWay(edit(file.text(), random));
      }
    }
  }

  private static String edit(String text, Random random) {
    StringBuilder edited = new StringBuilder(text);
    int edits = 1 + random.nextInt(3);
    for (int at = 0; at < edits; at++) {
      int from = random.nextInt(edited.length());
      int to = Math.min(edited.length(), from + random.nextInt(12));
      String piece = edited.substring(from, to);
      switch (random.nextInt(3)) {
        case 0 -> edited.delete(from, to);
        case 1 -> edited.insert(random.nextInt(edited.length()), piece);
        default -> edited.delete(from, to).insert(random.nextInt(edited.length() + 1), piece);
      }
      edited.append('\n');
    }
    return edited.toString();
  }

  private static void readEveryWay(String text) {
    SourceFile file = new SourceFile("x", text);
    HclFile read = HclReader.read(file);
    requireErrorsInside(read.errors(), text);
    requireErrorsInside(HclReader.readExpression(file).errors(), text);
    requireErrorsInside(HclReader.readTemplate(file).errors(), text);
    if (read.errors().isEmpty() && text.length() < MANY) {
      String printed = HclPrinter.print(read.body());
      HclFile again = HclReader.read(new SourceFile("printed", printed));
      assertThat(SExpression.of(again.body())).isEqualTo(SExpression.of(read.body()));
    }
  }

  private static void requireErrorsInside(List<SyntaxError> errors, String text) {
    for (SyntaxError error : errors) {
      assertThat(error.start()).isBetween(0, text.length());
      assertThat(error.end()).isBetween(error.start(), text.length());
      assertThat(error.message()).isNotBlank().doesNotEndWith(".");
    }
  }
}
