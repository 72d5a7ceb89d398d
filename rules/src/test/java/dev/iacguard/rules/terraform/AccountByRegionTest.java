package dev.iacguard.rules.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.rule.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A stage depends on the account setting of its own account and Region: with every pair of provider
 * configurations, written with an alias, passed to a module or chosen by the resource.
 */
class AccountByRegionTest {
  @TempDir private Path folder;

  /**
   * A provider configuration.
   *
   * @param target equal targets are the same account and Region; null where the code does not say
   */
  record Place(String arguments, String target) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("region = \"eu-west-1\"", "eu-west-1"),
          new Place("region = \"eu-west-2\"", "eu-west-2"),
          new Place("region = var.region", "var.region"),
          new Place("region = var.other", "var.other"),
          new Place("region = \"eu-west-1\"\n  profile = var.profile", "eu-west-1 profile"),
          new Place(
              "region = \"eu-west-1\"\n  allowed_account_ids = [\"111111111111\"]\n  profile = \"a\"",
              "eu-west-1 1"),
          new Place(
              "region = \"eu-west-1\"\n  assume_role {\n"
                  + "    role_arn = \"arn:aws:iam::222222222222:role/deploy\"\n  }",
              "eu-west-1 2"));

  static Stream<Arguments> pairs() {
    return PLACES.stream()
        .flatMap(
            stage ->
                PLACES.stream()
                    .flatMap(
                        setting ->
                            Stream.of("alias", "module")
                                .map(way -> Arguments.of(stage, setting, way))));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void settingsOfTheSamePlaceCount(Place stage, Place setting, String way) throws IOException {
    List<Verdict.Kind> kinds = kinds(files(stage, setting, way));

    assertThat(kinds)
        .as("stage in %s, setting in %s, by %s", stage, setting, way)
        .containsOnly(
            stage.target().equals(setting.target()) ? Verdict.Kind.PASS : Verdict.Kind.UNKNOWN);
  }

  /** What is said of the stage: whether its account has a role. */
  private List<Verdict.Kind> kinds(Map<String, String> files) throws IOException {
    return Report.check(folder, files).reports().stream()
        .flatMap(report -> report.stages().stream())
        .map(stage -> stage.verdicts().getOrDefault("IG301", Verdict.Kind.NOT_APPLICABLE))
        .toList();
  }

  private static Map<String, String> files(Place stage, Place setting, String way) {
    String providers =
        """
        variable "region" {
          type = string
        }
        variable "other" {
          type = string
        }
        variable "profile" {
          type = string
        }
        """
            + provider("one", stage)
            + provider("two", setting);
    if (way.equals("alias")) {
      return Map.of("main.tf", providers + account("aws.two") + stage("aws.one"));
    }
    String calls =
        """
        module "account" {
          source    = "./account"
          providers = { aws = aws.two }
        }
        module "stage" {
          source    = "./stage"
          providers = { aws.here = aws.one }
        }
        """;
    return Map.of(
        "main.tf",
        providers + calls,
        "account/main.tf",
        account("aws"),
        "stage/main.tf",
        """
        terraform {
          required_providers {
            aws = {
              source                = "hashicorp/aws"
              configuration_aliases = [aws.here]
            }
          }
        }
        """
            + stage("aws.here"));
  }

  private static String provider(String alias, Place place) {
    return "provider \"aws\" {\n  alias = \"%s\"\n  %s\n}\n".formatted(alias, place.arguments());
  }

  private static String account(String provider) {
    return """
    resource "aws_api_gateway_account" "here" {
      provider            = PROVIDER
      cloudwatch_role_arn = "arn:aws:iam::123456789012:role/logs"
    }
    """
        .replace("PROVIDER", provider);
  }

  private static String stage(String provider) {
    return """
    resource "aws_api_gateway_stage" "prod" {
      provider   = PROVIDER
      stage_name = "prod"
      access_log_settings {
        destination_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:/shop"
        format          = "$context.requestId"
      }
    }
    """
        .replace("PROVIDER", provider);
  }
}
