package dev.iacguard.core.model;

import dev.iacguard.core.source.Span;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Counts the work that one stack takes and says when it is too much. The counts depend on the code
 * alone, never on time or on other stacks. Used by one thread at a time.
 */
public final class WorkBudget {
  /** The option that raises every bound. */
  public static final String OPTION = "--max-work";

  /** What is counted. */
  public enum Bound {
    /**
     * Expressions and nodes that are evaluated, what functions read, by its size, and each element
     * that they make.
     */
    STEPS("steps of evaluation", 2_000_000, 12_000_000),

    /** UTF-16 code units of the strings that functions and templates make. */
    TEXT("characters of computed strings", 64 << 20, 1L << 30),

    /** Resources, one for each instance, and those of nested stacks. */
    INSTANCES("resource instances", 50_000, 200_000),

    /** Nested stacks; an AWS account has 2,000 at most unless its quota is raised. */
    STACKS("nested stacks", 2_000, 10_000),

    /** Conditions that are asked for, each by the number of those it is compared with. */
    QUESTIONS("checks of open conditions", 30_000_000, 200_000_000),

    /** Operations, names and constants that evaluating the policy's own rules takes at most. */
    RULE_STEPS("steps of custom rules", 4_000_000, 12_000_000),

    /** Characters that reports say about the stack. */
    REPORT("characters of findings", 32 << 20, 64 << 20);

    private final String words;
    private final long ofStack;
    private final long ofRun;

    Bound(String words, long ofStack, long ofRun) {
      this.words = words;
      this.ofStack = ofStack;
      this.ofRun = ofRun;
    }
  }

  /** What may be held in memory grows with these. */
  private static final Set<Bound> HELD =
      EnumSet.of(Bound.STEPS, Bound.TEXT, Bound.INSTANCES, Bound.STACKS);

  /** The part of its bound beyond which a stack is one of those that are judged one at a time. */
  private static final int LARGE = 20;

  private final int factor;
  private final Semaphore large;
  private boolean isLarge;
  private final Map<Bound, Counter> used = new EnumMap<>(Bound.class);
  private final Map<Span, Problem> limits = new LinkedHashMap<>();

  /**
   * @param factor how many times the usual bounds are allowed; 1 or more
   */
  public WorkBudget(int factor) {
    this(factor, new Semaphore(1));
  }

  private WorkBudget(int factor, Semaphore large) {
    this.factor = factor;
    this.large = large;
    for (Bound bound : Bound.values()) {
      used.put(bound, new Counter());
    }
  }

  private static final class Counter {
    private long count;
  }

  /** The usual bounds. */
  public WorkBudget() {
    this(1);
  }

  /**
   * Counts the work; false when that is more than the stack may take. Waits when the stack turns
   * out to be large until no other large one is judged, so that memory holds only one of them.
   */
  public boolean charge(Bound bound, long amount) {
    Counter counter = counter(bound);
    long now = counter.count + amount;
    counter.count = now < 0 ? Long.MAX_VALUE : now;
    if (!isLarge && counter.count > bound.ofStack / LARGE && HELD.contains(bound)) {
      isLarge = true;
      large.acquireUninterruptibly();
    }
    return counter.count <= most(bound);
  }

  /** The stack is judged: nothing of it but its report is held any more. */
  public void end() {
    if (isLarge) {
      isLarge = false;
      large.release();
    }
  }

  /** Counts the work where the stack may take it; otherwise false, and nothing is counted. */
  public boolean chargeWithin(Bound bound, long amount) {
    return amount <= most(bound) - used(bound) && charge(bound, amount);
  }

  /** Notes a limit that was met, once for each place. */
  public void met(Problem limit) {
    limits.putIfAbsent(limit.at(), limit);
  }

  /** The limits that were met while judging, in the order they were met. */
  public List<Problem> limits() {
    return List.copyOf(limits.values());
  }

  /** True when more was charged than the stack may take. */
  public boolean isOver(Bound bound) {
    return used(bound) > most(bound);
  }

  /** How much was charged. */
  public long used(Bound bound) {
    return counter(bound).count;
  }

  private Counter counter(Bound bound) {
    return Objects.requireNonNull(used.get(bound));
  }

  private long most(Bound bound) {
    return bound.ofStack * factor;
  }

  /** Completes "the code asks for": the bound, and how to raise it. */
  public String exceeded(Bound bound) {
    return exceeded(bound, most(bound), "");
  }

  private String exceeded(Bound bound, long most, String where) {
    return "more than "
        + most
        + " "
        + bound.words
        + where
        + "; "
        + OPTION
        + " "
        + (factor + 1)
        + " allows more";
  }

  /** Adds up what the stacks of a run have taken. */
  public static final class Total {
    private final int factor;
    private final Map<Bound, Long> used = new EnumMap<>(Bound.class);
    private final Semaphore large = new Semaphore(1);

    /**
     * @param factor as of each stack
     */
    public Total(int factor) {
      this.factor = factor;
    }

    /** For one more stack of the run; {@link WorkBudget#end} must follow. */
    public WorkBudget forStack() {
      return new WorkBudget(factor, large);
    }

    /** Adds the work of one more stack. */
    public void add(WorkBudget stack) {
      for (Bound bound : Bound.values()) {
        used.merge(bound, Math.min(stack.used(bound), stack.most(bound)), Long::sum);
      }
    }

    /** What of the run's bounds is used up, in words; empty while nothing is. */
    public String exceeded() {
      for (Map.Entry<Bound, Long> entry : used.entrySet()) {
        Bound bound = entry.getKey();
        if (entry.getValue() > bound.ofRun * factor) {
          return new WorkBudget(factor)
              .exceeded(bound, bound.ofRun * factor, " in all stacks together");
        }
      }
      return "";
    }
  }
}
