package dev.iacguard.core.hcl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a template. */
public sealed interface TemplatePart extends Node {

  /**
   * @param text unescaped
   * @param start where it was written, trimmed or not
   */
  record Text(String text, int start, int end) implements TemplatePart {}

  /** {@code ${expression}}. */
  record Interpolation(Expression expression, int start, int end) implements TemplatePart {}

  /** {@code %{if c}…%{else}…%{endif}}; without an else the last list is empty. */
  record If(
      Expression condition,
      List<TemplatePart> then,
      List<TemplatePart> otherwise,
      int start,
      int end)
      implements TemplatePart {}

  /** {@code %{for k, v in c}…%{endfor}}. */
  record For(
      @Nullable String keyName,
      String valueName,
      Expression collection,
      List<TemplatePart> body,
      int start,
      int end)
      implements TemplatePart {}
}
