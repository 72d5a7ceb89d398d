package dev.iacguard.core.terraform.edit;

import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.EditResult;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.IntentionWriter;
import dev.iacguard.core.edit.Syntax;
import dev.iacguard.core.edit.Target;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.hcl.Body;
import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Carries out intentions in files of Terraform's native syntax. */
public final class HclWriter extends IntentionWriter {
  private final Declarations declarations = new Declarations();

  @Override
  public boolean writes(SourceFile file) {
    String name = file.name();
    return name.endsWith(".tf") || name.endsWith(".tofu");
  }

  @Override
  protected EditResult set(Intention.SetProperty it) {
    BodyItem.@Nullable Block block = declarations.block(it.resource());
    if (block == null) {
      return notABlock(it.resource());
    }
    return setIn(it, block.body(), it.path(), terms(it.resource()));
  }

  private EditResult setIn(Intention.SetProperty it, Body body, List<String> path, HclTerms terms) {
    SourceFile file = it.resource().span().file();
    Layout layout = new Layout(file, body);
    String name = path.getFirst();
    if (path.size() > 1) {
      List<BodyItem.Block> nested = body.blocks(name);
      if (nested.size() == 1) {
        return setIn(it, nested.getFirst().body(), path.subList(1, path.size()), terms);
      }
      if (!nested.isEmpty() || isDynamic(body, name)) {
        return EditResult.impossible(severalOrDynamic(name));
      }
      return layout.addParagraph(
          terms.block(
              name, Term.nested(path.subList(1, path.size()), it.value()), layout.indent()));
    }
    BodyItem.@Nullable Attribute present = body.attribute(name);
    if (present != null) {
      return replaced(file, name, present.value(), terms.inline(it.value()));
    }
    if (it.value() instanceof Term.Block block) {
      return body.blocks(name).isEmpty() && !isDynamic(body, name)
          ? layout.addParagraph(terms.block(name, block, layout.indent()))
          : EditResult.impossible(severalOrDynamic(name));
    }
    String value = terms.value(it.value(), layout.indent());
    return value.contains("\n")
        ? layout.addParagraph(layout.indent() + name + " = " + value + "\n")
        : layout.addAttribute(name, value);
  }

  private static String severalOrDynamic(String name) {
    return name + " is a dynamic block, or is written already";
  }

  private static boolean isDynamic(Body body, String name) {
    return body.blocks("dynamic").stream().anyMatch(block -> block.label(0).equals(name));
  }

  private static EditResult replaced(
      SourceFile file, String name, Expression present, String value) {
    if (!Literals.isOne(present)) {
      return EditResult.impossible(name + " is computed; change what it is computed from");
    }
    return EditResult.of(Edit.replace(file, present.start(), present.end(), value));
  }

  @Override
  protected EditResult replace(Intention.Replace it) {
    SourceFile file = it.at().file();
    @Nullable Expression present =
        new ExpressionFinder(declarations.file(file)).at(it.at().start(), it.at().end());
    if (present == null || !Literals.isOne(present)) {
      return EditResult.impossible("the value at " + it.at() + " is computed");
    }
    String text = new HclTerms(term -> "").inline(it.value());
    return EditResult.of(Edit.replace(file, present.start(), present.end(), text));
  }

  @Override
  protected EditResult addTags(Intention.AddTags it) {
    BodyItem.@Nullable Block block = declarations.block(it.resource());
    if (block == null) {
      return notABlock(it.resource());
    }
    Layout layout = new Layout(it.resource().span().file(), block.body());
    return TagEdits.add(it, layout, terms(it.resource()));
  }

  @Override
  protected EditResult extend(Intention.ExtendText it) {
    return new TextEdits(declarations).extend(it);
  }

  @Override
  protected EditResult readAttribute(Intention.ReadAttribute it) {
    SourceFile file = it.at().file();
    @Nullable Expression present =
        new ExpressionFinder(declarations.file(file)).at(it.at().start(), it.at().end());
    return present instanceof Expression.GetAttribute reference
            && !(reference.source() instanceof Expression.Name)
        ? EditResult.of(Edit.replace(file, reference.nameStart(), reference.end(), it.attribute()))
        : EditResult.impossible("the reference at " + it.at() + " is computed");
  }

  @Override
  protected EditResult addDependency(Intention.AddDependency it) {
    BodyItem.@Nullable Block block = declarations.block(it.resource());
    if (block == null) {
      return notABlock(it.resource());
    }
    SourceFile file = it.resource().span().file();
    BodyItem.@Nullable Attribute present = block.body().attribute("depends_on");
    if (present == null) {
      Layout layout = new Layout(file, block.body());
      return layout.addParagraph(layout.indent() + "depends_on = [" + it.name() + "]\n");
    }
    if (!(present.value() instanceof Expression.Tuple list)) {
      return EditResult.impossible("depends_on is not a list");
    }
    return list.elements().isEmpty()
        ? EditResult.of(Edit.replace(file, list.start(), list.end(), "[" + it.name() + "]"))
        : EditResult.of(Edit.member(file, list.elements().getLast().end(), it.name()));
  }

  @Override
  protected String setting(Intention.SetProperty it) {
    Term.Block whole = Term.nested(it.path(), it.value());
    return terms(it.resource()).body(whole.properties(), "").stripTrailing();
  }

  @Override
  protected String value(Intention.Replace it) {
    return new HclTerms(term -> "").value(it.value(), "");
  }

  @Override
  protected EditResult declare(Intention.Declare it) {
    BodyItem.@Nullable Block block = declarations.block(it.beside());
    if (block == null) {
      return notABlock(it.beside());
    }
    SourceFile file = it.beside().span().file();
    @Nullable String missing = missing(it, block);
    if (missing != null) {
      return EditResult.impossible(missing);
    }
    Layout layout = new Layout(file, declarations.file(file).body());
    return EditResult.of(layout.behind(block, "\n" + written(it, block)));
  }

  @Override
  protected String resource(Intention.Declare it) {
    BodyItem.@Nullable Block block = declarations.block(it.beside());
    return block == null || missing(it, block) != null ? "" : written(it, block).stripTrailing();
  }

  private static @Nullable String missing(Intention.Declare it, BodyItem.Block block) {
    return new References(it.beside().span().file(), block)
        .missing(new Term.Block(it.properties()));
  }

  private String written(Intention.Declare it, BodyItem.Block block) {
    SourceFile file = it.beside().span().file();
    HclTerms terms = terms(it.beside());
    SequencedMap<String, Term> properties = new LinkedHashMap<>();
    String repetition = "";
    for (String name : List.of("count", "for_each")) {
      BodyItem.@Nullable Attribute attribute = block.body().attribute(name);
      if (attribute != null) {
        repetition = "  " + name + " = " + Declarations.text(file, attribute.value()) + "\n\n";
      }
    }
    properties.putAll(it.properties());
    for (String name : List.of("provider", "region")) {
      BodyItem.@Nullable Attribute attribute = block.body().attribute(name);
      if (attribute != null) {
        properties.putFirst(name, new Term.Word(Declarations.text(file, attribute.value())));
      }
    }
    return "resource "
        + Syntax.HCL.quoted(it.type())
        + " "
        + Syntax.HCL.quoted(it.name())
        + " {\n"
        + repetition
        + terms.body(properties, "  ")
        + "}\n";
  }

  private HclTerms terms(Target target) {
    BodyItem.@Nullable Block block = declarations.block(target);
    return block == null
        ? new HclTerms(term -> "")
        : new HclTerms(new References(target.span().file(), block)::text);
  }

  private static EditResult notABlock(Target target) {
    return EditResult.impossible(
        "the block at " + target.header() + " is not in a file of its own");
  }
}
