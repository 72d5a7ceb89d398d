package dev.iacguard.core.hcl;

import com.bertramlabs.plugins.hcl4j.HCLParser;
import com.bertramlabs.plugins.hcl4j.HCLParserException;
import dev.iacguard.core.source.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * How many characters are read in a second, and how many bytes that allocates.
 *
 * <p>The folder comes from the system property {@code hcl.folder}; any folder with {@code .tf}
 * files in it will do. The throughput {@code characters} is in characters a second; bytes allocated
 * for a character are {@code gc.alloc.rate.norm} divided by {@code characters} an operation.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class HclReaderBenchmark {
  private static final int SLICE = 100;

  private final List<SourceFile> files = new ArrayList<>();

  /** What is counted beside operations. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Read {
    public long characters;
  }

  @Setup
  public void loadFiles() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of(System.getProperty("hcl.folder", ".")))) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".tf")).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(path);
        files.add(new SourceFile(path.toString(), new String(bytes, StandardCharsets.UTF_8)));
      }
    }
    System.out.println(
        files.size()
            + " files with "
            + files.stream().mapToLong(file -> file.text().length()).sum()
            + " characters");
    // The other parser prints while it reads.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  @Benchmark
  public void all(Blackhole blackhole, Read read) {
    read(files, blackhole, read);
  }

  @Benchmark
  public void slice(Blackhole blackhole, Read read) {
    read(files.subList(0, Math.min(SLICE, files.size())), blackhole, read);
  }

  private static void read(List<SourceFile> some, Blackhole blackhole, Read read) {
    for (SourceFile file : some) {
      blackhole.consume(HclReader.read(file));
      read.characters += file.text().length();
    }
  }

  @Benchmark
  public void sliceByHcl4j(Blackhole blackhole, Read read) throws IOException {
    for (SourceFile file : files.subList(0, Math.min(SLICE, files.size()))) {
      HCLParser parser = new HCLParser();
      parser.registerDataLookup("http", arguments -> Map.of());
      try {
        blackhole.consume(parser.parse(file.text()));
      } catch (HCLParserException rejected) {
        blackhole.consume(rejected);
      }
      read.characters += file.text().length();
    }
  }
}
