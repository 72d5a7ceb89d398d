package dev.iacguard.rules.export;

import java.util.List;
import java.util.stream.Collectors;

/** The page beside an exported policy: how to use it, and what it keeps of each rule. */
final class ExportReadme {
  private ExportReadme() {}

  static String config(List<Kept> kept, List<String> environments) {
    return """
        # Access logging policy for AWS Config

        Custom policy rules that AWS Config evaluates for every API Gateway stage it records. Use one of:

        ```
        aws configservice put-conformance-pack --conformance-pack-name access-logs --template-body file://conformance-pack.yaml
        terraform apply
        ```

        AWS Config has to record `AWS::ApiGateway::Stage` and `AWS::ApiGatewayV2::Stage`. To try the rules
        on saved items: `cfn-guard validate --rules . --data items`.
        """
        + table(kept, environments);
  }

  static String hook(List<Kept> kept, List<String> environments) {
    return """
        # Access logging policy as a Guard hook

        A hook that CloudFormation asks before it creates or changes an API Gateway stage:

        ```
        aws s3 cp access-logs.guard s3://BUCKET/access-logs.guard
        aws cloudformation deploy --stack-name access-logs-hook --template-file hook.yaml \\
          --capabilities CAPABILITY_IAM --parameter-overrides RulesBucket=BUCKET
        ```

        It warns. With `FailureMode=FAIL` it refuses the stage. The rules are for single resources, whose
        values CloudFormation has resolved, not for whole templates.
        """
        + table(kept, environments);
  }

  static String controlPolicy(List<Kept> kept, List<String> environments) {
    return """
        # Access logging policy as a service control policy

        Denies requests that create or change API Gateway stages against the policy:

        ```
        aws organizations create-policy --type SERVICE_CONTROL_POLICY --name access-logs \\
          --description "API Gateway access logs" --content file://scp.json
        ```

        Try it on one account first. A REST stage is created without access log settings; a second request
        adds them. So its creation cannot be denied, only settings that do not comply. Stages that
        `import` or quick create make are not asked.
        """
        + table(kept, environments);
  }

  private static String table(List<Kept> kept, List<String> environments) {
    String rows = kept.stream().map(Kept::row).collect(Collectors.joining());
    String left =
        environments.isEmpty()
            ? ""
            : "\nThe environments of the policy are not kept ("
                + String.join(", ", environments)
                + "): the rules are those for all stages.\n";
    return """

        ## What is kept

        | Rule | | Kept | What is left out | AWS Security Hub |
        |---|---|---|---|---|
        """
        + rows
        + left;
  }
}
