package dev.iacguard.core.edit;

import dev.iacguard.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Carries out intentions in the files of one language. Not for several threads. */
public abstract class IntentionWriter {

  /** Whether a file is of its language. */
  public abstract boolean writes(SourceFile file);

  /**
   * The edits that carry out all of them. Never throws for what the code contains.
   *
   * @param intentions for files of its language
   */
  public final EditResult edits(List<Intention> intentions) {
    List<EditResult> results = new ArrayList<>();
    List<Intention.Declare> declarations = new ArrayList<>();
    for (Intention intention : intentions) {
      String refusal = refusal(intention.at().file());
      if (!refusal.isEmpty()) {
        return EditResult.impossible(refusal);
      }
      if (intention instanceof Intention.Declare declaration) {
        declarations.add(declaration);
      } else {
        results.add(edits(intention));
      }
    }
    results.add(declareAll(declarations));
    return EditResult.all(results);
  }

  /**
   * The code that an intention brings, to be pasted: a setting, a value or a resource. Empty for an
   * intention that only changes what is there. The last line has no end.
   */
  public final String code(Intention intention) {
    return switch (intention) {
      case Intention.SetProperty it -> setting(it);
      case Intention.Declare it -> resource(it);
      case Intention.Replace it -> value(it);
      default -> "";
    };
  }

  /** The code of several intentions, behind one another. */
  public final String code(List<Intention> intentions) {
    StringBuilder code = new StringBuilder();
    for (Intention intention : intentions) {
      String text = code(intention);
      boolean follows = !code.isEmpty() && !text.isEmpty();
      code.append(follows ? between(intention.at().file()) : "").append(text);
    }
    return code.toString();
  }

  /** What stands between two resources of a file. */
  protected String between(SourceFile file) {
    return file.startsWithBrace() ? ",\n" : "\n\n";
  }

  /** Why a file of its language takes no edits; empty for one that does. */
  protected String refusal(SourceFile file) {
    return "";
  }

  protected abstract String setting(Intention.SetProperty intention);

  protected abstract String resource(Intention.Declare intention);

  protected abstract String value(Intention.Replace intention);

  /** New resources; a language overrides this where several share what is around them. */
  protected EditResult declareAll(List<Intention.Declare> declarations) {
    return EditResult.all(declarations.stream().map(this::declare).toList());
  }

  private EditResult edits(Intention intention) {
    return switch (intention) {
      case Intention.SetProperty it -> set(it);
      case Intention.SetInTemplate it -> setInTemplate(it);
      case Intention.Replace it -> replace(it);
      case Intention.AddTags it -> addTags(it);
      case Intention.ExtendText it -> extend(it);
      case Intention.ReplaceWords it -> WordEdits.of(it);
      case Intention.ReadAttribute it -> readAttribute(it);
      case Intention.AddDependency it -> addDependency(it);
      case Intention.Declare it -> declare(it);
    };
  }

  protected abstract EditResult set(Intention.SetProperty intention);

  /** Only templates have properties outside of resources. */
  protected EditResult setInTemplate(Intention.SetInTemplate intention) {
    return EditResult.impossible("this is not a template");
  }

  protected abstract EditResult replace(Intention.Replace intention);

  protected abstract EditResult addTags(Intention.AddTags intention);

  protected abstract EditResult extend(Intention.ExtendText intention);

  protected abstract EditResult readAttribute(Intention.ReadAttribute intention);

  protected abstract EditResult addDependency(Intention.AddDependency intention);

  protected abstract EditResult declare(Intention.Declare intention);
}
