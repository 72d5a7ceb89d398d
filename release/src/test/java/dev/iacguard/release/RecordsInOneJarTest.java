package dev.iacguard.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the records in the program's jar, whose methods the build writes, with javac's. */
class RecordsInOneJarTest {
  private static final Path ROOT = Path.of(System.getProperty("iacguard.root"));
  private static final Map<Class<?>, Object> ONE =
      Map.of(
          int.class,
          7,
          long.class,
          1L << 40,
          double.class,
          0.5,
          boolean.class,
          true,
          char.class,
          'x',
          String.class,
          "one",
          List.class,
          List.of("one"));
  private static final Map<Class<?>, Object> OTHER =
      Map.of(
          int.class,
          8,
          long.class,
          2L << 40,
          double.class,
          -0.5,
          boolean.class,
          false,
          char.class,
          'y',
          String.class,
          "other",
          List.class,
          List.of());

  @Test
  void theyAreEqualAndHaveTheHashCodesOfTheCompiler() throws Exception {
    List<Path> folders =
        Stream.of("checker-core", "rules", "checker-cli")
            .map(module -> ROOT.resolve(module).resolve("target/classes"))
            .toList();
    Path jar = ROOT.resolve("checker-cli/target/dist/lib/iac-guard.jar");
    int compared = 0;
    try (URLClassLoader made = loader(List.of(jar));
        URLClassLoader compiled = loader(withLibraries(folders))) {
      for (String name : names(folders)) {
        Class<?> expected = Class.forName(name, false, compiled);
        if (expected.isRecord() && compare(Class.forName(name, false, made), expected)) {
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  /** False for a record that does not accept the values of this test. */
  private static boolean compare(Class<?> made, Class<?> compiled) throws Exception {
    Object expected;
    try {
      expected = instance(compiled, -1);
    } catch (ReflectiveOperationException e) {
      return false;
    }
    Object one = instance(made, -1);
    assertThat(one).as(made.getName()).hasSameHashCodeAs(expected).isEqualTo(instance(made, -1));
    assertThat(one).isNotEqualTo("text").isNotEqualTo(expected);
    for (int i = 0; i < made.getRecordComponents().length; i++) {
      Object changed;
      try {
        changed = instance(made, i);
      } catch (ReflectiveOperationException e) {
        continue;
      }
      boolean differs = OTHER.containsKey(made.getRecordComponents()[i].getType());
      assertThat(one.equals(changed)).as(made + " component " + i).isEqualTo(!differs);
    }
    return true;
  }

  /**
   * @param changed the component with another value; -1 for none
   */
  private static Object instance(Class<?> type, int changed) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new);
    Object[] values = Stream.of(types).map(ONE::get).toArray();
    Object other = changed < 0 ? null : OTHER.get(types[changed]);
    if (other != null) {
      values[changed] = other;
    }
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static List<String> names(List<Path> folders) throws Exception {
    List<String> names = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> walk = Files.walk(folder)) {
        walk.map(file -> folder.relativize(file).toString())
            .filter(file -> file.startsWith("dev/iacguard/") && file.endsWith(".class"))
            .filter(file -> !file.endsWith("-info.class"))
            .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
            .forEach(names::add);
      }
    }
    return names;
  }

  private static List<Path> withLibraries(List<Path> folders) throws Exception {
    List<Path> all = new ArrayList<>(folders);
    try (Stream<Path> libraries = Files.list(ROOT.resolve("checker-cli/target/libraries"))) {
      all.addAll(libraries.toList());
    }
    return all;
  }

  private static URLClassLoader loader(List<Path> paths) throws Exception {
    URL[] urls = new URL[paths.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = paths.get(i).toUri().toURL();
    }
    return new URLClassLoader(urls, null);
  }
}
