package dev.iacguard.core.scaffold;

/** The names of the construct for each kind of API. */
final class CdkNames {
  private CdkNames() {}

  static String construct(ScaffoldApi api) {
    return switch (api) {
      case REST -> "LoggedRestApi";
      case HTTP -> "LoggedHttpApi";
      case WEBSOCKET -> "LoggedWebSocketApi";
    };
  }

  /** The name of its file, without extension. */
  static String file(ScaffoldApi api) {
    return "logged-" + api.folder() + "-api";
  }
}
