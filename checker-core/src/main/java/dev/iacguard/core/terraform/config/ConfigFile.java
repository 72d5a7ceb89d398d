package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.HclFile;
import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.hcl.SyntaxError;
import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.List;

/**
 * One configuration file: its top-level blocks and its problems.
 *
 * @param override true for {@code override.tf} and {@code *_override.tf}
 */
public record ConfigFile(
    SourceFile file, boolean override, List<Declaration> declarations, List<Problem> problems) {

  public static ConfigFile read(SourceTree tree, String path) {
    return switch (tree.read(path)) {
      case Content.Failed failed -> unreadable(failed);
      case Content.Decoded decoded -> {
        SourceFile file = decoded.file();
        yield file.derive(ConfigFile.class, () -> parse(file, path));
      }
    };
  }

  private static ConfigFile parse(SourceFile file, String path) {
    HclFile read = ConfigNames.isJson(path) ? JsonConfig.read(file) : HclReader.read(file);
    return of(read, ConfigNames.isOverride(path), !ConfigNames.isJson(path));
  }

  private static ConfigFile unreadable(Content.Failed failed) {
    Problem problem = Problem.failed(failed, "file ");
    return new ConfigFile(failed.file(), false, List.of(), List.of(problem));
  }

  private static ConfigFile of(HclFile read, boolean override, boolean nativeSyntax) {
    List<Declaration> declarations = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    SourceFile file = read.file();
    for (SyntaxError error : read.errors()) {
      var at = file.span(error.start(), error.end());
      problems.add(
          error.kind() == SyntaxError.Kind.LIMIT
              ? Problem.limit(at, error.message())
              : Problem.unreadable(at, error.message()));
    }
    boolean lazy = nativeSyntax && problems.isEmpty();
    for (BodyItem item : read.body().items()) {
      if (item instanceof BodyItem.Block block) {
        declarations.add(lazy ? Declaration.lazy(file, block) : Declaration.whole(file, block));
      }
    }
    return new ConfigFile(file, override, List.copyOf(declarations), List.copyOf(problems));
  }
}
