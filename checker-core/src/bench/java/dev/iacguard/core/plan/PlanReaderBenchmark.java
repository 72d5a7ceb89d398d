package dev.iacguard.core.plan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
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
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How often a second a plan is read with all that is kept of it, and beside it how often its tokens
 * are merely passed over.
 *
 * <p>The file comes from the system property {@code plan.file}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PlanReaderBenchmark {
  private final JsonFactory factory = new JsonFactory();
  private byte[] plan = new byte[0];

  @Setup
  public void loadFile() throws IOException {
    plan = Files.readAllBytes(Path.of(System.getProperty("plan.file", "plan.json")));
    System.out.println(plan.length + " bytes");
  }

  @Benchmark
  public Object read() {
    InputStream in = new ByteArrayInputStream(plan);
    return ShowReader.read(
        new JsonCursor(in, "plan.json", true, problem -> {}),
        new Interest(Set.of()),
        new ArrayList<>());
  }

  @Benchmark
  public long pass() {
    long tokens = 0;
    InputStream in = new ByteArrayInputStream(plan);
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), in)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }
}
