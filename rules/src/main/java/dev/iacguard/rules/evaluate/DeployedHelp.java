package dev.iacguard.rules.evaluate;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Verdict;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what to do about something that is deployed: a call of the AWS CLI, where one does it. What
 * only the user knows is in capitals.
 */
public final class DeployedHelp {
  private static final Pattern STAGE = Pattern.compile("(restapis|apis)/([^/]+)/stages/([^/]+)");
  private static final Pattern LOG_GROUP = Pattern.compile("log-group:(.+)");
  private static final Pattern STREAM = Pattern.compile("deliverystream/(.+)");
  private static final Pattern DAYS = Pattern.compile("\\d+");

  /** What no shell takes for anything else. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./#-]{1,512}");

  private DeployedHelp() {}

  /** The finding with the help for its rule; the same where the rule has no call. */
  public static Finding of(Verdict verdict, Finding finding) {
    String id = verdict.subject().id();
    Matcher stage = STAGE.matcher(id);
    if (stage.matches()) {
      String call = ofStage(verdict.rule().id(), stage.group(1), stage.group(2), stage.group(3));
      return call.isEmpty() ? finding : finding.helped(call.formatted(finding.help()));
    }
    Matcher group = LOG_GROUP.matcher(id);
    if (group.matches()) {
      return ofLogGroup(verdict.rule().id(), group.group(1), finding);
    }
    Matcher stream = STREAM.matcher(id);
    if (stream.matches() && verdict.rule().id().equals("IG203")) {
      return finding.helped(
          "run: aws firehose tag-delivery-stream --delivery-stream-name "
              + word(stream.group(1), "NAME")
              + " --tags Key=KEY,Value=VALUE");
    }
    return verdict.rule().id().equals("IG301")
        ? finding.helped(
            "run: aws apigateway update-account --patch-operations"
                + " op=replace,path=/cloudwatchRoleArn,value=ROLE_ARN")
        : finding;
  }

  /** With a place for the help of the rule; empty where there is no call. */
  private static String ofStage(String rule, String kind, String api, String name) {
    boolean rest = kind.equals("restapis");
    String update =
        rest
            ? "run: aws apigateway update-stage --rest-api-id "
            : "run: aws apigatewayv2 update-stage --api-id ";
    String settings =
        update
            + word(api, "API_ID")
            + " --stage-name "
            + word(name, "STAGE")
            + (rest
                ? " --patch-operations op=replace,path=/accessLogSettings/destinationArn,value="
                    + "LOG_GROUP_ARN op=replace,path=/accessLogSettings/format,value=FORMAT"
                : " --access-log-settings DestinationArn=LOG_GROUP_ARN,Format=FORMAT");
    return switch (rule) {
      case "IG101", "IG103" -> settings;
      case "IG104", "IG105", "IG106", "IG107", "IG108" -> "%s; then " + settings;
      case "IG109" ->
          "run: aws "
              + (rest ? "apigateway" : "apigatewayv2")
              + " tag-resource --resource-arn arn:aws:apigateway:REGION::/"
              + kind
              + "/"
              + word(api, "API_ID")
              + "/stages/"
              + word(name, "STAGE")
              + " --tags KEY=VALUE";
      case "IG110" ->
          update
              + word(api, "API_ID")
              + " --stage-name "
              + word(name, "STAGE")
              + (rest
                  ? " --patch-operations 'op=replace,path=/*/*/logging/dataTrace,value=false'"
                  : " --default-route-settings DataTraceEnabled=false");
      default -> "";
    };
  }

  private static Finding ofLogGroup(String rule, String name, Finding finding) {
    String group = " --log-group-name " + word(name, "NAME");
    return switch (rule) {
      case "IG201", "IG202" -> {
        Matcher days = DAYS.matcher(finding.help());
        yield days.find()
            ? finding.helped(
                "run: aws logs put-retention-policy"
                    + group
                    + " --retention-in-days "
                    + days.group())
            : finding;
      }
      case "IG203" ->
          finding.helped(
              "run: aws logs tag-resource --resource-arn arn:aws:logs:REGION:ACCOUNT:log-group:"
                  + word(name, "NAME")
                  + " --tags KEY=VALUE");
      case "IG206" ->
          finding.helped("run: aws logs associate-kms-key" + group + " --kms-key-id KEY_ARN");
      default -> finding;
    };
  }

  /** Names come from the export: one that a shell may read otherwise is left to the user. */
  private static String word(String name, String otherwise) {
    return name.equals("$default")
        ? "'$default'"
        : PLAIN.matcher(name).matches() ? name : otherwise;
  }
}
