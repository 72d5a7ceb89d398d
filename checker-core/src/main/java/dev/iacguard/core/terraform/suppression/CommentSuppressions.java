package dev.iacguard.core.terraform.suppression;

import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Comment;
import dev.iacguard.core.hcl.HclFile;
import dev.iacguard.core.model.InlineSuppression;
import dev.iacguard.core.model.InlineSuppressionText;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ignore comments of a file in native syntax. One behind code speaks for the block or
 * attribute that starts on its line, one above code for what starts there, and where nothing starts
 * for the line alone.
 */
final class CommentSuppressions {
  private final HclFile read;
  private final SourceFile file;
  private final String text;

  /** A piece without code that was passed last. */
  private int passedFrom = -1;

  private int passedTo = -1;

  CommentSuppressions(HclFile read) {
    this.read = read;
    this.file = read.file();
    this.text = read.file().text();
  }

  List<InlineSuppression> all() {
    List<InlineSuppression> inlineSuppressions = new ArrayList<>();
    for (Comment comment : read.comments()) {
      boolean block = text.startsWith("/*", comment.start());
      int end = block && comment.end() >= comment.start() + 4 ? comment.end() - 2 : comment.end();
      int at = text.indexOf(InlineSuppressionText.START, comment.start());
      while (at >= 0 && at < end) {
        int next = text.indexOf(InlineSuppressionText.START, at + 1);
        int stop = next < 0 || next > end ? end : next;
        if (startsRemark(at)) {
          String words = text.substring(at, stop).strip();
          Span place = file.span(at, at + words.length());
          inlineSuppressions.add(InlineSuppressionText.read(words, place, covered(comment)));
        }
        at = next;
      }
    }
    return inlineSuppressions;
  }

  /** False where a sentence merely speaks of exceptions. */
  private boolean startsRemark(int at) {
    int before = at - 1;
    while (text.charAt(before) == ' ' || text.charAt(before) == '\t') {
      before--;
    }
    return "#/*\n".indexOf(text.charAt(before)) >= 0;
  }

  private Span covered(Comment comment) {
    int line = text.lastIndexOf('\n', comment.start() - 1) + 1;
    int code = code(line);
    if (code >= comment.start()) {
      code = code(comment.end());
      line = text.lastIndexOf('\n', code - 1) + 1;
    }
    int newline = text.indexOf('\n', code);
    int end = newline < 0 ? text.length() : newline;
    BodyItem item = first(read.body().items(), line, end);
    return item == null ? file.span(line, end) : item.span(file);
  }

  /** The first code from there on: neither space nor comment; the end when there is none. */
  private int code(int from) {
    if (from >= passedFrom && from <= passedTo) {
      return passedTo;
    }
    int at = from;
    int ahead = commentBehind(from);
    while (at < text.length()) {
      Comment comment = ahead < read.comments().size() ? read.comments().get(ahead) : null;
      if (comment != null && comment.start() <= at) {
        at = Math.max(at, comment.end());
        ahead++;
      } else if (text.charAt(at) <= ' ') {
        at++;
      } else {
        break;
      }
    }
    passedFrom = from;
    passedTo = at;
    return at;
  }

  /** The index of the first comment that ends behind an offset. */
  private int commentBehind(int offset) {
    int low = 0;
    int high = read.comments().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (read.comments().get(middle).end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The outermost item that starts between two offsets. */
  private static @Nullable BodyItem first(List<BodyItem> items, int from, int to) {
    int low = 0;
    int high = items.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (items.get(middle).end() > from) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    BodyItem item = low < items.size() ? items.get(low) : null;
    if (item != null && item.start() < from && item instanceof BodyItem.Block block) {
      return first(block.body().items(), from, to);
    }
    return item != null && item.start() >= from && item.start() < to ? item : null;
  }
}
