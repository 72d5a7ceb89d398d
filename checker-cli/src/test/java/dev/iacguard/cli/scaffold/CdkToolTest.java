package dev.iacguard.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The compiler accepts the constructs, their tests pass, and what they synthesize complies. {@code
 * iacguard.cdk} names a folder with {@code node_modules}: aws-cdk-lib, constructs, typescript and
 * &#64;types/node.
 */
class CdkToolTest {
  private static final String APP =
      """
      import { App, Stack } from 'aws-cdk-lib';
      import { MockIntegration } from 'aws-cdk-lib/aws-apigateway';
      import { Key } from 'aws-cdk-lib/aws-kms';
      import * as lib from './lib/logged-NAME-api';
      const stack = new Stack(new App({ outdir: 'cdk.out' }), 'Orders');
      const Logged = Object.values(lib)[0] as any;
      const orders = new Logged(stack, 'Orders', {
        apiName: 'orders', stageName: 'prod', owner: 'payments', costCenter: '1234',
        encryptionKey: new Key(stack, 'Key'), createAccountRole: true,
        env: 'prod', tagName: 'orders', accountRoleArn: 'ROLE',
      });
      orders.api.root?.addMethod('GET', new MockIntegration());
      (stack.node.root as App).synth();
      """;

  @TempDir private Path root;

  @ParameterizedTest
  @MethodSource("dev.iacguard.cli.scaffold.Scaffolds#all")
  void theConstructCompilesAndItsStackComplies(String scaffold) throws IOException {
    String modules = System.getProperty("iacguard.cdk");
    assumeTrue(modules != null, "-Diacguard.cdk names no folder with aws-cdk-lib");
    Tool.needs("node");
    Path folder = Scaffolds.write(root, "cdk " + scaffold);
    String api = scaffold.split(" ")[0];
    Files.createSymbolicLink(
        folder.resolve("node_modules"), Path.of(modules).resolve("node_modules"));
    Files.writeString(
        folder.resolve("app.ts"), APP.replace("NAME", api).replace("ROLE", Scaffolds.ROLE));
    String test = "test/logged-" + api + "-api.test";

    Map<String, String> environment = Map.of("ACCOUNT_ROLE_ARN", Scaffolds.ROLE);

    Tool.run(
        folder,
        environment,
        "node",
        "node_modules/typescript/bin/tsc",
        "--strict",
        "--types",
        "node",
        "--esModuleInterop",
        "--skipLibCheck",
        "--module",
        "commonjs",
        "--target",
        "es2022",
        "--outDir",
        "out",
        "app.ts",
        test + ".ts");
    assertThat(Tool.run(folder, environment, "node", "--test", "out/" + test + ".js"))
        .contains("# fail 0");
    Tool.run(folder, Map.of(), "node", "out/app.js");

    Cli.Run run =
        Cli.in(folder)
            .run("stages", "cdk.out/Orders.template.json", "--root", ".", "--format", "json");
    assertThat(run.out())
        .as(run.err())
        .containsPattern("\"summary\":\\s*\\{\\s*\"stages\":\\s*1,\\s*\"compliant\":\\s*1,");
  }
}
