package dev.iacguard.core.cloudformation.custom;

import dev.iacguard.core.model.Attributes;
import dev.iacguard.core.model.ProviderConfiguration;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import dev.iacguard.core.source.Span;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises custom resources by what they do, and gives those that do the same one type with the
 * same properties.
 */
public final class CustomResources {
  /** Sets {@code RetentionInDays} of the log group {@code LogGroupName}, as CDK names it. */
  static final String RETENTION = "Custom::LogRetention";

  /** Sets {@code RoleArn} as the role of the account, as the Serverless Framework names it. */
  static final String ACCOUNT_ROLE = "Custom::ApiGatewayAccountRole";

  /** Names the Region of the log group where that is not the Region of the stack. */
  private static final String LOG_GROUP_REGION = "LogGroupRegion";

  private CustomResources() {}

  /** A resource as it is known by what it does. */
  public record Recognised(String type, Attributes attributes) {}

  /**
   * @param type as it is written
   * @param attributes as they are written
   */
  public static Recognised of(String type, Attributes attributes) {
    if (!type.startsWith("Custom::") && !type.equals("AWS::CloudFormation::CustomResource")) {
      return new Recognised(type, attributes);
    }
    if (attributes.has("LogGroupName") && attributes.has("RetentionInDays")) {
      return attributes.has(LOG_GROUP_REGION)
          ? new Recognised(
              RETENTION, new Added(attributes, Map.of("region", attributes.get(LOG_GROUP_REGION))))
          : new Recognised(RETENTION, attributes);
    }
    SdkCall call = SdkCall.of(attributes);
    return call == null
        ? new Recognised(type, attributes)
        : new Recognised(call.type(), new Added(attributes, call.properties()));
  }

  /** Attributes with further ones that follow from them. */
  private record Added(Attributes written, Map<String, Value> more) implements Attributes {
    @Override
    public Set<String> names() {
      Set<String> names = new HashSet<>(written.names());
      names.addAll(more.keySet());
      return names;
    }

    @Override
    public Value get(String name) {
      Value added = more.get(name);
      return added == null ? written.get(name) : added;
    }

    @Override
    public Span writtenAt(String name) {
      Value added = more.get(name);
      return added == null ? written.writtenAt(name) : added.origin().written();
    }

    @Override
    public ValueMarks existence() {
      return written.existence();
    }

    @Override
    public ProviderConfiguration provider() {
      return written.provider();
    }

    @Override
    public Value.@Nullable Mapping stackTags() {
      return written.stackTags();
    }

    @Override
    public boolean hasAllStackTags() {
      return written.hasAllStackTags();
    }
  }
}
