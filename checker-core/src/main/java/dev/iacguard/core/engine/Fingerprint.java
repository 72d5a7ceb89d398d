package dev.iacguard.core.engine;

import dev.iacguard.core.model.Sha256;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Computes the stable identity of a finding: from rule, stack and subject, never from the line, and
 * the same from every working directory.
 */
final class Fingerprint {
  private static final int BYTES = 16;

  private final UnaryOperator<String> inTree;
  private final Map<String, String> stacks = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Sha256 sha256 = new Sha256();
  private final @Nullable KnownFingerprints known;

  /**
   * @param known those of a tree that is judged again and again; null for a tree judged once
   */
  Fingerprint(UnaryOperator<String> inTree, @Nullable KnownFingerprints known) {
    this.inTree = inTree;
    this.known = known;
  }

  /** To be asked in the order of the findings: a rule's second finding on one subject counts. */
  String of(Verdict verdict) {
    String key = known == null ? key(verdict) : known.key(verdict, () -> key(verdict));
    int number = seen.merge(key, 1, Integer::sum);
    String counted = number == 1 ? key : key + "\0" + number;
    return known == null ? hash(counted) : known.of(counted, this::hash);
  }

  private String hash(String key) {
    return sha256.hex(key, BYTES);
  }

  private String key(Verdict verdict) {
    Subject subject = verdict.subject();
    String stack = stacks.computeIfAbsent(subject.stack(), inTree);
    // What a stack as a whole is judged for bears the stack's name.
    String id = subject.id().equals(subject.stack()) ? stack : subject.id();
    return String.join("\0", verdict.rule().id(), stack, subject.kind(), id);
  }
}
