package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedModuleTest {
  @TempDir Path folder;

  /** A folder that is called as a module is no stack of its own, by whatever path it is called. */
  @Test
  void aModuleIsKnownBehindASymbolicLink() throws IOException {
    Path module = Files.createDirectories(folder.resolve("modules/api"));
    Files.writeString(
        module.resolve("main.tf"), "resource \"aws_api_gateway_stage\" \"this\" {}\n");
    Path root = Files.createDirectories(folder.resolve("infra"));
    Files.createSymbolicLink(root.resolve("api"), Path.of("../modules/api"));
    Files.writeString(root.resolve("main.tf"), "module \"api\" {\n  source = \"./api\"\n}\n");

    Cli.Run run = Cli.in(folder).run("stages", "--format=csv");

    assertThat(run.out().lines().skip(1))
        .singleElement()
        .asString()
        .contains("module.api.aws_api_gateway_stage.this");
  }
}
