package dev.iacguard.core.engine;

import dev.iacguard.core.model.Sha256;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Names a finding so that it is known again after the code around it has changed: by rule, stack
 * and subject, never by line, and the same from every current folder.
 */
final class Fingerprint {
  private static final int BYTES = 16;

  private final UnaryOperator<String> inTree;
  private final Map<String, String> stacks = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Sha256 sha256 = new Sha256();

  Fingerprint(UnaryOperator<String> inTree) {
    this.inTree = inTree;
  }

  /** To be asked in the order of the findings: a rule's second finding on one subject counts. */
  String of(Verdict verdict) {
    Subject subject = verdict.subject();
    String stack = stacks.computeIfAbsent(subject.stack(), inTree);
    // What a stack as a whole is judged for bears the stack's name.
    String id = subject.id().equals(subject.stack()) ? stack : subject.id();
    String key = String.join("\0", verdict.rule().id(), stack, subject.kind(), id);
    int number = seen.merge(key, 1, Integer::sum);
    return sha256.hex(number == 1 ? key : key + "\0" + number, BYTES);
  }
}
