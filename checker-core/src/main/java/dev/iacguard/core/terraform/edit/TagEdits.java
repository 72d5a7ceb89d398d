package dev.iacguard.core.terraform.edit;

import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.EditResult;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.source.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds entries to a map: to an object, to the arguments of {@code merge}, or by wrapping in one.
 */
final class TagEdits {
  private TagEdits() {}

  static EditResult add(Intention.AddTags it, Layout layout, HclTerms terms) {
    Term.Entries tags = new Term.Entries(it.tags());
    BodyItem.@Nullable Attribute present = layout.body().attribute(it.property());
    if (present == null) {
      String value = terms.value(tags, layout.indent());
      return layout.addParagraph(layout.indent() + it.property() + " = " + value + "\n");
    }
    return addTo(present.value(), tags, layout, terms);
  }

  private static EditResult addTo(
      Expression present, Term.Entries tags, Layout layout, HclTerms terms) {
    SourceFile file = layout.file();
    return switch (present) {
      case Expression.Obj object -> new Objects(file, terms).add(object, tags.entries());
      case Expression.NullLiteral none ->
          EditResult.of(
              Edit.replace(file, none.start(), none.end(), terms.value(tags, layout.indent())));
      case Expression.Call merge when merge.name().equals("merge") && !merge.expandLast() ->
          merge.arguments().isEmpty()
              ? EditResult.impossible("merge() has no arguments")
              : addToMerge(merge.arguments(), tags, layout, terms);
      case Expression.Invalid it -> EditResult.impossible("the tags cannot be read");
      default ->
          EditResult.of(
              Edit.insert(file, present.start(), "merge("),
              Edit.insert(file, present.end(), ", " + oneLine(tags, terms) + ")"));
    };
  }

  private static EditResult addToMerge(
      List<Expression> arguments, Term.Entries tags, Layout layout, HclTerms terms) {
    Expression last = arguments.getLast();
    return last instanceof Expression.Obj object
        ? new Objects(layout.file(), terms).add(object, tags.entries())
        : EditResult.of(Edit.insert(layout.file(), last.end(), ", " + oneLine(tags, terms)));
  }

  private static String oneLine(Term.Entries tags, HclTerms terms) {
    return Objects.oneLine(tags.entries(), terms);
  }
}
