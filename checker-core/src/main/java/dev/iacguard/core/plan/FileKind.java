package dev.iacguard.core.plan;

/** The kinds of plan and state files. */
enum FileKind {
  /** What {@code terraform show -json} prints, of a plan or of a state. */
  SHOWN,
  /** A state as Terraform keeps it. */
  STATE,
  /** A plan as {@code terraform plan -out} saves it. */
  SAVED_PLAN,
  /** The messages that {@code terraform plan -json} prints while it runs. */
  MESSAGES,
  OTHER
}
