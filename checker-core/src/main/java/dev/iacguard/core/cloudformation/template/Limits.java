package dev.iacguard.core.cloudformation.template;

/**
 * The limits on reading a template. What goes beyond is a problem or an unknown, never an error.
 */
public final class Limits {
  /** Characters of a template; CloudFormation itself takes 1 MB at most. */
  static final int TEMPLATE = 32 << 20;

  /** Sequences and mappings inside one another. */
  static final int NESTING = 100;

  /** Scalars, sequences and mappings of a file. */
  public static final int ELEMENTS = 2_000_000;

  /** Elements that aliases and merge keys may add to a file. */
  static final int EXPANSION = 1_000_000;

  /** Elements that loops may make in one template; CloudFormation takes 500 resources. */
  public static final int LOOP_COPIES = 200_000;

  /** Stacks inside one another. */
  public static final int NESTED_STACKS = 20;

  /** Conditions that refer to one another, and functions inside functions through parameters. */
  public static final int DEPTH = 150;

  /** Nodes that are evaluated for one property. */
  public static final int STEPS = 1_000_000;

  /** Characters of a text that functions put together. */
  public static final int TEXT = 1 << 20;

  /** Alternatives of one value. */
  public static final int ALTERNATIVES = 64;

  /** Parts of one condition. */
  public static final int CONDITION_PARTS = 500;

  private Limits() {}
}
