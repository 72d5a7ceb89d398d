package dev.iacguard.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published shapes of the JSON reports. */
public enum Schemas {
  CHECK("check-1.json"),
  STAGES("stages-1.json"),
  BASELINE("baseline-1.json");

  private final String file;

  Schemas(String file) {
    this.file = file;
  }

  public void accepts(String json) {
    assertThat(errors(json)).isEmpty();
  }

  public void refuses(String json) {
    assertThat(errors(json)).isNotEmpty();
  }

  private List<Error> errors(String json) {
    Path path = Path.of(System.getProperty("iacguard.root"), "schemas", file);
    try {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(Files.readString(path), InputFormat.JSON);
      return schema.validate(json, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
