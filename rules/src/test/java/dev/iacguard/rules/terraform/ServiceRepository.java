package dev.iacguard.rules.terraform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A repository as many teams have it: a folder for each service with its APIs in one file, their
 * log groups in another, formats in locals, and a module they share. What is true of each stage is
 * known from the start.
 */
final class ServiceRepository {
  private static final int STAGES_A_SERVICE = 6;
  private static final List<String> FIELDS =
      List.of("requestId", "identity.sourceIp", "status", "responseLatency");

  private final Random random;
  private final Map<String, StringBuilder> files = new LinkedHashMap<>();
  private final List<Fact> facts = new ArrayList<>();

  /**
   * What is true of a stage.
   *
   * @param path of the file that declares it
   * @param line 1-based
   * @param fields in no particular order; empty when it has no access log
   * @param retentionDays null when it never expires, or there is no log group
   * @param owner the log group's tag, or null
   * @param role what the account setting of its stack names, or null when none is needed or set
   */
  record Fact(
      String stack,
      String id,
      String path,
      int line,
      List<String> fields,
      @Nullable Integer retentionDays,
      @Nullable String owner,
      @Nullable String role) {}

  private ServiceRepository(long seed) {
    this.random = new Random(seed);
  }

  static ServiceRepository of(int services, long seed) {
    ServiceRepository repository = new ServiceRepository(seed);
    repository.addModule();
    for (int i = 0; i < services; i++) {
      repository.addService("services/s" + i);
    }
    return repository;
  }

  /** The texts by path. */
  Map<String, String> files() {
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach((path, text) -> texts.put(path, text.toString()));
    return texts;
  }

  List<Fact> facts() {
    return facts;
  }

  /** Appends to a file and says on which line. */
  private int add(String path, String text) {
    StringBuilder file = files.computeIfAbsent(path, key -> new StringBuilder());
    int line = 1 + (int) file.chars().filter(c -> c == '\n').count();
    file.append(text.stripTrailing()).append("\n");
    return line;
  }

  private void addModule() {
    add(
        "modules/http-api/variables.tf",
        """
        variable "log_arn" {
          type    = string
          default = null
        }
        variable "log_format" {
          type    = string
          default = null
        }
        """);
    add(
        "modules/http-api/main.tf",
        """
        resource "aws_apigatewayv2_api" "this" {
          protocol_type = "HTTP"
        }
        resource "aws_apigatewayv2_stage" "this" {
          api_id = aws_apigatewayv2_api.this.id
          name   = "$default"
          dynamic "access_log_settings" {
            for_each = var.log_arn == null ? [] : [var.log_arn]
            content {
              destination_arn = access_log_settings.value
              format          = var.log_format
            }
          }
        }
        """);
  }

  private void addService(String folder) {
    add(
        folder + "/variables.tf",
        """
        variable "logging" {
          default = true
        }
        variable "silent" {
          default = false
        }
        """);
    String role = random.nextInt(3) == 0 ? null : "arn:aws:iam::123456789012:role/logging";
    if (role != null) {
      add(
          folder + "/account.tf",
          "resource \"aws_api_gateway_account\" \"this\" {\n  cloudwatch_role_arn = \"%s\"\n}"
              .formatted(role));
    }
    for (int i = 0; i < STAGES_A_SERVICE; i++) {
      addStage(folder, "a" + i, role);
    }
  }

  private void addStage(String folder, String name, @Nullable String role) {
    boolean logged = random.nextInt(4) > 0;
    List<String> fields = new ArrayList<>(FIELDS);
    if (random.nextInt(3) == 0) {
      fields.remove(random.nextInt(fields.size()));
    }
    Integer days = random.nextInt(3) == 0 ? null : List.of(7, 30, 365).get(random.nextInt(3));
    String owner = random.nextInt(3) == 0 ? null : "team-" + random.nextInt(10);
    if (logged) {
      add(
          folder + "/logs.tf",
          "resource \"aws_cloudwatch_log_group\" \"%s\" {\n  name = \"/apigw/%s\"\n%s%s}"
              .formatted(
                  name,
                  name,
                  days == null ? "" : "  retention_in_days = " + days + "\n",
                  owner == null ? "" : "  tags = {\n    Owner = \"" + owner + "\"\n  }\n"));
    }
    String group = "aws_cloudwatch_log_group." + name + ".arn";
    List<String> shown = logged ? fields : List.of();
    Integer kept = logged ? days : null;
    String tag = logged ? owner : null;
    if (random.nextInt(4) == 0) {
      String log =
          "  log_arn = " + group + "\n  log_format = " + format(folder, name, fields) + "\n";
      add(
          folder + "/api.tf",
          "module \"%s\" {\n  source = \"../../modules/http-api\"\n%s}"
              .formatted(name, logged ? log : ""));
      String id = "module." + name + ".aws_apigatewayv2_stage.this";
      facts.add(new Fact(folder, id, "modules/http-api/main.tf", 4, shown, kept, tag, null));
      return;
    }
    int line =
        add(
            folder + "/api.tf",
            "resource \"aws_api_gateway_stage\" \"%s\" {\n  stage_name = \"prod\"\n%s}"
                .formatted(name, settings(logged, group, format(folder, name, fields))));
    String id = "aws_api_gateway_stage." + name;
    facts.add(new Fact(folder, id, folder + "/api.tf", line, shown, kept, tag, role));
  }

  private String settings(boolean logged, String group, String format) {
    String inside = "destination_arn = %s\n    format = %s\n".formatted(group, format);
    boolean dynamic = random.nextBoolean();
    String flag = logged ? "var.logging" : "var.silent";
    return dynamic
        ? "  dynamic \"access_log_settings\" {\n  for_each = %s ? [1] : []\n  content {\n    %s  }\n  }\n"
            .formatted(flag, inside)
        : logged ? "  access_log_settings {\n    " + inside + "  }\n" : "";
  }

  private String format(String folder, String name, List<String> fields) {
    List<String> variables = fields.stream().map(field -> "$context." + field).toList();
    String listed =
        variables.stream().map(one -> '"' + one + '"').collect(Collectors.joining(", "));
    String pairs =
        fields.stream()
            .map(field -> "%s = \"$context.%s\"".formatted(field.replace('.', '_'), field))
            .collect(Collectors.joining(", "));
    return switch (random.nextInt(4)) {
      case 0 -> "jsonencode({ " + pairs + " })";
      case 1 -> "join(\" \", [" + listed + "])";
      case 2 -> "<<-EOT\n      " + String.join(" ", variables) + "\n    EOT";
      default -> {
        add(
            folder + "/locals.tf",
            "locals {\n  format_%s = \"%s\"\n}".formatted(name, String.join(" ", variables)));
        yield "local.format_" + name;
      }
    };
  }
}
