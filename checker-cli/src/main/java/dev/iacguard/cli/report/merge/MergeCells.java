package dev.iacguard.cli.report.merge;

import dev.iacguard.cli.merge.MergedStage;
import dev.iacguard.cli.report.StageRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A stage as the cells of a row; the names are those of the rows in NDJSON. */
final class MergeCells {
  static final List<String> HEAD =
      Stream.of(
              List.of("repository", "report", "team", "environment"),
              StageRow.COLUMNS,
              List.of("bytesPerRequest", "monthlyCost"))
          .flatMap(List::stream)
          .toList();

  private MergeCells() {}

  static List<@Nullable String> of(MergedStage stage) {
    List<@Nullable String> cells = new ArrayList<>();
    cells.add(stage.repository());
    cells.add(stage.report());
    cells.add(stage.team());
    cells.add(stage.environment());
    cells.add(stage.stack());
    cells.add(stage.id());
    cells.add(stage.stageName());
    cells.add(stage.kind());
    cells.add(stage.api());
    cells.add(stage.language());
    cells.add(stage.path());
    cells.add(Integer.toString(stage.line()));
    cells.add(stage.accessLog());
    cells.add(stage.format());
    cells.add(stage.format() == null ? null : String.join(" ", stage.fields()));
    cells.add(stage.logGroup());
    cells.add(stage.retention());
    cells.add(stage.retentionDays() == null ? null : stage.retentionDays().toString());
    cells.add(stage.accountRole());
    cells.add(stage.compliance().label());
    cells.add(String.join(" ", stage.rules()));
    cells.add(stage.bytes() == null ? null : stage.bytes().toString());
    cells.add(stage.monthlyCost() == null ? null : amount(stage.monthlyCost()));
    return cells;
  }

  /** Without an exponent, as spreadsheets read it. */
  private static String amount(double dollars) {
    return BigDecimal.valueOf(dollars).toPlainString();
  }
}
