package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.deployed.DeployedLoader;
import dev.iacguard.core.model.Deployed;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What exports show of the stack that a template is deployed as. */
class ExportedStackTest {
  private static final String PLACE = "templates/111122223333/eu-west-1/";
  private static final String TEMPLATE =
      """
      Parameters:
        Days: {Type: %s, Default: 1}
      Resources:
        Logs: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: !Ref Days}}
      """;

  @TempDir private Path folder;

  /** The log group of a template, with an export of its stack. */
  private Resource logs(String path, String type, String exported) throws IOException {
    write(path, TEMPLATE.formatted(type));
    write(
        "exports/cloudformation.json",
        """
        {"iacGuardExport": 1, "account": "111122223333", "region": "eu-west-1",
         "call": "cloudformation describe-stacks", "arguments": {"stackName": "orders"}, "output":
        {"Stacks": [{"StackName": "other"}, {"StackName": "orders" %s}]}}
        """
            .formatted(exported));
    FolderTree tree = FolderTree.at(folder, folder);
    Deployed deployed =
        Objects.requireNonNull(
            DeployedLoader.known(tree, new Selection(List.of(), tree.walk("exports"))));
    assertThat(deployed.problems()).isEmpty();
    Stack stack =
        CloudFormationLoader.discover(
                tree, new Selection(List.of(), List.of(path)), Inputs.NONE.with(deployed))
            .stacks()
            .get(0)
            .load();
    return Templates.resource(stack, "Logs");
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String parameter(String value) {
    return ", \"Parameters\": [{\"ParameterKey\": \"Days\", " + value + "}]";
  }

  private static String days(Resource logs) {
    return logs.get("RetentionInDays") instanceof Value.Text text
        ? String.valueOf(text.known())
        : logs.get("RetentionInDays").getClass().getSimpleName();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Number                            | \"ParameterValue\": \"90\"                          | 90",
        "String                            | \"ParameterValue\": \"****\"                        | Unknown",
        "String                            | \"ParameterValue\": \"*****\"                       | Unknown",
        "String                            | \"ParameterValue\": \"*\"                           | *",
        "AWS::SSM::Parameter::Value<String>| \"ParameterValue\": \"/days\"                       | Unknown",
        "AWS::SSM::Parameter::Value<String>| \"ParameterValue\": \"/d\", \"ResolvedValue\": \"7\" | 7",
        "List<Number>                      | \"ParameterValue\": \"1,2\"                         | Sequence",
        "AWS::SSM::Parameter::Value<List<String>> | \"ParameterValue\": \"/d\", \"ResolvedValue\": \"1,2\" | Sequence",
      })
  void aParameterHasItsDeployedValue(String type, String exported, String expected)
      throws IOException {
    assertThat(days(logs(PLACE + "orders.yaml", type, parameter(exported)))).isEqualTo(expected);
  }

  @Test
  void theReasonLeadsToTheExport() throws IOException {
    Resource logs = logs(PLACE + "orders.yaml", "Number", parameter("\"ParameterValue\": \"90\""));
    assertThat(logs.get("RetentionInDays").origin().toString())
        .contains("exports/cloudformation.json")
        .contains("Days (deployed)");
  }

  @ParameterizedTest
  @CsvSource({
    "templates/111122223333/eu-west-1/carts.yaml",
    "templates/111122223333/eu-west-2/orders.yaml",
    "templates/444455556666/eu-west-1/orders.yaml",
    "orders.yaml",
  })
  void aTemplateOfAnotherStackHasItsDefaults(String path) throws IOException {
    Resource logs = logs(path, "Number", parameter("\"ParameterValue\": \"90\""));
    assertThat(logs.get("RetentionInDays")).isInstanceOf(Value.Numeric.class);
    assertThat(logs.attributes().hasAllStackTags()).isFalse();
    assertThat(logs.attributes().provider().accounts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        ", \"Tags\": [{\"Key\": \"Owner\", \"Value\": \"a\"}] | true | true",
        ", \"Tags\": []                                       | true | false",
        "''                                                   | false| false",
      })
  void tagsAreThoseOfTheStack(String exported, boolean all, boolean owner) throws IOException {
    Resource logs = logs(PLACE + "orders.json", "Number", exported);
    assertThat(logs.attributes().hasAllStackTags()).isEqualTo(all);
    assertThat(Objects.requireNonNull(logs.attributes().stackTags()).entries().containsKey("Owner"))
        .isEqualTo(owner);
  }

  @Test
  void theStackIsWhereItIsDeployed() throws IOException {
    Resource logs = logs(PLACE + "orders.yaml", "Number", "");
    assertThat(logs.attributes().provider().accounts()).containsExactly("111122223333");
    assertThat(((Value.Text) logs.get("region")).known()).isEqualTo("eu-west-1");
  }
}
