package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds dynamic references, {@code {{resolve:ssm:/app/log-arn}}}, in finished strings.
 * CloudFormation joins a string first and resolves the references in it then, so that unknown
 * pieces can be inside of one.
 */
public final class DynamicReferences {
  private static final String START = "{{resolve:";
  private static final String END = "}}";

  /** What the name of a parameter follows. */
  private static final TextPart SSM = new TextPart.Literal("ssm:");

  private final Origin origin;
  private final Parameters parameters;
  private final TextBuilder text = new TextBuilder();

  /** The pieces of the reference that has started and not ended; null outside of one. */
  private @Nullable List<TextPart> reference;

  private DynamicReferences(Origin origin, Parameters parameters) {
    this.origin = origin;
    this.parameters = parameters;
  }

  /** The values of the parameters in Systems Manager that the stack declares. */
  public interface Parameters {

    /** Null when it is not known. */
    @Nullable Value of(Reference.ToResource parameter);
  }

  /** A string in which no reference has a piece of its own. */
  static Value resolve(Value.Text written) {
    return resolve(written, parameter -> null);
  }

  /** The string with each reference as one unknown piece; a string of one reference is unknown. */
  public static Value resolve(Value.Text written, Parameters parameters) {
    boolean none =
        written.parts().stream()
            .noneMatch(
                part -> part instanceof TextPart.Literal literal && literal.text().contains(START));
    if (none) {
      return written;
    }
    DynamicReferences found = new DynamicReferences(written.origin(), parameters);
    for (TextPart part : written.parts()) {
      switch (part) {
        case TextPart.Literal literal -> found.literal(literal.text());
        case TextPart.Hole hole -> found.hole(hole);
      }
    }
    found.finish();
    Value.Text whole = found.text.build(written.origin());
    return whole.parts().size() == 1 && whole.parts().get(0) instanceof TextPart.Hole hole
        ? hole.value()
        : whole;
  }

  private void literal(String written) {
    int from = 0;
    while (from < written.length()) {
      if (reference == null) {
        int start = written.indexOf(START, from);
        text.add(written.substring(from, start < 0 ? written.length() : start));
        if (start < 0) {
          return;
        }
        reference = new ArrayList<>(List.of(new TextPart.Literal(START)));
        from = start + START.length();
      } else {
        int end = written.indexOf(END, from);
        int stop = end < 0 ? written.length() : end + END.length();
        reference.add(new TextPart.Literal(written.substring(from, stop)));
        if (end >= 0) {
          Value declared = declared(reference);
          text.add(declared == null ? value(reference) : declared);
          reference = null;
        }
        from = stop;
      }
    }
  }

  private void hole(TextPart.Hole hole) {
    if (reference == null) {
      text.add(hole);
    } else {
      reference.add(hole);
    }
  }

  /** A reference that does not end is none, unless its end may be in an unknown piece. */
  private void finish() {
    if (reference == null) {
      return;
    }
    if (reference.stream().anyMatch(TextPart.Hole.class::isInstance)) {
      text.add(new TextPart.Hole(value(reference)));
    } else {
      reference.forEach(text::add);
    }
  }

  /**
   * The value of a parameter that the stack declares and the reference names by reference, so that
   * it is there before; null otherwise.
   */
  private @Nullable Value declared(List<TextPart> parts) {
    return parts.size() == 4
            && parts.get(1).equals(SSM)
            && parts.get(2) instanceof TextPart.Hole hole
            && parts.get(3).equals(new TextPart.Literal(END))
            && hole.value() instanceof Value.Unknown unknown
            && unknown.references().size() == 1
            && unknown.references().get(0) instanceof Reference.ToResource parameter
            && parameter.attribute().isEmpty()
        ? parameters.of(parameter)
        : null;
  }

  /** Equal references have equal values where all of their pieces have a name. */
  private Value value(List<TextPart> parts) {
    StringBuilder name = new StringBuilder();
    boolean named = true;
    for (TextPart part : parts) {
      switch (part) {
        case TextPart.Literal literal -> name.append(literal.text());
        case TextPart.Hole hole -> {
          boolean known = hole.value() instanceof Value.Unknown;
          named &= known && !((Value.Unknown) hole.value()).references().isEmpty();
          name.append("${")
              .append(hole.value() instanceof Value.Unknown unknown ? unknown.what() : "…")
              .append('}');
        }
      }
    }
    List<Reference> references = named ? List.of(new Reference.Named(name.toString())) : List.of();
    return new Value.Unknown(Cause.DATA, name.toString(), references, true, origin);
  }
}
