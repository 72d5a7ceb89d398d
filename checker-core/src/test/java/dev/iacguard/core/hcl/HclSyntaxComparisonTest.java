package dev.iacguard.core.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.core.hcl.HclSyntax.Kind;
import dev.iacguard.core.hcl.HclSyntax.Question;
import dev.iacguard.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reader accepts what hashicorp/hcl accepts, and nothing else. {@code
 * -Diacguard.hcl.edits=1000} asks about more texts.
 */
class HclSyntaxComparisonTest {
  private static final int EDITS = Integer.getInteger("iacguard.hcl.edits", 15);
  private static final Path FIXTURES =
      Path.of(System.getProperty("iacguard.root", ".."), "fixtures");

  @Test
  void theReaderAcceptsTheSameTexts(@TempDir Path folder) throws Exception {
    HclSyntax hclSyntax = new HclSyntax(folder);
    String missing = hclSyntax.missing();
    assumeTrue(missing.isEmpty(), missing);
    TextEdits edits = new TextEdits(15);
    List<Question> questions = written();
    long refused = 0;

    for (int round = 0; round <= EDITS; round++) {
      List<String> answers = hclSyntax.answers(questions);

      assertThat(answers).hasSameSizeAs(questions);
      assertThat(differences(questions, answers)).isEmpty();
      refused += answers.stream().filter(answer -> !answer.equals("ok")).count();
      questions =
          written().stream()
              .map(each -> new Question(each.kind(), edits.edit(each.text())))
              .toList();
    }
    long asked = (long) EDITS * questions.size();
    assertThat(refused).isBetween(asked / 4, asked * 3 / 4);
  }

  private static List<String> differences(List<Question> questions, List<String> answers) {
    List<String> differences = new ArrayList<>();
    for (int at = 0; at < answers.size(); at++) {
      Question question = questions.get(at);
      List<SyntaxError> errors = errors(question);
      if (errors.isEmpty() != answers.get(at).equals("ok")) {
        differences.add(
            "%s %s%nhcl: %s%nhere: %s"
                .formatted(
                    question.kind(), Table.encode(question.text()), answers.get(at), errors));
      }
    }
    return differences;
  }

  private static List<SyntaxError> errors(Question question) {
    SourceFile file = new SourceFile("x", question.text());
    return switch (question.kind()) {
      case FILE -> HclReader.read(file).errors();
      case EXPRESSION -> HclReader.readExpression(file).errors();
      case TEMPLATE -> HclReader.readTemplate(file).errors();
    };
  }

  private static List<Question> written() throws IOException {
    List<Question> written = new ArrayList<>();
    TerraformFiles.all().forEach(file -> written.add(new Question(Kind.FILE, file.text())));
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".tf")).sorted().toList()) {
        written.add(new Question(Kind.FILE, Files.readString(file)));
      }
    }
    for (String table : List.of("bodies.txt", "errors.txt")) {
      Table.rows(table).forEach(row -> written.add(new Question(Kind.FILE, row.text())));
    }
    for (String table : List.of("expressions.txt", "terraform.txt", "templates.txt")) {
      Table.rows(table).forEach(row -> written.add(new Question(Kind.EXPRESSION, row.text())));
      Table.rows(table).forEach(row -> written.add(new Question(Kind.TEMPLATE, row.text())));
    }
    return written;
  }
}
