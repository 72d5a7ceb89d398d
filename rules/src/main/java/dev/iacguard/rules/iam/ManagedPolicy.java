package dev.iacguard.rules.iam;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An IAM policy that AWS wrote, as far as it speaks of CloudWatch Logs.
 *
 * @param grants one for each of {@link #ACTIONS}
 * @param beyondLogs true when it allows any action outside CloudWatch Logs
 */
public record ManagedPolicy(String name, List<Effect> grants, boolean beyondLogs) {
  /** The one AWS made for the logging role. */
  public static final String PUSH = "AmazonAPIGatewayPushToCloudWatchLogs";

  /** The actions that API Gateway needs: those of {@link #PUSH}, version 1. */
  public static final List<String> ACTIONS =
      List.of(
          "logs:CreateLogGroup",
          "logs:CreateLogStream",
          "logs:DescribeLogGroups",
          "logs:DescribeLogStreams",
          "logs:PutLogEvents",
          "logs:GetLogEvents",
          "logs:FilterLogEvents");

  private static final String FILE = "managed-policies.tsv";

  /** What a policy does with an action. */
  public enum Effect {
    /** It allows it for every log group. */
    ALLOWED,
    /** It allows it for some log groups, or under a condition. */
    PARTLY,
    DENIED,
    NOT_MENTIONED
  }

  /** Read when one is first looked for. */
  private static final class Table {
    static final Map<String, ManagedPolicy> BY_NAME = read();
  }

  /**
   * Null for a policy of which nothing is known.
   *
   * @param name without partition and path: {@code AdministratorAccess}
   */
  public static @Nullable ManagedPolicy named(String name) {
    return Table.BY_NAME.get(name);
  }

  /** True when it allows all of {@link #ACTIONS} for every log group. */
  public boolean allowsAll() {
    return grants.stream().allMatch(Effect.ALLOWED::equals);
  }

  private static Map<String, ManagedPolicy> read() {
    try (InputStream file =
        Objects.requireNonNull(ManagedPolicy.class.getResourceAsStream(FILE), FILE)) {
      Map<String, ManagedPolicy> policies = new HashMap<>();
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          String[] columns = line.split("\t", -1);
          List<Effect> grants = columns[1].chars().mapToObj(ManagedPolicy::effect).toList();
          policies.put(
              columns[0], new ManagedPolicy(columns[0], grants, columns[2].equals("beyond")));
        }
      }
      return policies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Effect effect(int letter) {
    return switch (letter) {
      case 'A' -> Effect.ALLOWED;
      case 's' -> Effect.PARTLY;
      case 'D' -> Effect.DENIED;
      default -> Effect.NOT_MENTIONED;
    };
  }
}
