package dev.iacguard.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The shapes of the JSON reports: our own as published, and those of others. */
public enum Schemas {
  CHECK("check-1.json", SpecificationVersion.DRAFT_2020_12),
  STAGES("stages-1.json", SpecificationVersion.DRAFT_2020_12),
  MERGE("merge-1.json", SpecificationVersion.DRAFT_2020_12),
  HISTORY("history-1.json", SpecificationVersion.DRAFT_2020_12),
  LOGS("logs-1.json", SpecificationVersion.DRAFT_2020_12),
  BASELINE("baseline-1.json", SpecificationVersion.DRAFT_2020_12),
  RULES("rules-1.json", SpecificationVersion.DRAFT_2020_12),
  GITLAB("/dev/iacguard/cli/report/gitlab-code-quality.json", SpecificationVersion.DRAFT_2020_12),
  RDJSON("/dev/iacguard/cli/report/rdjson.json", SpecificationVersion.DRAFT_2020_12),
  /** OASIS' own, as a library of others carries it. */
  SARIF("/schema/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7);

  private final String name;
  private final SpecificationVersion version;

  Schemas(String name, SpecificationVersion version) {
    this.name = name;
    this.version = version;
  }

  public void accepts(String json) {
    assertThat(errors(json)).isEmpty();
  }

  public void refuses(String json) {
    assertThat(errors(json)).isNotEmpty();
  }

  private List<Error> errors(String json) {
    Schema schema = SchemaRegistry.withDefaultDialect(version).getSchema(text(), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON);
  }

  private String text() {
    try {
      if (!name.startsWith("/")) {
        return Files.readString(Path.of(System.getProperty("iacguard.root"), "schemas", name));
      }
      try (InputStream in = Schemas.class.getResourceAsStream(name)) {
        assertThat(in).as(name).isNotNull();
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
