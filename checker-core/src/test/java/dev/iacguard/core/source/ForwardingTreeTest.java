package dev.iacguard.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardingTreeTest {
  private static List<String> methods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .map(ForwardingTreeTest::signature)
        .sorted()
        .toList();
  }

  private static String signature(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }

  /** A default that is not forwarded would be the other tree's answer lost. */
  @Test
  void forwardsWhatHasADefaultToo() {
    assertThat(methods(ForwardingTree.class)).isEqualTo(methods(SourceTree.class));
  }
}
