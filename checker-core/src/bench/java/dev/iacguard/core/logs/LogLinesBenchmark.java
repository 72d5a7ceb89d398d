package dev.iacguard.core.logs;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How often a second a log of 100 MB is measured. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LogLinesBenchmark {
  private static final int BYTES = 100_000_000;
  private static final String[] ROUTES = {"/orders", "/orders/{id}", "/stock/{sku}", "/health"};

  private byte[] log = new byte[0];

  @Setup
  public void makeLog() {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder(BYTES + 1_000);
    while (text.length() < BYTES) {
      text.append("{\"requestId\":\"").append(random.nextLong()).append(random.nextLong());
      text.append("\",\"ip\":\"203.0.113.").append(random.nextInt(256));
      text.append("\",\"caller\":\"-\",\"user\":\"-\",\"requestTime\":\"28/Nov/2026:");
      text.append(10 + random.nextInt(14)).append(":05:36 +0000\",\"httpMethod\":\"GET\",");
      text.append("\"resourcePath\":\"").append(ROUTES[random.nextInt(ROUTES.length)]);
      text.append("\",\"status\":\"").append(random.nextInt(9) == 0 ? 502 : 200);
      text.append("\",\"protocol\":\"HTTP/1.1\",\"responseLength\":\"")
          .append(random.nextInt(9_000));
      text.append("\",\"responseLatency\":\"").append(random.nextInt(900)).append("\"}\n");
    }
    log = text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public LogSummary measure() {
    LogRun run = new LogRun(LogLayout.RECOGNISED);
    run.read("log", new ByteArrayInputStream(log));
    return run.summary();
  }
}
