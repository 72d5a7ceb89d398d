package dev.iacguard.core.cloudformation;

/** How far a template is followed. What goes beyond is a problem or an unknown, never an error. */
final class Limits {
  /** Characters of a template; CloudFormation itself takes 1 MB at most. */
  static final int TEMPLATE = 32 << 20;

  /** Sequences and mappings inside one another. */
  static final int NESTING = 100;

  /** Scalars, sequences and mappings of a file. */
  static final int ELEMENTS = 2_000_000;

  /** Elements that aliases and merge keys may add to a file. */
  static final int EXPANSION = 1_000_000;

  /** Elements that loops may make in one template; CloudFormation takes 500 resources. */
  static final int LOOP_COPIES = 200_000;

  /** Stacks inside one another. */
  static final int NESTED_STACKS = 20;

  /** Conditions that refer to one another, and functions inside functions through parameters. */
  static final int DEPTH = 150;

  /** Nodes that are evaluated for one property. */
  static final int STEPS = 1_000_000;

  /** Characters of a text that functions put together. */
  static final int TEXT = 1 << 20;

  /** Alternatives of one value. */
  static final int ALTERNATIVES = 64;

  /** Parts of one condition. */
  static final int CONDITION_PARTS = 500;

  private Limits() {}
}
