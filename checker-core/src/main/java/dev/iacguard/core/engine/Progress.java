package dev.iacguard.core.engine;

/** Receives how far a run has got, from one thread at a time. */
public interface Progress {
  Progress SILENT =
      new Progress() {
        @Override
        public void judging(String stack, int number, int of) {}

        @Override
        public void done() {}
      };

  /**
   * @param number 1-based
   */
  void judging(String stack, int number, int of);

  void done();
}
