package dev.iacguard.core.engine.fix;

/** Which access log lines of other stages new stages follow. */
enum Following {
  /** JSON objects: metric filters and queries can name their members. */
  OBJECTS,

  /** Lines of words, too. */
  ALL,

  /** None; the policy alone says what is logged. */
  NONE
}
