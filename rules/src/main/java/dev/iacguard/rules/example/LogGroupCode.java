package dev.iacguard.rules.example;

import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.RequiredTag;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.value.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a log group for the access log of a stage. */
final class LogGroupCode {
  /** Long enough for most controls (PCI DSS 10.5.1 asks for a year). */
  private static final int USUAL_DAYS = 365;

  private static final String TERRAFORM = "aws_cloudwatch_log_group";

  private final Stage stage;
  private final Policy policy;
  private final String label;
  private final boolean template;

  LogGroupCode(Stage stage, Policy policy) {
    this.stage = stage;
    this.policy = policy;
    this.template = stage.resource().isOfTemplate();
    String own = CodeWriter.label(stage.resource());
    this.label = template ? own + "AccessLog" : own + "_access";
  }

  /** Its ARN. */
  Code arn() {
    return new Code.Attribute(name(), template ? "Arn" : "arn");
  }

  private String name() {
    return template ? label : TERRAFORM + '.' + label;
  }

  /** The log group; empty when there is one of this name already. */
  List<String> lines(CodeWriter writer) {
    return stage.isDeclaredBeside(name())
        ? List.of()
        : writer.resource(template ? "AWS::Logs::LogGroup" : TERRAFORM, label, members());
  }

  private Map<String, Code> members() {
    Map<String, Code> members = new LinkedHashMap<>();
    if (!template) {
      // AWS lets HTTP APIs write to groups of this prefix without a policy for each.
      String folder = stage.api() == ApiKind.HTTP ? "/aws/vendedlogs/apigateway/" : "/apigateway/";
      boolean inModule = !stage.resource().address().prefix().isEmpty();
      String own = CodeWriter.label(stage.resource());
      members.put(
          inModule ? "name_prefix" : "name", new Code.Text(folder + own + (inModule ? "-" : "")));
    }
    Integer days = policy.logGroup().retention().nearest(USUAL_DAYS);
    if (days != null) {
      members.put(
          template ? "RetentionInDays" : "retention_in_days", new Code.Plain(days.toString()));
    }
    Map<String, String> tags = missingTags();
    if (!tags.isEmpty()) {
      members.put(template ? "Tags" : "tags", template ? pairs(tags) : Code.texts(tags));
    }
    return members;
  }

  /** The tags that it does not get from the provider or the stack, as the stage does. */
  private Map<String, String> missingTags() {
    Tags ofStage = stage.tags();
    Map<String, String> tags = new LinkedHashMap<>();
    for (RequiredTag tag : policy.logGroup().requiredTags()) {
      if (ofStage.written() || !ofStage.entries().containsKey(tag.key())) {
        tags.put(tag.key(), tag.example());
      }
    }
    return tags;
  }

  private static Code pairs(Map<String, String> tags) {
    List<Code> pairs = new ArrayList<>();
    tags.forEach(
        (key, value) -> {
          Map<String, String> pair = new LinkedHashMap<>();
          pair.put("Key", key);
          pair.put("Value", value);
          pairs.add(Code.texts(pair));
        });
    return new Code.Items(pairs);
  }
}
