package dev.iacguard.core.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.StackSource;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerraformStackTest {
  @TempDir Path folder;

  private TerraformCode code(String main) {
    return TerraformCode.in(folder).file("main.tf", main);
  }

  private String settings(String main) {
    return Shown.value(code(main).only("aws_api_gateway_stage").get("access_log_settings"));
  }

  @Test
  void dynamicBlockFollowsTheDefaultOfItsVariable() {
    String dynamic =
        """
        resource "aws_api_gateway_stage" "s" {
          dynamic "access_log_settings" {
            for_each = var.on ? [1] : []
            content {
              format = "x"
            }
          }
        }
        """;
    assertThat(settings(dynamic + "variable \"on\" { default = true }"))
        .isEqualTo("L[{format=\"x\"}]");
    assertThat(settings(dynamic + "variable \"on\" { default = false }")).isEqualTo("L[]");
    assertThat(settings(dynamic + "variable \"on\" { type = bool }"))
        .isEqualTo("(var.on is true ? L[{format=\"x\"}] : L[])");
  }

  @Test
  void aDynamicBlockOverAnUnknownListMayExist() {
    assertThat(
            settings(
                """
                variable "settings" {}
                resource "aws_api_gateway_stage" "s" {
                  dynamic "access_log_settings" {
                    for_each = var.settings
                    content {
                      format = access_log_settings.value.format
                    }
                  }
                }
                """))
        .isEqualTo(
            "(length(var.settings) > 0 is true ? L[{format=<INPUT access_log_settings.value.format>}] : L[])");
  }

  @Test
  void forEachMakesAnInstanceForEveryKey() {
    code(
        """
        locals {
          stages = {
            dev  = { days = 7 }
            prod = { days = 400 }
          }
        }
        resource "aws_cloudwatch_log_group" "g" {
          for_each          = local.stages
          name              = "/api/${each.key}"
          retention_in_days = each.value.days
        }
        """);
    String groups =
        TerraformCode.in(folder).root().resources("aws_cloudwatch_log_group").stream()
            .map(
                group ->
                    group
                        + " "
                        + Shown.value(group.get("name"))
                        + " "
                        + Shown.value(group.get("retention_in_days")))
            .collect(Collectors.joining("; "));
    assertThat(groups)
        .isEqualTo(
            "aws_cloudwatch_log_group.g[\"dev\"] \"/api/dev\" 7; aws_cloudwatch_log_group.g[\"prod\"] \"/api/prod\" 400");
  }

  @Test
  void aValueCarriesItsTrailThroughModulesAndDefaults() {
    code("""
        module "api" {
          source = "./api"
          days   = local.days
        }
        locals {
          days = var.retention
        }
        variable "retention" {
          default = 30
        }
        """)
        .file(
            "api/main.tf",
            """
            variable "days" {}
            resource "aws_cloudwatch_log_group" "g" {
              retention_in_days = var.days
            }
            """);
    Resource group = TerraformCode.in(folder).only("aws_cloudwatch_log_group");
    assertThat(group.address()).hasToString("module.api.aws_cloudwatch_log_group.g");
    assertThat(group.callers()).hasSize(1);
    StringBuilder trail = new StringBuilder(group.get("retention_in_days").origin().at() + "");
    for (var step = group.get("retention_in_days").origin().trail();
        step != null;
        step = step.next()) {
      trail.append(" <- ").append(step.label()).append(" ").append(step.at());
    }
    assertThat(trail)
        .hasToString(
            "api/main.tf:3 <- var.days main.tf:3 <- local.days main.tf:6 <- var.retention (default) main.tf:9");
  }

  @Test
  void defaultTagsOfTheProviderReachModules() {
    code("""
        provider "aws" {
          default_tags {
            tags = { Owner = "a", Env = "x" }
          }
        }
        module "api" {
          source = "./api"
        }
        """)
        .file(
            "api/main.tf",
            "resource \"aws_cloudwatch_log_group\" \"g\" { tags = { Env = \"y\" } }");
    assertThat(
            Shown.value(TerraformCode.in(folder).only("aws_cloudwatch_log_group").get("tags_all")))
        .isEqualTo("{Env=\"y\", Owner=\"a\"}");
  }

  /** What one root module has installed says nothing of another that calls the same module. */
  @Test
  void eachRootModuleSeesTheModulesItInstalled() {
    String calls = "module \"m\" { source = \"../shared\" }";
    List<StackSource> stacks =
        TerraformCode.in(folder)
            .file("shared/main.tf", "module \"x\" { source = \"registry/x/aws\" }")
            .file("a/main.tf", calls)
            .file("b/main.tf", calls)
            .file(
                "b/.terraform/modules/modules.json",
                """
                {"Modules": [
                  {"Key": "", "Source": "", "Dir": "."},
                  {"Key": "m", "Source": "../shared", "Dir": "../shared"},
                  {"Key": "m.x", "Source": "registry/x/aws", "Dir": ".terraform/modules/m.x"}
                ]}
                """)
            .file("b/.terraform/modules/m.x/main.tf", "resource \"aws_api_gateway_stage\" \"s\" {}")
            .discover()
            .stacks();

    assertThat(stacks).extracting(StackSource::name).containsExactly("a", "b");
    List<Stack> loaded = stacks.stream().map(StackSource::load).toList();
    assertThat(loaded.get(0).resources("aws_api_gateway_stage")).isEmpty();
    assertThat(loaded.get(1).resources("aws_api_gateway_stage")).hasSize(1);
  }
}
