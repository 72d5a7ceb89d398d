package dev.iacguard.core.cloudformation.file;

import dev.iacguard.core.cloudformation.template.Node;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares pieces of templates by their content, not by how they are written. {@code aws
 * cloudformation package} and {@code sam package} change nothing but the places of what they
 * upload.
 */
final class NodeComparison {
  private static final Set<String> LOCATION_KEYS =
      Set.of("S3Bucket", "S3Key", "S3ObjectVersion", "Bucket", "Key", "Version", "ObjectVersion");

  private boolean packaged;

  /** Whether both say the same. */
  static boolean same(Node one, Node other) {
    NodeComparison comparison = new NodeComparison();
    return comparison.alike(one, other) && !comparison.packaged;
  }

  /** Whether the copy says the same, but for one uploaded file or more. */
  static boolean isPackaged(Node original, Node copy) {
    NodeComparison comparison = new NodeComparison();
    return comparison.alike(original, copy) && comparison.packaged;
  }

  private boolean alike(Node original, Node copy) {
    if (isUploaded(copy) && !isUploaded(original)) {
      packaged = true;
      return true;
    }
    return switch (original) {
      case Node.Scalar scalar -> copy instanceof Node.Scalar to && scalar.text().equals(to.text());
      case Node.Sequence list ->
          copy instanceof Node.Sequence to && alike(list.items(), to.items());
      case Node.Mapping mapping -> copy instanceof Node.Mapping to && alike(mapping, to);
      case Node.Unresolved lost -> false;
    };
  }

  private boolean alike(List<Node> originals, List<Node> copies) {
    Iterator<Node> copy = copies.iterator();
    return originals.size() == copies.size()
        && originals.stream().allMatch(original -> alike(original, copy.next()));
  }

  /** What tools write into {@code Metadata} does not count. Most pairs differ in their keys. */
  private boolean alike(Node.Mapping original, Node.Mapping copy) {
    for (Node.Entry before : original.entries()) {
      if (copy.entry(before.key()) == null && !isMetadata(before)) {
        return false;
      }
    }
    for (Node.Entry after : copy.entries()) {
      if (original.entry(after.key()) == null && !isMetadata(after)) {
        if (!isUploaded(after.value())) {
          return false;
        }
        packaged = true;
      }
    }
    for (Node.Entry before : original.entries()) {
      Node after = copy.get(before.key());
      if (after != null && !isMetadata(before) && !alike(before.key(), before.value(), after)) {
        return false;
      }
    }
    return true;
  }

  private boolean alike(String key, Node original, Node copy) {
    boolean attribute = key.equals("Fn::GetAtt");
    return alike(original, copy)
        || (attribute && (isSameAttribute(original, copy) || isSameAttribute(copy, original)));
  }

  /** {@code A.B} in place of a list is how tools write a list of two, and the other way round. */
  private static boolean isSameAttribute(Node one, Node other) {
    return one instanceof Node.Scalar text
        && other instanceof Node.Sequence list
        && list.items().stream().allMatch(Node.Scalar.class::isInstance)
        && text.text()
            .equals(
                list.items().stream()
                    .map(item -> ((Node.Scalar) item).text())
                    .collect(Collectors.joining(".")));
  }

  private static boolean isMetadata(Node.Entry entry) {
    return entry.key().equals("Metadata");
  }

  private static boolean isUploaded(Node node) {
    return switch (node) {
      case Node.Scalar text ->
          text.text().startsWith("s3://")
              || (text.text().startsWith("https://") && text.text().contains("s3"));
      case Node.Mapping mapping ->
          !mapping.entries().isEmpty()
              && (mapping.entry("S3Bucket") != null || mapping.entry("Bucket") != null)
              && (mapping.entry("S3Key") != null || mapping.entry("Key") != null)
              && LOCATION_KEYS.containsAll(names(mapping));
      default -> false;
    };
  }

  private static Set<String> names(Node.Mapping mapping) {
    return mapping.entries().stream().map(Node.Entry::key).collect(Collectors.toSet());
  }
}
