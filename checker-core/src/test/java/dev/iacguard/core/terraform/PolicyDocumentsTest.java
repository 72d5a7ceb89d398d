package dev.iacguard.core.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.terraform.config.JsonSyntax;
import dev.iacguard.core.terraform.value.Conversions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code aws_iam_policy_document} gives the documents that the provider gives. {@code
 * -Diacguard.write} takes them anew from the provider, where {@code terraform} is on the path and
 * {@code TF_CLI_CONFIG_FILE} names a mirror that has it.
 */
class PolicyDocumentsTest {
  private static final ExpressionTable TABLE =
      ExpressionTable.read("policy-documents/documents.txt");
  private static final Path CODE = Objects.requireNonNull(TABLE.file().getParent());
  private static final String TYPE = "data.aws_iam_policy_document";
  private static final String OTHERS =
      """
      variable "document" {}
      variable "name" {}
      variable "on" {
        type = bool
      }
      locals {
        named = jsonencode({ Statement = [{ Sid = "n", Effect = "Allow", Action = "n:N" }] })
        with_hole = jsonencode({
          Statement = [{ Effect = "Allow", Action = "a:B", Resource = "arn:${var.name}" }]
        })
      }
      """;
  private static final Map<String, String> FOUND = new HashMap<>();

  @TempDir Path folder;

  static List<ExpressionTable.Row> rows() {
    return TABLE.rows();
  }

  @BeforeAll
  static void evaluate() {
    for (Resource document : TerraformCode.in(CODE).root().resources(TYPE)) {
      String name = document.address().name().substring(TYPE.length() + 1);
      FOUND.put(name, shown(json((ResourceInstance) document.attributes())));
    }
  }

  private static Value json(ResourceInstance document) {
    return document.read("json", document.resource().header());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void givesWhatTheProviderGives(ExpressionTable.Row row) {
    assertThat(FOUND.get(row.expression())).isEqualTo(row.expected());
  }

  @Test
  void theTableHoldsWhatTheProviderGives() throws IOException {
    assumeThat(TerraformTool.isInstalled()).as("terraform is on the path").isTrue();
    assumeThat(TerraformTool.hasMirror()).as("TF_CLI_CONFIG_FILE names a mirror").isTrue();
    StringBuilder code = new StringBuilder(Files.readString(CODE.resolve("main.tf")));
    code.append(
        """
        provider "aws" {
          region                      = "eu-west-1"
          access_key                  = "none"
          secret_key                  = "none"
          skip_credentials_validation = true
          skip_metadata_api_check     = true
          skip_requesting_account_id  = true
        }
        """);
    for (ExpressionTable.Row row : rows()) {
      String name = row.expression();
      code.append("output \"%s\" {\n  value = %s.%s.json\n}\n".formatted(name, TYPE, name));
    }
    Files.writeString(folder.resolve("main.tf"), code);
    TerraformTool terraform = TerraformTool.withMirror(folder);
    terraform.run("init", "-input=false", "-no-color");
    terraform.run("plan", "-out=plan", "-input=false", "-no-color");
    Value plan = terraform.json("show", "-json", "-no-color", "plan");
    List<String> values = new ArrayList<>();
    for (ExpressionTable.Row row : rows()) {
      Value change = entry(entry(plan, "output_changes"), row.expression());
      values.add(shown(entry(change, "after")));
    }
    if (System.getProperty("iacguard.write") != null) {
      TABLE.write(values);
    }
    assertThat(values).isEqualTo(rows().stream().map(ExpressionTable.Row::expected).toList());
  }

  private String document(String arguments) {
    TerraformCode.in(folder)
        .file(
            "main.tf", "data \"aws_iam_policy_document\" \"d\" {\n" + arguments + "\n}\n" + OTHERS);
    Resource document = TerraformCode.in(folder).root().resources(TYPE).get(0);
    return Shown.value(json((ResourceInstance) document.attributes())).replace('"', '\'');
  }

  @Test
  void anUnknownSourceLeavesTheListOpen() {
    assertThat(
            document(
                """
                source_policy_documents = [var.document, local.named]
                statement {
                  actions = ["a:B"]
                }
                """))
        .isEqualTo(
            "'{'Statement':[{'Action':'n:N','Effect':'Allow','Sid':'n'},"
                + "{'Action':['a:B'],'Effect':'Allow'}<NOT_EVALUATED more elements>],"
                + "'Version':'2012-10-17'}'");
  }

  @Test
  void anUnknownOverrideMayReplaceWhatHasASid() {
    assertThat(
            document(
                """
                source_policy_documents   = [local.named]
                override_policy_documents = [var.document]
                statement {
                  actions = ["a:B"]
                }
                """))
        .isEqualTo(
            "'{'Statement':[{'Action':['a:B'],'Effect':'Allow'}<NOT_EVALUATED more elements>],"
                + "'Version':'2012-10-17'}'");
  }

  @Test
  void aDocumentWithUnknownPiecesKeepsTheOthers() {
    assertThat(document("source_policy_documents = [local.with_hole]"))
        .isEqualTo(
            "'{'Statement':[{'Action':'a:B','Effect':'Allow','Resource':'arn:<INPUT var.name>'}],"
                + "'Version':'2012-10-17'}'");
  }

  @Test
  void aDocumentThatDependsOnAConditionIsAChoice() {
    assertThat(document("override_policy_documents = var.on ? [local.named] : []"))
        .isEqualTo(
            "(var.on is true ? '{'Statement':[{'Action':'n:N','Effect':'Allow','Sid':'n'}],"
                + "'Version':'2012-10-17'}' : '{'Version':'2012-10-17'}')");
  }

  @Test
  void principalsThatDependOnAConditionAreAChoice() {
    assertThat(
            document(
                """
                statement {
                  dynamic "principals" {
                    for_each = var.on ? ["a"] : []
                    content {
                      type        = "Service"
                      identifiers = [principals.value]
                    }
                  }
                }
                """))
        .contains("'Principal':(var.on is true ? '{'Service':['a']}' : ");
  }

  @Test
  void whatTheProviderRefusesIsUnknown() {
    String repeated = "statement {\n  sid = \"a\"\n}\n".repeat(2);
    assertThat(document(repeated)).startsWith("<INVALID");
    assertThat(document("source_policy_documents = [local.named, local.named]"))
        .startsWith("<INVALID");
    assertThat(document("source_policy_documents = [jsonencode({ Statement = {} })]"))
        .startsWith("<INVALID");
  }

  private static Value entry(Value object, String name) {
    return Objects.requireNonNull(((Value.Mapping) object).get(name), name);
  }

  private static String shown(Value json) {
    String text = Conversions.knownText(json);
    if (text == null) {
      return Shown.value(json);
    }
    SourceFile file = new SourceFile("document", text);
    return Notation.of(canonical(JsonSyntax.value(JsonSyntax.read(file).root(), file)));
  }

  /** Lists of texts are sets to IAM, and one text is a list of one. */
  private static Value canonical(Value value) {
    return switch (value) {
      case Value.Sequence list when list.elements().size() == 1 && isTexts(list) ->
          list.elements().get(0);
      case Value.Sequence list when isTexts(list) ->
          new Value.Sequence(
              Value.Sequence.Kind.SET,
              list.elements().stream()
                  .collect(Collectors.toMap(PolicyDocumentsTest::text, one -> one, (a, b) -> a))
                  .entrySet()
                  .stream()
                  .sorted(Map.Entry.comparingByKey())
                  .map(Map.Entry::getValue)
                  .toList(),
              list.open(),
              list.origin());
      case Value.Sequence list ->
          new Value.Sequence(
              list.kind(),
              list.elements().stream().map(PolicyDocumentsTest::canonical).toList(),
              list.open(),
              list.origin());
      case Value.Mapping map -> {
        Map<String, Value> entries = new TreeMap<>();
        map.entries().forEach((name, entry) -> entries.put(name, canonical(entry)));
        yield new Value.Mapping(map.typed(), entries, map.open(), map.origin());
      }
      default -> value;
    };
  }

  private static boolean isTexts(Value.Sequence list) {
    return list.elements().stream().allMatch(Value.Text.class::isInstance);
  }

  private static String text(Value value) {
    return Objects.requireNonNull(Conversions.knownText(value));
  }
}
