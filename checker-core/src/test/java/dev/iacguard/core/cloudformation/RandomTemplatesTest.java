package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.YamlReader;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every template, tried on whole ones and on random edits of them. */
class RandomTemplatesTest {
  private static final long SEED = 20_260_101;
  private static final int EDITS = 400;
  private static final int BYTE_EDITS = 100;
  private static final List<String> PIECES =
      List.of(
          "!Ref ",
          "!GetAtt a.b",
          "!If [",
          "]",
          "{",
          "}",
          "<<: ",
          "*a ",
          "&a ",
          ": ",
          "\n",
          "- ",
          "'",
          "\"",
          "|\n",
          "AWS::NoValue",
          "Fn::ForEach::X: ",
          "---\n",
          "\t",
          "~",
          "0x",
          "\u00e9",
          "{{resolve:",
          "${",
          "!Sub ",
          "Globals:\n",
          "\u0000");

  static Stream<String> templates() throws IOException, URISyntaxException {
    return Stream.concat(texts("/cloudformation/random"), texts("/cloudformation/sam/templates"));
  }

  private static Stream<String> texts(String folder) throws IOException, URISyntaxException {
    Path path =
        Path.of(Objects.requireNonNull(RandomTemplatesTest.class.getResource(folder)).toURI());
    try (Stream<Path> files = Files.list(path)) {
      return files.sorted().map(RandomTemplatesTest::text).toList().stream();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anyEditIsReadWithoutAnException(String text) {
    Random random = new Random(SEED);
    for (int i = 0; i < EDITS; i++) {
      String edited = edit(text, random);
      for (Stack stack : Templates.all(new MemoryTree().with("template.yaml", edited))) {
        assertThat(values(stack)).as("seed %s, edit %s", SEED, i).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anyBytesAreReadWithoutAnException(String text, @TempDir Path folder) throws IOException {
    Random random = new Random(SEED);
    FolderTree tree = FolderTree.at(folder, folder);
    for (int i = 0; i < BYTE_EDITS; i++) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      for (int times = random.nextInt(5); times >= 0; times--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(folder.resolve("template.yaml"), bytes);
      List<String> files = List.of("template.yaml");
      for (var source :
          CloudFormationLoader.discover(tree, new Selection(files, files), Inputs.NONE).stacks()) {
        assertThat(values(source.load())).as("seed %s, edit %s", SEED, i).isNotNull();
      }
    }
  }

  private static String edit(String text, Random random) {
    return random.nextBoolean() ? withOtherPieces(text, random) : withOtherTokens(text, random);
  }

  /** Tokens taken out, doubled, or put in the place of others. */
  private static String withOtherTokens(String text, Random random) {
    List<String> tokens =
        new ArrayList<>(List.of(text.split("(?<=[\\s,\\[\\]{}:])|(?=[\\s,\\[\\]{}:])")));
    for (int times = random.nextInt(4); times >= 0; times--) {
      int at = random.nextInt(tokens.size());
      String other = tokens.get(random.nextInt(tokens.size()));
      switch (random.nextInt(3)) {
        case 0 -> tokens.remove(at);
        case 1 -> tokens.add(at, other);
        default -> tokens.set(at, other);
      }
    }
    return String.join("", tokens);
  }

  private static String withOtherPieces(String text, Random random) {
    StringBuilder edited = new StringBuilder(text);
    for (int times = random.nextInt(3); times >= 0; times--) {
      int from = random.nextInt(edited.length() + 1);
      int to = Math.min(edited.length(), from + random.nextInt(12));
      edited.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
    }
    return edited.toString();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void jsonIsWorthTheSameAsYaml(String text) {
    Node root = YamlReader.read(new SourceFile("a", text)).documents().get(0);
    StringBuilder json = new StringBuilder();
    write(root, json);
    Stack fromYaml = Templates.load(text);
    Stack fromJson = Templates.only(new MemoryTree().with("template.json", json.toString()));
    assertThat(values(fromJson)).isEqualTo(values(fromYaml)).isNotEmpty();
  }

  private static void write(Node node, StringBuilder out) {
    switch (node) {
      case Node.Scalar scalar ->
          out.append(
              switch (scalar.kind()) {
                case NULL -> "null";
                case TEXT -> '"' + scalar.text().replace("\"", "\\\"").replace("\n", "\\n") + '"';
                case NUMBER, BOOL -> scalar.text();
              });
      case Node.Sequence sequence -> {
        String separator = "[";
        for (Node item : sequence.items()) {
          out.append(separator);
          write(item, out);
          separator = ", ";
        }
        out.append(sequence.items().isEmpty() ? "[]" : "]");
      }
      case Node.Mapping mapping -> {
        String separator = "{";
        for (Node.Entry entry : mapping.entries()) {
          out.append(separator).append('"').append(entry.key()).append("\": ");
          write(entry.value(), out);
          separator = ",\n";
        }
        out.append(mapping.entries().isEmpty() ? "{}" : "}");
      }
      case Node.Unresolved unresolved -> out.append("null");
    }
  }

  /** Every property of every resource that has to do with stages. */
  private static Map<String, String> values(Stack stack) {
    Map<String, String> values = new TreeMap<>();
    for (String type :
        List.of(
            "AWS::ApiGateway::Stage",
            "AWS::ApiGateway::Deployment",
            "AWS::ApiGatewayV2::Stage",
            "AWS::Logs::LogGroup",
            "AWS::Serverless::Function")) {
      for (Resource resource : stack.resources(type)) {
        for (String name : resource.attributes().names()) {
          values.put(resource.address() + "." + name, Show.value(resource.get(name)));
        }
        resource.exists().forEach(each -> values.put(resource + "?", Show.spelledOut(each)));
      }
    }
    stack.problems().forEach(problem -> assertThat(problem.at().line()).isPositive());
    return values;
  }
}
