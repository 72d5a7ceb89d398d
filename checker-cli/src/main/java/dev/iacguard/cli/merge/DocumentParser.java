package dev.iacguard.cli.merge;

import dev.iacguard.cli.merge.ReadReport.Kind;
import dev.iacguard.cli.report.Tally;
import dev.iacguard.core.model.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads one document of {@code check --format json} or {@code stages --format json}. */
final class DocumentParser {
  private static final String SCHEMA_VERSION = "1";

  /** What each takes until the merged report is written, beside its strings and lists. In bytes. */
  private static final int STAGE = 400;

  private static final int FINDING = 256;
  private static final int WAIVER = 256;

  private static final Set<String> UNREAD = Set.of(Problem.UNREADABLE, Problem.LIMIT);

  private final JsonIn json;
  private final String report;
  private final String fileRepository;
  private final GroupTags groupTags;
  private final KeptValues kept;

  private final Map<String, Long> counts = new HashMap<>();
  private final List<MergedStage> stages = new ArrayList<>();
  private final List<MergedFinding> findings = new ArrayList<>();
  private final List<Waiver> waivers = new ArrayList<>();
  private @Nullable Kind kind;
  private @Nullable String version;
  private @Nullable String source;
  private @Nullable LocalDate date;
  private @Nullable LogCosts cost;
  private boolean versioned;
  private boolean summed;
  private long unread;

  /**
   * @param fileRepository what the report is counted under when it names no repository
   */
  DocumentParser(
      JsonIn json, String report, String fileRepository, GroupTags groupTags, KeptValues kept) {
    this.json = json;
    this.report = report;
    this.fileRepository = fileRepository;
    this.groupTags = groupTags;
    this.kept = kept;
  }

  /**
   * @throws JsonIn.WrongShape when it is something else
   */
  ReadReport read() {
    json.object(this::member);
    if (!versioned || version == null || kind == null || !summed) {
      throw new JsonIn.WrongShape("it is not a report of 'check' or 'stages' as JSON");
    }
    return new ReadReport(
        report,
        "",
        kind,
        version,
        repository(),
        source != null,
        date,
        List.copyOf(stages),
        List.copyOf(findings),
        kind == Kind.STAGES ? Tallies.of(stages) : counted(),
        unread,
        List.copyOf(waivers),
        cost);
  }

  private void member(String name) {
    switch (name) {
      case "schemaVersion" -> schemaVersion();
      case "tool" -> json.object(this::tool);
      case "source" -> {
        if (kind == Kind.STAGES || summed) {
          throw new JsonIn.WrongShape("source: it is expected before stages and summary");
        }
        json.object(this::source);
      }
      case "stages" -> {
        kind = Kind.STAGES;
        json.array(
            () -> {
              kept.take(STAGE);
              stages.add(new StageParser(json, report, repository(), groupTags, kept).read());
            });
      }
      case "findings" -> {
        kind = kind == null ? Kind.CHECK : kind;
        json.array(this::finding);
      }
      case "problems" -> json.array(this::problem);
      case "summary" -> {
        summed = true;
        json.object(this::summary);
      }
      case "reports" ->
          throw new JsonIn.WrongShape(
              "it is a merged report; name the reports that it was made from");
      default -> json.skip();
    }
  }

  private void schemaVersion() {
    String written = String.valueOf(json.parser().getString());
    if (json.parser().currentToken() != JsonToken.VALUE_NUMBER_INT
        || !written.equals(SCHEMA_VERSION)) {
      throw new JsonIn.WrongShape(
          "it has another schemaVersion than "
              + SCHEMA_VERSION
              + "; create it again with this version of iac-guard");
    }
    versioned = true;
  }

  private void tool(String name) {
    switch (name) {
      case "name" -> {
        if (!json.text().equals("iac-guard")) {
          throw new JsonIn.WrongShape("it is not a report of iac-guard");
        }
      }
      case "version" -> version = json.text();
      default -> json.skip();
    }
  }

  private void source(String name) {
    switch (name) {
      case "repository" -> source = json.text();
      case "date" -> date = json.dateOrNull();
      default -> json.skip();
    }
  }

  private String repository() {
    return source == null ? fileRepository : source;
  }

  private void finding() {
    Map<String, String> texts = new HashMap<>();
    boolean[] suppressed = new boolean[1];
    json.object(
        name -> {
          switch (name) {
            case "rule", "severity", "verdict", "fingerprint" -> texts.put(name, json.text());
            case "suppressed" -> suppressed[0] = json.truth();
            default -> json.skip();
          }
        });
    for (String name : List.of("rule", "severity", "verdict", "fingerprint")) {
      if (!texts.containsKey(name)) {
        throw new JsonIn.WrongShape("a finding without " + name);
      }
    }
    kept.take(FINDING);
    findings.add(
        new MergedFinding(
            texts.getOrDefault("rule", ""),
            texts.getOrDefault("severity", ""),
            texts.getOrDefault("verdict", ""),
            suppressed[0],
            texts.getOrDefault("fingerprint", "")));
  }

  private void problem() {
    boolean[] counts = {false, true};
    json.object(
        name -> {
          switch (name) {
            case "rule" -> counts[0] = UNREAD.contains(json.text());
            case "known" -> counts[1] = !json.truth();
            default -> json.skip();
          }
        });
    unread += counts[0] && counts[1] ? 1 : 0;
  }

  private void summary(String name) {
    switch (name) {
      case "stages", "compliant", "failing", "conditional", "unknown" ->
          counts.put(name, json.number());
      case "exceptions" -> json.array(() -> waivers.add(waiver()));
      case "monthlyCost" -> cost = cost();
      default -> json.skip();
    }
  }

  private Waiver waiver() {
    kept.take(WAIVER);
    WaiverParser parser = new WaiverParser(json, repository());
    return parser.read();
  }

  private LogCosts cost() {
    Map<String, Double> amounts = new HashMap<>();
    TreeSet<String> prices = new TreeSet<>();
    json.object(
        name -> {
          switch (name) {
            case "stages", "gigabytes", "ingestion", "storage" -> amounts.put(name, json.amount());
            case "prices" -> prices.add(json.text());
            default -> json.skip();
          }
        });
    return new LogCosts(
        amounts.getOrDefault("stages", 0.0).longValue(),
        amounts.getOrDefault("gigabytes", 0.0),
        amounts.getOrDefault("ingestion", 0.0),
        amounts.getOrDefault("storage", 0.0),
        prices);
  }

  private Tally counted() {
    Tally tally =
        new Tally(
            count("stages"),
            count("compliant"),
            count("failing"),
            count("conditional"),
            count("unknown"));
    long parts = (long) tally.compliant() + tally.failing() + tally.conditional() + tally.unknown();
    if (parts != tally.stages()) {
      throw new JsonIn.WrongShape("the counts of the summary do not add up to its stages");
    }
    return tally;
  }

  private int count(String name) {
    @Nullable Long count = counts.get(name);
    if (count == null) {
      throw new JsonIn.WrongShape("the summary has no usable count '" + name + "'");
    }
    return count.intValue();
  }
}
