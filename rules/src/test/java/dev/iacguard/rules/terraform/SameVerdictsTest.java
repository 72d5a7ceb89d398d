package dev.iacguard.rules.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.rules.terraform.Code.Block;
import dev.iacguard.rules.terraform.Code.Expr;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people do to Terraform code without meaning anything by it changes no verdict. */
class SameVerdictsTest {
  private static final int SEEDS = 60;

  @TempDir Path plain;
  @TempDir Path other;

  static IntStream seeds() {
    return IntStream.range(0, SEEDS);
  }

  private Report report(Code code) throws IOException {
    return Report.of(plain, oneFileEach(code));
  }

  private static void assertSame(Report changed, Report original) {
    assertThat(changed.differences(original)).isEmpty();
    assertThat(changed.lines()).hasSameSizeAs(original.lines());
  }

  private static Map<String, String> oneFileEach(Code code) {
    Map<String, String> files = new LinkedHashMap<>();
    code.folders()
        .forEach((folder, blocks) -> files.put(folder + "/main.tf", NativeSyntax.of(blocks)));
    return relative(files);
  }

  private static Map<String, String> relative(Map<String, String> files) {
    Map<String, String> relative = new LinkedHashMap<>();
    files.forEach((path, text) -> relative.put(path.replaceFirst("^/", ""), text));
    return relative;
  }

  @Test
  void theCodeGetsVerdictsOfEveryKind(@TempDir Path folders) throws IOException {
    Set<String> kinds = new TreeSet<>();
    for (int seed : seeds().toArray()) {
      Report report = Report.of(folders.resolve("s" + seed), oneFileEach(CodeGenerator.code(seed)));
      report.lines().forEach(line -> kinds.add(line.replaceFirst("^.* (?=IG\\d)", "")));
    }
    assertThat(kinds)
        .contains("IG101 pass", "IG101 fail", "IG101 unknown", "IG104 pass", "IG104 fail")
        .contains("IG109 pass", "IG109 fail", "IG109 unknown", "IG201 pass", "IG201 fail")
        .contains("IG103 pass", "IG103 fail")
        .contains("IG201 unknown", "IG202 fail", "IG202 unknown", "IG203 pass", "IG203 fail")
        .contains("IG301 pass", "IG301 fail", "IG303 pass", "IG303 fail")
        .noneMatch(kind -> kind.startsWith("IG0"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void inJsonSyntax(int seed) throws IOException {
    Code code = CodeGenerator.code(seed);
    Map<String, String> files = new LinkedHashMap<>();
    code.folders()
        .forEach((folder, blocks) -> files.put(folder + "/main.tf.json", JsonSyntax.of(blocks)));
    assertSame(Report.of(other, relative(files)), report(code));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void inOtherFiles(int seed) throws IOException {
    Code code = CodeGenerator.code(seed);
    Random random = new Random(seed);
    Map<String, List<Block>> files = new TreeMap<>();
    code.folders()
        .forEach(
            (folder, blocks) -> {
              for (Block block : blocks) {
                List<Block> file =
                    files.computeIfAbsent(
                        folder + "/f" + random.nextInt(4) + ".tf", path -> new ArrayList<>());
                file.add(random.nextInt(file.size() + 1), block);
              }
            });
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach((path, blocks) -> texts.put(path, NativeSyntax.of(blocks)));
    assertSame(Report.of(other, relative(texts)), report(code));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withOtherModuleNames(int seed) throws IOException {
    Code code = CodeGenerator.code(seed);
    // The order of the names is turned round.
    Map<String, String> names = Map.of("api_a", "z", "api_b", "y", "logs_a", "b", "logs_b", "a");
    Code renamed =
        code.map(block -> relabelled(block, names).map(text -> renamedCalls(text, names)));
    assertSame(
        Report.of(other, oneFileEach(renamed)),
        report(code).map(line -> renamedCalls(line, names)));
  }

  private static Block relabelled(Block block, Map<String, String> names) {
    return block.type().equals("module")
        ? new Block(
            "module", List.of(names.get(block.labels().get(0))), block.attributes(), block.blocks())
        : block;
  }

  private static String renamedCalls(String text, Map<String, String> names) {
    return Pattern.compile("module\\.(\\w+)")
        .matcher(text)
        .replaceAll(match -> "module." + names.get(match.group(1)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withoutLocals(int seed) throws IOException {
    Code code = CodeGenerator.code(seed);
    Map<String, List<Block>> folders = new LinkedHashMap<>();
    code.folders().forEach((folder, blocks) -> folders.put(folder, inlined(blocks)));
    Code inlined = new Code(folders);
    assertThat(NativeSyntax.of(inlined.root())).doesNotContain("local.");
    assertSame(Report.of(other, oneFileEach(inlined)), report(code));
  }

  private static List<Block> inlined(List<Block> blocks) {
    Map<String, Expr> locals = new LinkedHashMap<>();
    blocks.stream()
        .filter(block -> block.type().equals("locals"))
        .forEach(block -> locals.putAll(block.attributes()));
    return blocks.stream()
        .filter(block -> !block.type().equals("locals"))
        .map(block -> block.map(text -> inlined(text, locals)))
        .toList();
  }

  private static String inlined(String text, Map<String, Expr> locals) {
    String inlined = text;
    while (inlined.contains("local.")) {
      inlined =
          Pattern.compile("local\\.(\\w+)")
              .matcher(inlined)
              .replaceAll(
                  match ->
                      Matcher.quoteReplacement(
                          "("
                              + NativeSyntax.of(Objects.requireNonNull(locals.get(match.group(1))))
                              + "\n)"));
    }
    return inlined;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void insideAModule(int seed) throws IOException {
    Code code = CodeGenerator.code(seed);
    Map<String, List<Block>> folders = new LinkedHashMap<>();
    List<Block> inside = code.root();
    folders.put("", caller(inside));
    code.folders().forEach((folder, blocks) -> folders.put("inside/" + folder, blocks));
    folders.put(
        "inside/", inside.stream().filter(block -> !block.type().equals("provider")).toList());
    Report wrapped = Report.of(other, oneFileEach(new Code(folders)));
    assertSame(wrapped.map(line -> line.replace("module.wrapped.", "")), report(code));
  }

  /** Calls the module with the providers and the variables that it needs. */
  private static List<Block> caller(List<Block> inside) {
    List<Block> root =
        new ArrayList<>(inside.stream().filter(block -> block.type().equals("provider")).toList());
    Map<String, Expr> arguments = new TreeMap<>();
    arguments.put("source", new Expr.Text("./inside"));
    arguments.put("providers", new Expr.Obj(Map.of("aws.second", new Expr.Keyword("aws.second"))));
    for (Block block : inside) {
      if (block.type().equals("variable")) {
        String name = block.labels().get(0);
        arguments.put(name, new Expr.Source("var." + name));
        root.add(block);
      }
    }
    root.add(new Block("module", List.of("wrapped"), arguments, List.of()));
    return root;
  }
}
