package dev.iacguard.core.hcl;

import dev.iacguard.core.source.SourceFile;
import java.util.List;

/** Terraform files that are valid, written to hold the whole of the syntax. */
final class TerraformFiles {
  private static final List<String> NAMES =
      List.of(
          "account_role.tf",
          "http_api.tf",
          "lambda.tf",
          "line_ends.tf",
          "locals.tf",
          "modules.tf",
          "outputs.tf",
          "rest_api.tf",
          "templates.tf",
          "unformatted.tf",
          "unicode.tf",
          "variables.tf",
          "websocket.tf");

  private TerraformFiles() {}

  static List<SourceFile> all() {
    return NAMES.stream().map(TerraformFiles::file).toList();
  }

  static SourceFile file(String name) {
    return new SourceFile(name, Table.read("terraform/" + name));
  }
}
