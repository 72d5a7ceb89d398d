package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code --diff-base} on modules that Terragrunt or Terraform Stacks deploy. */
class DeployedChangeTest extends RepositoryTest {
  private static final String NEW = "\"standing\":\"new\",\"onChange\":true";

  @BeforeEach
  void module() throws IOException {
    git.write("modules/shop/main.tf", "variable \"days\" {}\n" + Git.logged(-1));
  }

  private String change() {
    return git.check("--diff-base", "HEAD", "--format", "json").out();
  }

  @Test
  void aUnitGivesAnotherValue() throws IOException {
    git.write("live/north/terragrunt.hcl", unit("30")).commit();
    git.write("live/north/terragrunt.hcl", unit("0"));

    assertThat(change())
        .contains(NEW, "modules/shop (live/north/terragrunt.hcl)", "\"rule\":\"IG201\"");
  }

  @Test
  void aFileThatUnitsReadGivesAnotherValue() throws IOException {
    String days = "read_terragrunt_config(find_in_parent_folders(\"zone.hcl\")).locals.days";
    git.write("live/north/terragrunt.hcl", unit(days))
        .write("live/zone.hcl", "locals {\n  days = 30\n}\n")
        .commit();
    git.write("live/zone.hcl", "locals {\n  days = 0\n}\n");

    assertThat(change()).contains(NEW, "\"rule\":\"IG201\"", "live/zone.hcl");
  }

  @Test
  void aComponentGivesAnotherValue() throws IOException {
    git.write("stack/shop.tfcomponent.hcl", component("30")).commit();
    git.write("stack/shop.tfcomponent.hcl", component("0"));

    assertThat(change()).contains(NEW, "\"rule\":\"IG201\"");
  }

  @Test
  void aModuleThatIsChangedKeepsTheValuesOfItsUnits() throws IOException {
    git.write("live/north/terragrunt.hcl", unit("0")).commit();
    git.write("modules/shop/main.tf", "variable \"days\" {}\n# edited\n" + Git.logged(-1));

    assertThat(change())
        .contains("modules/shop (live/north/terragrunt.hcl)")
        .doesNotContain(NEW, "\"standing\":\"new\"");
  }

  @Test
  void theLocksOfProvidersGiveNoValues() throws IOException {
    git.write("live/north/terragrunt.hcl", unit("0"))
        .write("live/north/.terraform.lock.hcl", "# one\n")
        .commit();
    git.write("live/north/.terraform.lock.hcl", "# two\n");

    assertThat(change()).doesNotContain("\"standing\":\"new\"");
  }

  private static String unit(String days) {
    return "terraform {\n  source = \"../../modules/shop\"\n}\ninputs = {\n  days = "
        + days
        + "\n}\n";
  }

  private static String component(String days) {
    return "component \"shop\" {\n  source = \"../modules/shop\"\n  inputs = {\n    days = "
        + days
        + "\n  }\n}\n";
  }
}
