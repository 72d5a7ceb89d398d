package dev.iacguard.core.deployed;

import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Recognises exports by their first bytes. */
final class ExportSniff {
  private static final int HEAD = 4096;

  /** Names that an answer has near its start, all of one row. */
  private static final List<List<String>> ANSWERS =
      List.of(
          List.of(Answer.MARK),
          List.of("configurationItems"),
          List.of("configSnapshotId"),
          List.of("baseConfigurationItems", "resourceType"),
          List.of("BaseConfigurationItems", "resourceType"),
          List.of("ConfigurationItem", "resourceType"),
          List.of("Results", "\\\""),
          List.of("items", "id", "name", "apiKeySource"),
          List.of("item", "deploymentId", "stageName"),
          List.of("Items", "ApiId", "ProtocolType"),
          List.of("Items", "StageName", "RouteSettings"),
          List.of("logGroups", "logGroupName", "arn"),
          List.of("metricFilters", "metricTransformations", "logGroupName"),
          List.of("MetricAlarms", "AlarmName", "AlarmArn"),
          List.of("DeliveryStreamDescription", "DeliveryStreamARN"),
          List.of("throttleSettings", "apiKeyVersion"),
          List.of("Role", "AssumeRolePolicyDocument", "RoleId"),
          List.of("RoleName", "PolicyName", "PolicyDocument"));

  private ExportSniff() {}

  /** Whether a file of that name is looked at to see if it is an export. */
  static boolean hasRightName(String path) {
    String name = Paths.name(path).toLowerCase(Locale.ROOT);
    return name.endsWith(".json") || name.endsWith(".json.gz") || name.endsWith(".ndjson");
  }

  static boolean isExport(SourceTree tree, String path) {
    String text = withoutMark(new String(head(tree, path), StandardCharsets.ISO_8859_1));
    return text.startsWith("{") && ANSWERS.stream().anyMatch(names -> hasAll(text, names));
  }

  /**
   * The text of any encoding that JSON has, as far as it is ASCII: PowerShell writes what a program
   * prints in UTF-16, or with a mark in front.
   */
  private static String withoutMark(String bytes) {
    String text = bytes.replace("\0", "");
    for (String mark : List.of("\u00EF\u00BB\u00BF", "\u00FF\u00FE", "\u00FE\u00FF")) {
      text = text.startsWith(mark) ? text.substring(mark.length()) : text;
    }
    return text.stripLeading();
  }

  private static boolean hasAll(String text, List<String> names) {
    // The first of them is the first name of the object, unless it is unmistakable by itself.
    String first = quoted(names.get(0));
    return (names.size() == 1
            ? text.contains(first)
            : text.substring(1).stripLeading().startsWith(first))
        && names.stream().allMatch(text::contains);
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static byte[] head(SourceTree tree, String path) {
    byte[] head = tree.head(path, HEAD);
    if (!PackedStream.isPacked(head)) {
      return head;
    }
    try (PackedStream packed = PackedStream.open(new ByteArrayInputStream(head))) {
      return packed.readNBytes(HEAD);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
