package dev.iacguard.rules.terraform;

import dev.iacguard.rules.terraform.Code.Block;
import dev.iacguard.rules.terraform.Code.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a small deployment at random: locals and variables, log groups and stages of both versions,
 * and a module with stages that is called with other arguments each time. The same seed gives the
 * same code.
 */
final class CodeGenerator {
  private static final List<String> FIELDS =
      List.of("requestId", "identity.sourceIp", "status", "responseLatency", "path");

  private final Random random;
  private final List<Block> root = new ArrayList<>();
  private int groups;

  private CodeGenerator(long seed) {
    this.random = new Random(seed);
  }

  static Code code(long seed) {
    CodeGenerator generator = new CodeGenerator(seed);
    Map<String, List<Block>> folders = new LinkedHashMap<>();
    folders.put("", generator.rootModule());
    folders.put("modules/api", apiModule());
    folders.put("modules/log", logModule());
    return new Code(folders);
  }

  private List<Block> rootModule() {
    root.add(locals());
    root.add(variable("on", "bool", literal(anyOf("true", "false"))));
    root.add(variable("undecided", "bool", null));
    root.add(variable("days", "number", literal(anyOf("0", "30", "400"))));
    root.add(variable("tags", "map(string)", null));
    root.add(variable("retention", "number", null));
    root.add(provider(null, any(object("CostCenter", text("1234")), object())));
    root.add(provider("second", object("Owner", text("second"))));
    root.add(
        block("resource", List.of("aws_api_gateway_account", "this"))
            .with("cloudwatch_role_arn", any(source("null"), source("aws_iam_role.logging.arn")))
            .build());
    root.add(
        block("resource", List.of("aws_iam_role", "logging"))
            .with("name", text("logging"))
            .with(
                "assume_role_policy",
                source(
                    "jsonencode({ Statement = [{ Effect = \"Allow\", Action = \"sts:AssumeRole\","
                        + " Principal = { Service = \"%s.amazonaws.com\" } }] })"
                            .formatted(anyOf("apigateway", "lambda"))))
            .build());
    for (groups = 0; groups < 3; groups++) {
      root.add(logGroup("g" + groups));
    }
    root.add(call("logs_a", "log").with("days", days()).build());
    root.add(
        call("logs_b", "log")
            .with("for_each", source("toset([\"eu\", \"us\"])"))
            .with("days", source("each.key == \"eu\" ? 30 : " + anyOf("0", "60")))
            .build());
    for (int i = 0; i < 4; i++) {
      root.add(stage("s" + i));
    }
    root.add(apiCall("api_a").build());
    root.add(apiCall("api_b").with("count", literal(anyOf("0", "1", "2"))).build());
    return List.copyOf(root);
  }

  private Block locals() {
    Map<String, Expr> fields = new TreeMap<>();
    for (String field : FIELDS) {
      if (random.nextInt(5) > 0) {
        fields.put(field.replace('.', '_'), text("$context." + field));
      }
    }
    return block("locals", List.of())
        .with("fields", new Expr.Obj(fields))
        .with("format", source("jsonencode(local.fields)"))
        .with("short", text("$context.requestId ${local.status}"))
        .with("status", text("$context.status"))
        .with("line", new Expr.Heredoc("{\"id\":\"$context.requestId\",\"s\":\"${local.status}\"}"))
        .with("days", source(anyOf("var.days", "var.on ? var.days : 7", "null")))
        .with("tags", object("Owner", text("team"), "name", text("orders-${var.days}")))
        .with("switches", source("var.undecided ? [\"x\"] : []"))
        .build();
  }

  private Block logGroup(String name) {
    Builder group =
        block("resource", List.of("aws_cloudwatch_log_group", name))
            .with("name", text("/apigw/" + name + anyOf("", "-${var.days}")));
    if (random.nextInt(4) > 0) {
      group.with("retention_in_days", days());
    }
    if (random.nextBoolean()) {
      group.with("tags", tags());
    }
    if (random.nextInt(4) == 0) {
      group.with("provider", new Expr.Keyword("aws.second"));
    }
    return group.build();
  }

  private Expr days() {
    return any(
        literal(anyOf("0", "7", "365", "12")),
        source(anyOf("var.days", "var.retention")),
        source("local.days"),
        source("var.undecided ? 30 : 0"),
        source("max(var.days, 3)"));
  }

  private Expr tags() {
    return any(
        source("local.tags"),
        source("merge(local.tags, { CostCenter = \"9\" })"),
        source("merge(var.tags, { Owner = \"o\" })"),
        source("var.tags"),
        object("owner", text("o"), "cost-center", text("${var.days}")));
  }

  private Block stage(String name) {
    boolean rest = random.nextBoolean();
    Builder stage =
        block("resource", List.of(rest ? "aws_api_gateway_stage" : "aws_apigatewayv2_stage", name))
            .with(rest ? "stage_name" : "name", text(name));
    if (random.nextBoolean()) {
      stage.with("tags", tags());
    }
    if (random.nextInt(4) == 0) {
      stage.with("count", source(anyOf("var.on ? 1 : 0", "var.undecided ? 1 : 0", "2")));
    }
    Builder settings =
        block(random.nextBoolean() ? "access_log_settings" : "content", List.of())
            .with("destination_arn", destination())
            .with("format", format());
    if (random.nextInt(6) == 0) {
      return stage.build();
    }
    Block log = settings.build();
    if (log.type().equals("content")) {
      log =
          block("dynamic", List.of("access_log_settings"))
              .with("for_each", forEach())
              .holding(log)
              .build();
    }
    return stage.holding(log).build();
  }

  private Expr forEach() {
    return any(
        source("var.on ? [1] : []"),
        source("var.on ? [] : [1]"),
        source("local.switches"),
        source("[for one in [var.undecided] : one if one]"),
        new Expr.Tuple(List.of(literal("1"))));
  }

  private Expr destination() {
    String group = "aws_cloudwatch_log_group.g" + random.nextInt(groups);
    return any(
        source(group + ".arn"),
        text("${" + group + ".arn}:*"),
        source("format(\"%s:*\", " + group + ".arn)"),
        text("arn:aws:logs:eu-west-1:123456789012:log-group:${" + group + ".name}"),
        source(group + ".name"),
        source("module.logs_a.arn"),
        source("module.logs_b[\"" + anyOf("eu", "us") + "\"].arn"),
        text("arn:aws:logs:eu-west-1:123456789012:log-group:/elsewhere"));
  }

  private Expr format() {
    return any(
        source("local.format"),
        source("local.short"),
        source("local.line"),
        text("$context.requestId ${join(\" \", values(local.fields))}"),
        text("%{if var.on}${local.format}%{else}$context.requestId%{endif}"));
  }

  private Builder apiCall(String name) {
    Builder call =
        call(name, "api")
            .with("log_arn", any(destination(), source("null")))
            .with("settings", any(object(), object("format", format())));
    if (random.nextBoolean()) {
      call.with("providers", new Expr.Obj(Map.of("aws", new Expr.Keyword("aws.second"))));
    }
    return call;
  }

  private static List<Block> apiModule() {
    return List.of(
        variable("log_arn", "string", null),
        variable(
            "settings",
            "object({ format = optional(string, \"$context.requestId $context.status\") })",
            null),
        block("locals", List.of()).with("format", source("var.settings.format")).build(),
        block("resource", List.of("aws_api_gateway_stage", "this"))
            .with("stage_name", text("prod"))
            .with("tags", object("Owner", text("module")))
            .holding(
                block("dynamic", List.of("access_log_settings"))
                    .with("for_each", source("var.log_arn == null ? [] : [var.log_arn]"))
                    .holding(
                        block("content", List.of())
                            .with("destination_arn", source("access_log_settings.value"))
                            .with("format", source("local.format"))
                            .build())
                    .build())
            .build());
  }

  private static List<Block> logModule() {
    return List.of(
        variable("days", "number", literal("null")),
        block("resource", List.of("aws_cloudwatch_log_group", "this"))
            .with("name_prefix", text("/apigw/"))
            .with("retention_in_days", source("var.days"))
            .build(),
        block("output", List.of("arn"))
            .with("value", source("aws_cloudwatch_log_group.this.arn"))
            .build());
  }

  private static Block provider(@Nullable String alias, Expr tags) {
    Builder provider = block("provider", List.of("aws"));
    if (alias != null) {
      provider.with("alias", text(alias));
    }
    return provider.holding(block("default_tags", List.of()).with("tags", tags).build()).build();
  }

  private static Block variable(String name, String type, @Nullable Expr fallback) {
    Builder variable = block("variable", List.of(name)).with("type", new Expr.Keyword(type));
    return fallback == null ? variable.build() : variable.with("default", fallback).build();
  }

  private static Builder call(String name, String module) {
    return block("module", List.of(name)).with("source", text("./modules/" + module));
  }

  private static Builder block(String type, List<String> labels) {
    return new Builder(type, labels);
  }

  private static Expr text(String template) {
    return new Expr.Text(template);
  }

  private static Expr source(String text) {
    return new Expr.Source(text);
  }

  private static Expr literal(String text) {
    return new Expr.Literal(text);
  }

  private static Expr object(Object... pairs) {
    Map<String, Expr> entries = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      entries.put((String) pairs[i], (Expr) pairs[i + 1]);
    }
    return new Expr.Obj(entries);
  }

  @SafeVarargs
  private <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String anyOf(String... choices) {
    return any(choices);
  }

  /** Puts a block together. */
  private static final class Builder {
    private final String type;
    private final List<String> labels;
    private final Map<String, Expr> attributes = new LinkedHashMap<>();
    private final List<Block> blocks = new ArrayList<>();

    Builder(String type, List<String> labels) {
      this.type = type;
      this.labels = labels;
    }

    Builder with(String name, Expr value) {
      attributes.put(name, value);
      return this;
    }

    Builder holding(Block block) {
      blocks.add(block);
      return this;
    }

    Block build() {
      return new Block(type, labels, attributes, List.copyOf(blocks));
    }
  }
}
