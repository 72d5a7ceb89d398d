package dev.iacguard.core.model;

import java.util.List;

/** Looks at a CloudFormation template in a string, without reading it. */
public final class TemplateText {
  private static final List<String> OF_INTEREST =
      List.of("AWS::ApiGateway", "AWS::Serverless", "AWS::CloudFormation::Stack", "::MODULE");

  private TemplateText() {}

  /** False for a template that makes no stages and deploys no other template. */
  public static boolean mayHoldStages(String template) {
    return OF_INTEREST.stream().anyMatch(template::contains);
  }
}
