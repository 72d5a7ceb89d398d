package dev.iacguard.core.rule;

import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.source.Span;

/**
 * What several findings have in common: fixing or deciding it once answers all of them, so reports
 * for people show them as one.
 *
 * @param key equal for findings with the same cause, whatever their rules and stacks
 * @param text names the cause, as a sentence without a full stop; empty where the first finding
 *     says it
 * @param leads true for the finding that is the cause itself, where others follow from it
 */
public record RootCause(String key, String text, boolean leads) {

  /** A value that has a name: the same name means the same value in one module or template. */
  public static RootCause named(String text, Origin origin) {
    return new RootCause(text + '\0' + scope(origin.written().path()), text, false);
  }

  /** Something that has no name, at one place of the code. */
  public static RootCause at(String what, String text, Span place) {
    return new RootCause(key(what, place), text, false);
  }

  /** What findings of one module or template share. */
  public static RootCause inModule(String what, Span place) {
    return new RootCause(what + '\0' + scope(place.path()), "", false);
  }

  /** What is the same for the whole tree. */
  public static RootCause inTree(String what) {
    return new RootCause(what, "", false);
  }

  /** The same cause, for the finding that says what it is. */
  public RootCause leading() {
    return new RootCause(key, text, true);
  }

  private static String key(String what, Span place) {
    return what + '\0' + place.path() + '\0' + place.start() + '\0' + place.end();
  }

  /** A module of Terraform is a directory; a template, a plan or a state is a file. */
  private static String scope(String path) {
    return ConfigNames.isSource(path) ? path.substring(0, path.lastIndexOf('/') + 1) : path;
  }
}
