package dev.iacguard.rules.export;

/** The template that turns on a Guard hook of CloudFormation. */
final class GuardHook {
  static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Description: Refuses API Gateway stages whose access logging does not comply with the policy.
      Parameters:
        RulesBucket:
          Type: String
          Description: Bucket that holds the rules.
        RulesKey:
          Type: String
          Default: access-logs.guard
        FailureMode:
          Type: String
          Default: WARN
          AllowedValues: [WARN, FAIL]
          Description: FAIL refuses a resource, WARN only says so.
      Resources:
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: {Service: hooks.cloudformation.amazonaws.com}
                  Action: sts:AssumeRole
                  Condition:
                    StringEquals: {"aws:SourceAccount": !Ref AWS::AccountId}
            Policies:
              - PolicyName: read-rules
                PolicyDocument:
                  Version: "2012-10-17"
                  Statement:
                    - Effect: Allow
                      Action: s3:GetObject
                      Resource: !Sub "arn:${AWS::Partition}:s3:::${RulesBucket}/${RulesKey}"
                    - Effect: Allow
                      Action: s3:ListBucket
                      Resource: !Sub "arn:${AWS::Partition}:s3:::${RulesBucket}"
        Hook:
          Type: AWS::CloudFormation::GuardHook
          Properties:
            Alias: IacGuard::AccessLogs::Stages
            ExecutionRole: !GetAtt Role.Arn
            FailureMode: !Ref FailureMode
            HookStatus: ENABLED
            RuleLocation:
              Uri: !Sub "s3://${RulesBucket}/${RulesKey}"
            TargetOperations: [RESOURCE]
            TargetFilters:
              Actions: [CREATE, UPDATE]
              InvocationPoints: [PRE_PROVISION]
              TargetNames: [AWS::ApiGateway::Stage, AWS::ApiGatewayV2::Stage]
      """;

  private GuardHook() {}
}
