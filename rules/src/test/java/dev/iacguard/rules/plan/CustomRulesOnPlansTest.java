package dev.iacguard.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.PolicySource;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.rules.ApiGatewayRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of a policy's own on types that no built-in rule asks for see them in plans too. */
class CustomRulesOnPlansTest {
  private static final String POLICY =
      """
      custom-rules:
        - id: ACME1
          name: method-without-authorization
          title: Methods are authorized
          for: resource("aws_api_gateway_method")
          require: resource.attributes.authorization != 'NONE'
          message: "{resource.attributes.http_method} is open to all"
        - id: ACME2
          name: method-of-a-wrong-api
          title: Methods are of the right API
          for: resource("aws_api_gateway_method")
          require: resource.attributes.rest_api_id == 'orders'
          message: wrong
        - id: ACME3
          name: api-with-body
          title: APIs are described by a document
          for: resource("aws_api_gateway_rest_api")
          require: has(resource.attributes.body)
          message: no document
        - id: ACME4
          name: lookup-of-a-wrong-policy
          title: Trust documents have a version
          for: resource("data.aws_iam_policy_document")
          require: has(resource.attributes.statement)
          message: nothing
      """;

  private static final Path APPLIED = Said.plans().resolve("applied");

  @TempDir private Path folder;

  private RulePack rules() throws IOException {
    Files.writeString(folder.resolve("iac-guard.yaml"), POLICY);
    FolderTree tree = FolderTree.at(folder, folder);
    PolicySource source =
        new PolicySource(tree, "iac-guard.yaml", tree, "", path -> path, Inputs.NONE);
    return ((PolicyResult.Ready) new ApiGatewayRules().configured(source)).pack();
  }

  private List<String> said(Path root, List<String> files) throws IOException {
    return Said.lines(Said.of(rules(), root, Inputs.Plans.WHOLE, files, files)).stream()
        .filter(line -> line.contains(" ACME"))
        .toList();
  }

  @Test
  void aPlanSaysWhatItsCodeSays() throws IOException {
    List<String> code = said(APPLIED, List.of("main.tf", "provider.tf"));

    assertThat(code)
        .hasSize(4)
        .anyMatch(line -> line.contains("ACME1 fail") && line.contains("GET is open to all"))
        .anyMatch(line -> line.contains("ACME2 unknown"))
        .anyMatch(line -> line.contains("ACME3 fail"))
        .anyMatch(line -> line.contains("ACME4 pass"));
    assertThat(said(APPLIED, List.of("plan.json"))).isEqualTo(code);
  }

  @Test
  void aPlanAloneAndAStateHaveThemToo() throws IOException {
    Path plan = Files.copy(APPLIED.resolve("plan.json"), folder.resolve("plan.json"));

    assertThat(said(folder, List.of("plan.json")))
        .anyMatch(line -> line.contains("ACME1 fail") && line.contains("GET is open to all"))
        .anyMatch(line -> line.contains("ACME2 unknown"))
        .anyMatch(line -> line.contains("ACME3 fail"));
    assertThat(plan).exists();
    for (String state : List.of("kept.tfstate", "shown.json")) {
      assertThat(said(Said.plans().resolveSibling("states"), List.of(state)))
          .anyMatch(line -> line.contains("ACME1 fail") && line.contains("GET is open to all"));
    }
  }

  /** A document that built-in rules have no use for is there for a rule that asks for its type. */
  @Test
  void attributesThatAreLeftOutOtherwiseAreKept() throws IOException {
    String plan = Files.readString(APPLIED.resolve("plan.json"));
    Files.writeString(
        folder.resolve("plan.json"), plan.replace("\"body\":null", "\"body\":\"{}\""));
    assertThat(plan).contains("\"body\":null");

    assertThat(said(folder, List.of("plan.json"))).anyMatch(line -> line.contains("ACME3 pass"));
  }
}
