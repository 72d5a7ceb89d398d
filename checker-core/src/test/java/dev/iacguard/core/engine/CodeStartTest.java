package dev.iacguard.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeStartTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "resource \"aws_api_gateway_stage\" \"a\" {}",
        "locals {\n}",
        "locals{}",
        "terraform{",
        "# resource: x\n\n// more\n/* and\n more */ variable \"a\" {}",
        "\uFEFFmodule \"a\" {}",
        "resource aws_api_gateway_stage a {",
        "import {"
      })
  void isTerraform(String text) {
    assertThat(CodeStart.isTerraform(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# only a comment",
        "/* open",
        "resource",
        "resource:\n  a: b",
        "resource = 3",
        "Resources:\n",
        "{\"resource\": {}}",
        "{}",
        "resources \"a\" {",
        "AWSTemplateFormatVersion: x",
        "data: {a: b}",
        "module\n{",
        "- resource"
      })
  void isNot(String text) {
    assertThat(CodeStart.isTerraform(text)).isFalse();
  }
}
