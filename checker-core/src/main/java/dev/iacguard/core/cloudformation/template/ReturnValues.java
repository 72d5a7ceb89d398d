package dev.iacguard.core.cloudformation.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that {@code Fn::GetAtt} takes of APIs, of what access logs go to and of what they
 * are written with. From the resource schemas of CloudFormation (us-east-1, as of cfn-lint 1.51).
 */
public final class ReturnValues {
  private static final String VENDOR = "AWS::";

  /**
   * A type and its attributes a line, without the vendor; what does not fit is on a second line.
   */
  private static final String TABLE =
      """
      ApiGateway::Account Id
      ApiGateway::ApiKey APIKeyId
      ApiGateway::Authorizer AuthorizerId
      ApiGateway::BasePathMapping
      ApiGateway::BasePathMappingV2 BasePathMappingArn
      ApiGateway::ClientCertificate ClientCertificateId
      ApiGateway::Deployment DeploymentId
      ApiGateway::DocumentationPart DocumentationPartId
      ApiGateway::DocumentationVersion
      ApiGateway::DomainName DistributionDomainName DistributionHostedZoneId DomainNameArn
      ApiGateway::DomainName RegionalDomainName RegionalHostedZoneId
      ApiGateway::DomainNameAccessAssociation DomainNameAccessAssociationArn
      ApiGateway::DomainNameV2 DomainNameArn DomainNameId
      ApiGateway::GatewayResponse Id
      ApiGateway::Method
      ApiGateway::Model
      ApiGateway::RequestValidator RequestValidatorId
      ApiGateway::Resource ResourceId
      ApiGateway::RestApi RestApiId RootResourceId
      ApiGateway::Stage
      ApiGateway::UsagePlan Id
      ApiGateway::UsagePlanKey Id
      ApiGateway::VpcLink VpcLinkId
      ApiGatewayV2::Api ApiEndpoint ApiId
      ApiGatewayV2::ApiGatewayManagedOverrides Id
      ApiGatewayV2::ApiMapping ApiMappingId
      ApiGatewayV2::Authorizer AuthorizerId
      ApiGatewayV2::Deployment DeploymentId
      ApiGatewayV2::DomainName DomainNameArn RegionalDomainName RegionalHostedZoneId
      ApiGatewayV2::Integration IntegrationId
      ApiGatewayV2::IntegrationResponse IntegrationResponseId
      ApiGatewayV2::Model ModelId
      ApiGatewayV2::Route RouteId
      ApiGatewayV2::RouteResponse RouteResponseId
      ApiGatewayV2::RoutingRule RoutingRuleArn RoutingRuleId
      ApiGatewayV2::Stage Id
      ApiGatewayV2::VpcLink VpcLinkId
      IAM::AccessKey Id SecretAccessKey
      IAM::Group Arn
      IAM::GroupPolicy
      IAM::InstanceProfile Arn
      IAM::ManagedPolicy AttachmentCount CreateDate DefaultVersionId IsAttachable
      IAM::ManagedPolicy PermissionsBoundaryUsageCount PolicyArn PolicyId UpdateDate
      IAM::OIDCProvider Arn
      IAM::Policy Id
      IAM::Role Arn RoleId
      IAM::RolePolicy
      IAM::SAMLProvider Arn SamlProviderUUID
      IAM::ServerCertificate Arn
      IAM::ServiceLinkedRole RoleName
      IAM::User Arn
      IAM::UserPolicy
      IAM::UserToGroupAddition Id
      IAM::VirtualMFADevice SerialNumber
      KinesisFirehose::DeliveryStream Arn
      Logs::AccountPolicy AccountId
      Logs::Delivery Arn DeliveryDestinationType DeliveryId
      Logs::DeliveryDestination Arn
      Logs::DeliverySource Arn ResourceArns Service
      Logs::Destination Arn
      Logs::Integration IntegrationStatus
      Logs::LogAnomalyDetector AnomalyDetectorArn AnomalyDetectorStatus CreationTimeStamp
      Logs::LogAnomalyDetector LastModifiedTimeStamp
      Logs::LogGroup Arn
      Logs::LogStream
      Logs::MetricFilter
      Logs::QueryDefinition QueryDefinitionId
      Logs::ResourcePolicy
      Logs::ScheduledQuery CreationTime LastExecutionStatus LastTriggeredTime
      Logs::ScheduledQuery LastUpdatedTime ScheduledQueryArn
      Logs::SubscriptionFilter
      Logs::Transformer
      """;

  private static final Map<String, List<String>> BY_TYPE = byType();

  private ReturnValues() {}

  /** All attributes of resources of a type; null when they are not known here. */
  public static @Nullable List<String> of(String type) {
    return type.startsWith(VENDOR) ? BY_TYPE.get(type.substring(VENDOR.length())) : null;
  }

  private static Map<String, List<String>> byType() {
    Map<String, List<String>> all = new HashMap<>();
    for (String line : TABLE.split("\n")) {
      String[] words = line.split(" ");
      List<String> attributes = all.computeIfAbsent(words[0], type -> new ArrayList<>());
      attributes.addAll(List.of(words).subList(1, words.length));
    }
    return all;
  }
}
