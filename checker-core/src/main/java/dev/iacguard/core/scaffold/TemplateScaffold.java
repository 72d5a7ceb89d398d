package dev.iacguard.core.scaffold;

import dev.iacguard.core.cloudformation.edit.TemplateTerms;
import dev.iacguard.core.edit.Syntax;
import dev.iacguard.core.rule.pack.NewFile;
import dev.iacguard.core.rule.pack.StageRequirements;
import dev.iacguard.core.rule.pack.StageRequirements.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Writes a template of CloudFormation or SAM. */
final class TemplateScaffold {
  private static final String LOGS = "!Sub \"Logs with the role of ${Account}\"";

  private final ScaffoldRequest request;
  private final ScaffoldApi api;
  private final StageRequirements requirements;
  private final List<TagInput> inputs;
  private final boolean sam;

  TemplateScaffold(ScaffoldRequest request, boolean sam) {
    this.request = request;
    this.api = request.api();
    this.requirements = request.requirements();
    this.inputs = TagInput.of(request);
    this.sam = sam;
  }

  List<NewFile> files() {
    return List.of(
        new NewFile("README.md", new TemplateReadme(request, inputs, sam).text()),
        new NewFile("template.yaml", template()));
  }

  static TextTemplate part(String name) {
    return TextTemplate.named("template/" + name);
  }

  private String template() {
    TextTemplate template = part("template.yaml");
    new TemplateParameters(request, inputs).fill(template);
    return template
        .with("transform", sam && !isPlain() ? "Transform: AWS::Serverless-2016-10-31" : "")
        .with("description", Syntax.JSON.quoted(api.title() + " with access log"))
        .with("api", api())
        .with(
            "kept",
            requirements.keepsLogs() ? "DeletionPolicy: Retain\nUpdateReplacePolicy: Retain" : "")
        .with("key", requirements.ownKey() ? "KmsKeyId: !Ref KmsKeyArn" : "")
        .with("tags", tagList())
        .with("account-condition", accountCondition())
        .with("account", account())
        .with("alarms", alarms())
        .with("outputs", part(api.folder() + "-outputs.yaml"))
        .text();
  }

  /** SAM has no resource for WebSocket APIs. */
  private boolean isPlain() {
    return api == ScaffoldApi.WEBSOCKET;
  }

  private String api() {
    String folder = sam ? "sam/" : "cloudformation/";
    return TextTemplate.named(folder + api.folder() + ".yaml")
        .with("format", format())
        .with("tags", tagList())
        .with("tag-map", tagMap())
        .with(
            "after-account",
            needsRoleArn()
                ? LOGS
                : "!If [SetsAccountRole, " + LOGS + ", Logs with the role of the account]")
        .text();
  }

  /** JSON over several lines, which YAML folds into one. */
  private String format() {
    List<String> members = new ArrayList<>();
    requirements
        .format()
        .forEach(
            (name, value) ->
                members.add(Syntax.JSON.quoted(name) + ":" + Syntax.JSON.quoted(value)));
    return "Format: >-\n  {" + String.join(",\n  ", members) + "}";
  }

  /** The values of the tags as YAML, by key. */
  private SequencedMap<String, String> tags() {
    SequencedMap<String, String> tags = new LinkedHashMap<>();
    for (Tag tag : requirements.tags()) {
      if (tag.isFixed()) {
        tags.put(tag.key(), TemplateTerms.plainOrQuoted(tag.values().getFirst()));
      }
    }
    inputs.forEach(input -> tags.put(input.tag().key(), "!Ref " + input.pascal()));
    return tags;
  }

  private String tagList() {
    StringBuilder list = new StringBuilder();
    for (Map.Entry<String, String> tag : tags().entrySet()) {
      String key = TemplateTerms.plainOrQuoted(tag.getKey());
      list.append(list.isEmpty() ? "Tags:\n" : "");
      list.append("  - Key: " + key + "\n    Value: " + tag.getValue() + "\n");
    }
    return list.toString();
  }

  private String tagMap() {
    StringBuilder map = new StringBuilder();
    for (Map.Entry<String, String> tag : tags().entrySet()) {
      map.append(map.isEmpty() ? "Tags:\n" : "");
      map.append("  " + TemplateTerms.plainOrQuoted(tag.getKey()) + ": " + tag.getValue() + "\n");
    }
    return map.toString();
  }

  /** Whether the account's role is always set, so that nothing decides whether it is. */
  private boolean needsRoleArn() {
    return request.setsRole() && requirements.role().setByStack();
  }

  private String accountCondition() {
    if (request.createsRole()) {
      return "SetsAccountRole: !Equals [!Ref CreateAccountRole, \"true\"]";
    }
    return request.setsRole() && !needsRoleArn()
        ? "SetsAccountRole: !Not [!Equals [!Ref AccountRoleArn, \"\"]]"
        : "";
  }

  private String account() {
    if (request.createsRole()) {
      return part("account-role.yaml").with("tags", tagList()).text();
    }
    return request.setsRole()
        ? part("account-arn.yaml")
            .with("condition", needsRoleArn() ? "" : "Condition: SetsAccountRole")
            .text()
        : "";
  }

  private String alarms() {
    String client = "Too many errors of callers in five minutes.";
    String server = "Too many errors of the API in five minutes.";
    List<String> alarms = new ArrayList<>();
    alarms.add(alarm("ClientErrors", client, api.clientErrors(), "ClientErrorThreshold"));
    alarms.add(alarm("ServerErrors", server, api.serverErrors(), "ServerErrorThreshold"));
    if (api == ScaffoldApi.WEBSOCKET) {
      String integration = "Too many errors of integrations in five minutes.";
      alarms.add(
          alarm("IntegrationErrors", integration, "IntegrationError", "ServerErrorThreshold"));
    }
    return String.join("\n", alarms);
  }

  private String alarm(String name, String description, String metric, String threshold) {
    boolean rest = api == ScaffoldApi.REST;
    return part("alarm.yaml")
        .with("name", name)
        .with("description", description)
        .with("metric", metric)
        .with("dimension", rest ? "ApiName" : "ApiId")
        .with("dimension-value", rest ? "ApiName" : "Api")
        .with("threshold", threshold)
        .with("tags", tagList())
        .text();
  }
}
