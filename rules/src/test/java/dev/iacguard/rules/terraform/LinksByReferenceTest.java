package dev.iacguard.rules.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.rule.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A resource that is named by reference is linked whatever its name turns out to be: every kind of
 * link, with every kind of name, passed in every way.
 */
class LinksByReferenceTest {
  @TempDir private Path folder;

  private static final Map<String, String> NAMES =
      Map.of(
          "known", "\"plum\"",
          "variable", "var.open",
          "function", "lower(var.open)",
          "not evaluated", "uuid()",
          "workspace", "terraform.workspace",
          "partly known", "\"plum-${var.open}\"",
          "output of a module", "module.naming.name",
          "choice of two", "var.open == \"x\" ? \"plum\" : \"pear\"");

  /** What a name is passed through; {@code NAME} is the reference to it. */
  private static final Map<String, String> WAYS =
      Map.ofEntries(
          Map.entry("itself", "NAME"),
          Map.entry("template", "\"${NAME}\""),
          Map.entry("local", "local.passed"),
          Map.entry("module", "module.same.given"),
          Map.entry("list", "element([NAME], 0)"),
          Map.entry("map", "{ a = NAME }[\"a\"]"),
          Map.entry("join", "join(\"\", [NAME])"),
          Map.entry("try", "try(NAME, \"other\")"),
          Map.entry("try of what is wrong", "try({}.missing, NAME)"),
          Map.entry("coalesce", "coalesce(NAME, \"other\")"),
          Map.entry("coalesce after nothing", "coalesce(null, \"\", NAME)"),
          Map.entry("coalescelist", "coalescelist([], [NAME])[0]"),
          Map.entry("condition that is decided", "true ? NAME : \"other\""),
          Map.entry("one", "one([NAME])"),
          Map.entry("one of a set", "one(toset([NAME]))"),
          Map.entry("lookup", "lookup({ a = NAME }, \"a\", \"other\")"),
          Map.entry("tostring", "tostring(NAME)"),
          Map.entry("for", "[for each in [NAME] : each][0]"),
          Map.entry("merge", "merge({ a = \"x\" }, { a = NAME }).a"),
          Map.entry("compact", "compact([NAME, \"\"])[0]"),
          Map.entry("flatten", "flatten([[NAME]])[0]"),
          Map.entry("splat", "([{ a = NAME }][*].a)[0]"),
          Map.entry("attribute of another resource", "terraform_data.copy.input"));

  /** A link, the reference that makes it and the rule that fails once it is seen. */
  private record Link(String reference, String rule, String code) {}

  private static final Map<String, Link> LINKS = links();

  private static Map<String, Link> links() {
    Map<String, Link> links = new LinkedHashMap<>();
    links.put(
        "attachment",
        new Link(
            "aws_iam_role.logs.name",
            "IG304",
            """
            resource "aws_iam_role_policy_attachment" "all" {
              role       = PASSED
              policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
            }
            """));
    links.put(
        "inline policy",
        new Link(
            "aws_iam_role.logs.id",
            "IG304",
            """
            resource "aws_iam_role_policy" "all" {
              role   = PASSED
              policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }] })
            }
            """));
    links.put(
        "list of roles",
        new Link(
            "aws_iam_role.logs.name",
            "IG304",
            """
            resource "aws_iam_policy_attachment" "all" {
              name       = "all"
              roles      = [PASSED]
              policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
            }
            """));
    links.put(
        "method settings",
        new Link(
            "aws_api_gateway_stage.prod.stage_name",
            "IG110",
            """
            resource "aws_api_gateway_method_settings" "all" {
              rest_api_id = aws_api_gateway_rest_api.shop.id
              stage_name  = PASSED
              method_path = "*/*"
              settings {
                data_trace_enabled = true
              }
            }
            """));
    links.put(
        "data source",
        new Link(
            "aws_cloudwatch_log_group.logs.name",
            "IG201",
            """
            data "aws_cloudwatch_log_group" "read" {
              name = PASSED
            }
            """));
    return links;
  }

  static Stream<Arguments> variants() {
    return LINKS.keySet().stream()
        .flatMap(
            link ->
                NAMES.keySet().stream()
                    .flatMap(
                        name -> WAYS.keySet().stream().map(way -> Arguments.of(link, name, way))));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void isSeen(String kind, String name, String way) throws IOException {
    Link link = LINKS.getOrDefault(kind, new Link("", "", ""));
    Map<String, String> files = new HashMap<>();
    files.put("main.tf", code(link, NAMES.getOrDefault(name, ""), WAYS.getOrDefault(way, "")));
    files.put("naming/main.tf", "output \"name\" {\n  value = lower(uuid())\n}\n");
    files.put(
        "same/main.tf",
        """
        variable "given" {
          type = string
        }
        output "given" {
          value = var.given
        }
        """);

    assertThat(Report.check(folder, files).reports())
        .flatExtracting(report -> report.verdicts())
        .filteredOn(verdict -> verdict.rule().id().equals(link.rule()))
        .extracting(Verdict::kind)
        .as("%s, name: %s, passed by: %s", kind, name, way)
        .contains(Verdict.Kind.FAIL);
  }

  /** What may be the name, or something else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "coalesce(var.open, NAME)",
        "coalesce(lower(var.open), NAME)",
        "compact([var.open, NAME])[0]",
        "one(compact([var.open == \"a\" ? \"\" : NAME]))",
        "var.open == \"a\" ? NAME : \"other\"",
        "lookup({ a = NAME }, var.open, \"other\")",
        "element([NAME, var.open], length(var.open))"
      })
  void isNeitherSeenForSureNorMissed(String way) throws IOException {
    for (Link link : LINKS.values()) {
      assertThat(Report.check(folder, Map.of("main.tf", alone(link, way))).reports())
          .flatExtracting(report -> report.verdicts())
          .filteredOn(verdict -> verdict.rule().id().equals(link.rule()))
          .extracting(Verdict::kind)
          .as("%s passed by: %s", link.reference(), way)
          .containsAnyOf(Verdict.Kind.UNKNOWN, Verdict.Kind.CONDITIONAL)
          .doesNotContain(Verdict.Kind.PASS, Verdict.Kind.FAIL);
    }
  }

  /** The code without modules. */
  private static String alone(Link link, String way) {
    return code(link, "var.open", way).replaceAll("(?s)module \"[a-z]+\" \\{.*?\\n *\\}\\n", "");
  }

  private static String code(Link link, String name, String way) {
    String passed = way.replace("NAME", link.reference());
    String destination =
        link.rule().equals("IG201")
            ? "data.aws_cloudwatch_log_group.read.arn"
            : "aws_cloudwatch_log_group.logs.arn";
    return """
    variable "open" {
      type = string
    }

    locals {
      passed = REFERENCE
    }

    module "naming" {
      source = "./naming"
    }

    module "same" {
      source = "./same"
      given  = REFERENCE
    }

    resource "terraform_data" "copy" {
      input = REFERENCE
    }

    resource "aws_api_gateway_rest_api" "shop" {
      name = "shop"
    }

    resource "aws_cloudwatch_log_group" "logs" {
      name = OPEN
    }

    resource "aws_iam_role" "logs" {
      name = OPEN
    }

    resource "aws_api_gateway_account" "here" {
      cloudwatch_role_arn = aws_iam_role.logs.arn
    }

    resource "aws_api_gateway_stage" "prod" {
      rest_api_id = aws_api_gateway_rest_api.shop.id
      stage_name  = OPEN
      access_log_settings {
        destination_arn = DESTINATION
        format          = "$context.requestId"
      }
    }

    """
            .replace("REFERENCE", link.reference())
            .replace("OPEN", name)
            .replace("DESTINATION", destination)
        + link.code().replace("PASSED", passed);
  }
}
