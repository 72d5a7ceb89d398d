package dev.iacguard.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The compiler accepts the constructs, their tests pass, and what they synthesize complies. {@code
 * iacguard.cdk} names a folder with {@code node_modules}: aws-cdk-lib, constructs, typescript and
 * &#64;types/node. The compiler and the program start once for all constructs: most of their time
 * goes into reading that library.
 */
class CdkToolTest {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** An app with a stack of each construct. */
  private static final String APP =
      """
      import { App, Stack } from 'aws-cdk-lib';
      import { MockIntegration } from 'aws-cdk-lib/aws-apigateway';
      import { Key } from 'aws-cdk-lib/aws-kms';
      const app = new App({ outdir: 'cdk.out' });
      const add = (name: string, lib: any) => {
        const stack = new Stack(app, name);
        const Logged = Object.values(lib)[0] as any;
        const orders = new Logged(stack, 'Orders', {
          apiName: 'orders', stageName: 'prod', owner: 'payments', costCenter: 'CC-1234',
          encryptionKey: new Key(stack, 'Key'), createAccountRole: true,
          env: 'prod', tagName: 'orders', accountRoleArn: 'ROLE',
        });
        orders.api.root?.addMethod('GET', new MockIntegration());
      };
      """;

  private static final String STACK = "add('%1$s', require('./cdk-%1$s/lib/logged-%2$s-api'));\n";

  @TempDir private Path root;

  private String run(String... command) {
    return Tool.run(root, Map.of("ACCOUNT_ROLE_ARN", Scaffolds.ROLE), LONGEST, command);
  }

  @Test
  void theConstructsCompileAndTheirStacksComply() throws IOException {
    String modules = System.getProperty("iacguard.cdk");
    assumeTrue(modules != null, "-Diacguard.cdk names no folder with aws-cdk-lib");
    Tool.needs("node");
    Files.createSymbolicLink(
        root.resolve("node_modules"), Path.of(modules).resolve("node_modules"));
    StringBuilder app = new StringBuilder(APP.replace("ROLE", Scaffolds.ROLE));
    List<String> compile =
        new ArrayList<>(
            List.of("node", "node_modules/typescript/bin/tsc", "--strict", "--types", "node"));
    compile.addAll(List.of("--esModuleInterop", "--skipLibCheck", "--module", "commonjs"));
    compile.addAll(List.of("--target", "es2022", "--rootDir", ".", "--outDir", "out", "app.ts"));
    List<String> test = new ArrayList<>(List.of("node", "--test", "--test-concurrency=1"));
    List<String> scaffolds = Scaffolds.all().map(each -> each.replace(' ', '-')).toList();
    for (String scaffold : scaffolds) {
      Path folder = Scaffolds.write(root, "cdk " + scaffold.replaceFirst("-", " "));
      String api = scaffold.substring(0, scaffold.indexOf('-'));
      String place = folder.getFileName() + "/test/logged-" + api + "-api.test";
      compile.add(place + ".ts");
      test.add("out/" + place + ".js");
      app.append(STACK.formatted(scaffold, api));
    }
    Files.writeString(root.resolve("app.ts"), app.append("app.synth();\n"));

    run(compile.toArray(String[]::new));
    assertThat(run(test.toArray(String[]::new))).contains("# fail 0");
    run("node", "out/app.js");

    for (String scaffold : scaffolds) {
      String template = "cdk.out/" + scaffold + ".template.json";
      Path judged = root.resolve("cdk-" + scaffold).resolve("judged.template.json");
      Files.copy(root.resolve(template), judged);
      Cli.Run run =
          Cli.in(judged.getParent())
              .run("stages", judged.getFileName().toString(), "--root", ".", "--format", "json");
      assertThat(run.out())
          .as(scaffold + ": " + run.err())
          .containsPattern("\"summary\":\\s*\\{\\s*\"stages\":\\s*1,\\s*\"compliant\":\\s*1,");
    }
  }
}
