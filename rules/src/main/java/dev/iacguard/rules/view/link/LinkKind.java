package dev.iacguard.rules.view.link;

/** The kinds of resources that access logging refers to by ARN. */
public enum LinkKind {
  LOG_GROUP("logs", "log-group:", "log group"),
  DELIVERY_STREAM("firehose", "deliverystream/", "Firehose stream"),
  ROLE("iam", "role/", "role"),
  MANAGED_POLICY("iam", "policy/", "policy");

  private final String service;
  private final String marker;
  private final String prose;

  LinkKind(String service, String marker, String prose) {
    this.service = service;
    this.marker = marker;
    this.prose = prose;
  }

  /** The service in its ARN. */
  String service() {
    return service;
  }

  /** What stands before the name in its ARN. */
  String marker() {
    return marker;
  }

  public String prose() {
    return prose;
  }
}
