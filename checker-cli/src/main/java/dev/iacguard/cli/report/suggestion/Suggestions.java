package dev.iacguard.cli.report.suggestion;

import dev.iacguard.cli.report.GroupedFinding;
import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.report.Report;
import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.EditSet;
import dev.iacguard.core.engine.ReportedFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edits that fix findings, as reports give them to other programs. */
public final class Suggestions {
  private Suggestions() {}

  /**
   * What fixes every finding of a group. Null when there is a finding without edits, when those of
   * two clash, or when a report cannot give them exactly: what could command a program that shows
   * it is not passed on.
   */
  public static @Nullable EditSet of(GroupedFinding group, Report report) {
    EditSet all = new EditSet();
    for (ReportedFinding member : group.members()) {
      @Nullable List<Edit> own = report.edits().get(member.fingerprint());
      if (own == null || !own.stream().allMatch(Suggestions::isHarmless) || !all.add(own)) {
        return null;
      }
    }
    return all;
  }

  private static boolean isHarmless(Edit edit) {
    return isHarmless(edit.text());
  }

  static boolean isHarmless(String code) {
    String text = code.replace("\r\n", "\n");
    return Printable.paragraphs(text).equals(text);
  }
}
