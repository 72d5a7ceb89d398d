package dev.iacguard.core.terraform.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An installed copy is used only for the call that it was installed for. */
class InstalledModuleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "registry.terraform.io/acme/api/aws | 1.2.3 | acme/api/aws | -      | true",
        "registry.opentofu.org/acme/api/aws | 1.2.3 | acme/api/aws | ~> 1.2 | true",
        "registry.terraform.io/acme/api/aws | 1.2.3 | acme/api/aws | ~> 1.2.0 | true",
        "registry.terraform.io/acme/api/aws | 1.3.0 | acme/api/aws | ~> 1.2.0 | false",
        "registry.terraform.io/acme/api/aws | 2.0.0 | acme/api/aws | ~> 1.2 | false",
        "registry.terraform.io/acme/api/aws | 1.2.3 | acme/api/aws | 1.2.4  | false",
        "registry.terraform.io/acme/api/aws | 1.2.3 | acme/api/aws | '>= 1.0, < 1.2' | false",
        "registry.terraform.io/acme/api/aws | 1.2.3 | acme/api/aws | '>= 1.0, != 1.2.4' | true",
        "registry.terraform.io/acme/api/aws | 1.2.3-beta | acme/api/aws | 1.2.3 | true",
        "registry.terraform.io/acme/api/aws | 1.2.3 | acme/api/aws | latest | true",
        "registry.terraform.io/acme/api/aws | 1.2.3 | acme/gateway/aws | - | false",
        "registry.terraform.io/acme/api/aws | 1.2.3 | acme/api/aws//modules/x | - | false",
        "git::https://github.com/acme/api.git | - | github.com/acme/api | - | true",
        "git::https://github.com/acme/api.git//a?ref=v1 | - | github.com/acme/api//a?ref=v1 | - | true",
        "git::https://github.com/acme/api.git?ref=v1 | - | github.com/acme/api?ref=v2 | - | false",
        "git::https://example.com/api.git?ref=v1 | - | git::https://example.com/api.git?ref=v2 | - | false",
        "git::https://example.com/api.git?ref=v1 | - | acme/api/aws | - | false",
        "s3::https://bucket/api.zip | - | https://bucket/api.zip | - | true",
        "-                          | - | acme/api/aws | 1.0.0 | true"
      })
  void isComparedWithTheCall(
      String installed, String version, String called, String wanted, boolean same) {
    InstalledModule module =
        new InstalledModule(
            ".terraform/modules/api",
            installed == null ? "" : installed,
            version == null ? "" : version);
    assertThat(module.objection(called, wanted).isEmpty()).isEqualTo(same);
  }
}
