package dev.iacguard.core.edit;

import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.ForwardingTree;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tree in which some files have another text. */
public final class OverlayTree extends ForwardingTree {
  private final Map<String, String> texts;

  /**
   * @param texts by path in the tree
   */
  public OverlayTree(SourceTree tree, Map<String, String> texts) {
    super(tree);
    this.texts = Map.copyOf(texts);
  }

  @Override
  public Content read(String path) {
    @Nullable String text = texts.get(path);
    return text == null
        ? super.read(path)
        : new Content.Decoded(new SourceFile(shown(path), text), Content.Encoding.UTF_8);
  }

  @Override
  public @Nullable SourceFile kept(String path) {
    return texts.containsKey(path) ? null : super.kept(path);
  }

  @Override
  public byte[] head(String path, int most) {
    @Nullable String text = texts.get(path);
    if (text == null) {
      return super.head(path, most);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
  }

  @Override
  public @Nullable InputStream open(String path) {
    @Nullable String text = texts.get(path);
    return text == null
        ? super.open(path)
        : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
