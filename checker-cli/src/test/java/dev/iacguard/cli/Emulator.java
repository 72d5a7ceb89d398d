package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

/**
 * An emulator of AWS on loopback (moto). {@code -Diacguard.aws=DIR} names the folder with {@code
 * python}, which has moto and boto3, and {@code aws}.
 */
public final class Emulator implements AutoCloseable {
  public static final String ACCOUNT = "111122223333";

  private static final String ASKED = "iacguard.aws";
  private static final int MOST_SECONDS = 300;

  private final Path bin;
  private final Path folder;
  private final int port;
  private final Process server;

  private Emulator(Path bin, Path folder) throws IOException {
    this.bin = bin;
    this.folder = folder;
    this.port = freePort();
    this.server =
        start(
            Map.of("MOTO_ACCOUNT_ID", ACCOUNT, "MOTO_IAM_LOAD_MANAGED_POLICIES", "true"),
            python("emulator.py", String.valueOf(port)));
  }

  /** Starts one; skips the test where none was asked for. Its log is in the folder. */
  public static Emulator in(Path folder) throws IOException, InterruptedException {
    String programs = System.getProperty(ASKED, "");
    assumeTrue(!programs.isEmpty(), "-D" + ASKED + " is not set");
    Emulator emulator = new Emulator(Path.of(programs), folder);
    emulator.await();
    return emulator;
  }

  public String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  /** Runs a script that is a resource, with the endpoint and the account. */
  public void fill(String script) throws IOException, InterruptedException {
    run(Map.of(), python(script, endpoint(), ACCOUNT));
  }

  /** Runs the script that asks for what is deployed, in the folder. */
  public void collect(String... regions) throws IOException, InterruptedException {
    Path collect = folder.resolve("collect.sh");
    Files.writeString(collect, Cli.in(folder).run("collect", "--print").out());
    Map<String, String> aws =
        Map.of(
            "AWS_ENDPOINT_URL", endpoint(),
            "AWS_ACCESS_KEY_ID", "test",
            "AWS_SECRET_ACCESS_KEY", "test",
            "AWS_DEFAULT_REGION", "eu-west-1");
    String[] command = new String[regions.length + 2];
    command[0] = "bash";
    command[1] = collect.toString();
    System.arraycopy(regions, 0, command, 2, regions.length);
    run(aws, command);
  }

  private String[] python(String script, String... arguments) throws IOException {
    Path file = folder.resolve(script);
    try (InputStream text =
        Objects.requireNonNull(Emulator.class.getResourceAsStream("/deployed/" + script))) {
      Files.write(file, text.readAllBytes());
    }
    String[] command = new String[arguments.length + 2];
    command[0] = bin.resolve("python").toString();
    command[1] = file.toString();
    System.arraycopy(arguments, 0, command, 2, arguments.length);
    return command;
  }

  private void run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Process process = start(environment, command);
    assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(() -> String.join(" ", command) + "\n" + printed()).isZero();
  }

  private Process start(Map<String, String> environment, String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    Map<String, String> all = new HashMap<>(environment);
    all.put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
    builder.environment().putAll(all);
    return builder.start();
  }

  private String printed() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void await() throws InterruptedException {
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

  @Override
  public void close() {
    server.destroy();
  }
}
