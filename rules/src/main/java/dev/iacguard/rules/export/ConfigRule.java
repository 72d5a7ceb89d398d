package dev.iacguard.rules.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A custom policy rule of AWS Config.
 *
 * @param resourceType whose items it evaluates
 * @param text in the language of Guard
 */
record ConfigRule(String name, String resourceType, String text) {

  static String conformancePack(List<ConfigRule> rules) {
    return "Resources:\n" + rules.stream().map(ConfigRule::resource).collect(Collectors.joining());
  }

  private String resource() {
    return """
          %s:
            Type: AWS::Config::ConfigRule
            Properties:
              ConfigRuleName: %s
              Scope:
                ComplianceResourceTypes: ["%s"]
              Source:
                Owner: CUSTOM_POLICY
                SourceDetails:
                  - {EventSource: aws.config, MessageType: ConfigurationItemChangeNotification}
                  - {EventSource: aws.config, MessageType: OversizedConfigurationItemChangeNotification}
                CustomPolicyDetails:
                  PolicyRuntime: guard-2.x.x
                  PolicyText: |
        %s"""
        .formatted(logicalId(), name, resourceType, text.stripTrailing().indent(12))
        .replaceAll("(?m)^ {12}$", "");
  }

  private String logicalId() {
    StringBuilder id = new StringBuilder();
    for (String word : name.split("-")) {
      id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return id.toString();
  }

  static String terraform(List<ConfigRule> rules) {
    return rules.stream().map(ConfigRule::block).collect(Collectors.joining("\n"));
  }

  private String block() {
    return """
        resource "aws_config_config_rule" "%s" {
          name = "%s"

          scope {
            compliance_resource_types = ["%s"]
          }

          source {
            owner = "CUSTOM_POLICY"

            source_detail {
              message_type = "ConfigurationItemChangeNotification"
            }

            source_detail {
              message_type = "OversizedConfigurationItemChangeNotification"
            }

            custom_policy_details {
              policy_runtime = "guard-2.x.x"
              policy_text    = file("${path.module}/%s.guard")
            }
          }
        }
        """
        .formatted(name.replace('-', '_'), name, resourceType, name);
  }
}
