package dev.iacguard.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor offers beside diagnostics. */
class FeaturesTest {
  @TempDir Path temporary;
  private Path folder = Path.of("");
  private Path main = Path.of("");

  @BeforeEach
  void write() throws IOException {
    folder = temporary.toRealPath();
    main = Files.writeString(folder.resolve("main.tf"), Texts.MAIN);
  }

  private static TextDocumentIdentifier id(Path file) {
    return new TextDocumentIdentifier(Editor.uri(file));
  }

  /** The position of the first character of a text, which has to be there. */
  private static Position at(Editor editor, Path file, String text) {
    int offset = editor.text(file).indexOf(text);
    assertThat(offset).as(text).isNotNegative();
    return TextPositions.of(editor.text(file), offset);
  }

  private static List<CodeAction> fixes(Editor editor, Path file, Range range) {
    List<Diagnostic> shown = editor.diagnostics(file);
    return editor
        .server()
        .getTextDocumentService()
        .codeAction(new CodeActionParams(id(file), range, new CodeActionContext(shown)))
        .join()
        .stream()
        .map(each -> each.getRight())
        .toList();
  }

  private static Range all(Editor editor, Path file) {
    String text = editor.text(file);
    return new Range(new Position(0, 0), TextPositions.of(text, text.length()));
  }

  /** As a client does: from the end, so that no edit moves another. */
  private static void apply(CodeAction action, Editor editor, Path file) {
    List<TextEdit> edits =
        Objects.requireNonNull(action.getEdit().getChanges().get(Editor.uri(file)));
    String text = editor.text(file);
    List<TextEdit> sorted =
        edits.stream()
            .sorted(
                Comparator.comparingInt(
                    each -> -TextPositions.offset(text, each.getRange().getStart())))
            .toList();
    for (TextEdit edit : sorted) {
      editor.replace(
          file,
          TextPositions.offset(text, edit.getRange().getStart()),
          TextPositions.offset(text, edit.getRange().getEnd()),
          edit.getNewText());
    }
  }

  @Test
  void everyFixRemovesItsFinding() throws IOException {
    try (Editor editor = Editor.given(Map.of("Owner", "payments", "CostCenter", "12"), folder)) {
      editor.open(main);
      List<CodeAction> offered = fixes(editor, main, all(editor, main));
      assertThat(offered).hasSizeGreaterThanOrEqualTo(4);
      for (CodeAction action : offered) {
        editor.replaceAll(main, Texts.MAIN);
        List<Diagnostic> before = editor.diagnostics(main);
        assertThat(action.getDiagnostics()).as(action.getTitle()).hasSize(1);
        assertThat(before).containsAll(action.getDiagnostics());
        apply(action, editor, main);
        String rule = action.getDiagnostics().getFirst().getCode().getLeft();
        assertThat(editor.rules(main).stream().filter(rule::equals).count())
            .as(action.getTitle())
            .isLessThan(
                before.stream().filter(each -> each.getCode().getLeft().equals(rule)).count());
      }
    }
  }

  @Test
  void fixesAreOnlyThoseOfTheRange() throws IOException {
    try (Editor editor = Editor.at(folder)) {
      editor.open(main);
      Position place = at(editor, main, "var.days");
      assertThat(fixes(editor, main, new Range(place, place)))
          .extracting(CodeAction::getTitle)
          .containsExactly("set retention_in_days = 365 (IG201)");
    }
  }

  private String hover(Editor editor, Path file, String text) {
    Hover hover =
        editor
            .server()
            .getTextDocumentService()
            .hover(new HoverParams(id(file), at(editor, file, text)))
            .join();
    return hover == null ? "" : hover.getContents().getRight().getValue();
  }

  @Test
  void aHoverSaysWhereAValueComesFrom() throws IOException {
    try (Editor editor = Editor.at(folder)) {
      editor.open(main);
      assertThat(hover(editor, main, "var.days"))
          .contains("`retention_in_days` is `0`, from `var.days (default)` at main.tf:2")
          .contains("**IG201** log group never expires");
      editor.replaceAll(main, Texts.MAIN.replace("default = 0", "default = 400"));
      assertThat(hover(editor, main, "var.days"))
          .isEqualTo("`retention_in_days` is `400`, from `var.days (default)` at main.tf:2");
      assertThat(hover(editor, main, "variable")).isEmpty();
    }
  }

  @Test
  void aHoverOverAStageSaysItsFacts() throws IOException {
    try (Editor editor = Editor.at(folder)) {
      editor.open(main);
      assertThat(hover(editor, main, "\"aws_apigatewayv2_stage\""))
          .contains("**Stage prod** (HTTP)")
          .contains("never expires")
          .contains("defaults used: var.days");
    }
  }

  @Test
  void aLineAboveAStageSaysWhatItLogs() throws IOException {
    try (Editor editor = Editor.at(folder)) {
      editor.open(main);
      var lenses =
          editor.server().getTextDocumentService().codeLens(new CodeLensParams(id(main))).join();
      assertThat(lenses).hasSize(1);
      assertThat(lenses.getFirst().getRange().getStart())
          .isEqualTo(at(editor, main, "resource \"aws_apigatewayv2_stage\""));
      assertThat(lenses.getFirst().getCommand().getTitle())
          .isEqualTo(
              "logs $context.requestId, $context.foo as other to aws_cloudwatch_log_group.log,"
                  + " never expires");
    }
  }

  private List<Location> definition(Editor editor, String text) {
    return List.copyOf(
        editor
            .server()
            .getTextDocumentService()
            .definition(new DefinitionParams(id(main), at(editor, main, text)))
            .join()
            .getLeft());
  }

  @Test
  void aDefinitionIsAlongTheTrace() throws IOException {
    try (Editor editor = Editor.at(folder)) {
      editor.open(main);
      assertThat(definition(editor, "var.days"))
          .extracting(place -> place.getRange().getStart())
          .containsExactly(at(editor, main, "0\n"));
      assertThat(definition(editor, "aws_cloudwatch_log_group.log.arn"))
          .extracting(place -> place.getRange().getStart())
          .containsExactly(at(editor, main, "resource \"aws_cloudwatch_log_group\""));
      assertThat(definition(editor, "variable")).isEmpty();
    }
  }

  private static List<String> completion(Editor editor, Path file, String behind) {
    Position place =
        TextPositions.of(editor.text(file), editor.text(file).indexOf(behind) + behind.length());
    return editor
        .server()
        .getTextDocumentService()
        .completion(new CompletionParams(id(file), place))
        .join()
        .getLeft()
        .stream()
        .map(CompletionItem::getLabel)
        .toList();
  }

  @Test
  void variablesAreThoseOfTheApi() throws IOException {
    try (Editor editor = Editor.at(folder)) {
      editor.open(main);
      assertThat(completion(editor, main, "$context.f"))
          .contains("$context.requestId", "$context.routeKey")
          .doesNotContain("$context.connectionId", "$context.resourcePath");
      editor.replaceAll(
          main, Texts.MAIN.replace("\"HTTP\"", "\"WEBSOCKET\"").replace("$context.foo", "$con"));
      assertThat(completion(editor, main, " $con"))
          .contains("$context.requestId", "$context.connectionId");
      assertThat(completion(editor, main, "aws_api")).isEmpty();
    }
  }

  @Test
  void aPolicyIsCompletedByItsSchema() throws IOException {
    Path policy = folder.resolve("iac-guard.yaml");
    try (Editor editor = Editor.at(folder)) {
      editor.open(policy, "version: 1\n\n");
      assertThat(completion(editor, policy, "1\n"))
          .contains("log-group", "extends")
          .doesNotContain("version");
      editor.replaceAll(policy, "version: 1\nlog-group:\n  retention-days:\n    min: 30\n    \n");
      assertThat(completion(editor, policy, "30\n    ")).containsExactly("max", "allowed");
      editor.replaceAll(policy, "version: 1\naccess-log:\n  format: \n");
      assertThat(completion(editor, policy, "format: ")).contains("json", "any");
      editor.replaceAll(policy, "access-log:\n  required-fields:\n    - \n");
      assertThat(completion(editor, policy, "- ")).contains("request-id", "status");
    }
  }

  @Test
  void anErrorInAPolicyIsShownInIt() throws IOException {
    Path policy = folder.resolve("iac-guard.yaml");
    try (Editor editor = Editor.at(folder)) {
      editor.open(main);
      assertThat(editor.rules(main)).contains("IG201");
      editor.open(policy, "version: 1\nlog-gruop: {}\n");
      assertThat(editor.rules(policy)).containsExactly("policy");
      assertThat(editor.diagnostics(policy).getFirst().getRange().getStart())
          .isEqualTo(new Position(1, 0));
      assertThat(editor.rules(main)).as("check would refuse to run").isEmpty();
      editor.replaceAll(policy, "version: 1\nrules:\n  IG201: off\n");
      assertThat(editor.rules(policy)).isEmpty();
      assertThat(editor.rules(main)).contains("IG109").doesNotContain("IG201");
      editor.close(policy);
      assertThat(editor.rules(main)).as("it was never saved").contains("IG201");
    }
  }
}
