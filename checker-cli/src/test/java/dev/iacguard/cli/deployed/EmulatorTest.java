package dev.iacguard.cli.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.cli.Cli;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The printed script, run with the AWS CLI against an emulator of AWS on loopback, exports what
 * every label says. {@code -Diacguard.aws=DIR} names the folder with {@code python} (with boto3),
 * {@code moto_server} and {@code aws}.
 */
class EmulatorTest {
  private static final String ASKED = "iacguard.aws";
  private static final String ACCOUNT = "111122223333";
  private static final int MOST_SECONDS = 300;

  @TempDir private Path folder;

  @Test
  void everyStageHasItsLabel() throws IOException, InterruptedException {
    @Nullable String programs = System.getProperty(ASKED);
    assumeTrue(programs != null, "-D" + ASKED + " is not set");
    Path bin = Path.of(Objects.requireNonNull(programs));
    int port = freePort();
    Process server =
        start(
            bin,
            Map.of("MOTO_ACCOUNT_ID", ACCOUNT),
            bin.resolve("moto_server").toString(),
            "-H",
            "127.0.0.1",
            "-p",
            String.valueOf(port));
    try {
      await(port);
      String endpoint = "http://127.0.0.1:" + port;
      Path estate = folder.resolve("estate.py");
      try (InputStream script =
          Objects.requireNonNull(getClass().getResourceAsStream("/deployed/estate.py"))) {
        Files.write(estate, script.readAllBytes());
      }
      run(bin, Map.of(), bin.resolve("python").toString(), estate.toString(), endpoint, ACCOUNT);
      Path collect = folder.resolve("collect.sh");
      Files.writeString(collect, Cli.in(folder).run("collect", "--print").out());
      Map<String, String> aws =
          Map.of(
              "AWS_ENDPOINT_URL", endpoint,
              "AWS_ACCESS_KEY_ID", "test",
              "AWS_SECRET_ACCESS_KEY", "test",
              "AWS_DEFAULT_REGION", "eu-west-1");
      run(bin, aws, "bash", collect.toString());
      run(bin, aws, "bash", collect.toString(), "us-east-1");
    } finally {
      server.destroy();
    }
    assertThat(Estate.seen(folder)).isEqualTo(Estate.labels());
  }

  private void run(Path bin, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Process process = start(bin, environment, command);
    assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(() -> String.join(" ", command) + "\n" + printed()).isZero();
  }

  private Process start(Path bin, Map<String, String> environment, String... command)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    Map<String, String> all = new HashMap<>(environment);
    all.put("PATH", bin + java.io.File.pathSeparator + System.getenv("PATH"));
    builder.environment().putAll(all);
    return builder.start();
  }

  private String printed() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void await(int port) throws InterruptedException {
    for (int second = 0; second < MOST_SECONDS; second++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(socket.isConnected()).isTrue();
        return;
      } catch (IOException e) {
        TimeUnit.SECONDS.sleep(1);
      }
    }
    throw new AssertionError("the emulator does not answer");
  }
}
