package dev.iacguard.core.terraform.function;

import dev.iacguard.core.hcl.ParsedExpression;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.Span;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import java.util.Map;

/** What a function may read of the place that it is called from. */
public interface FunctionContext {

  /** The files that functions may read. */
  SourceTree tree();

  /** The folder of the root module, which paths are relative to. */
  String rootFolder();

  /** True in a file that {@code templatefile} reads, which may not read another one. */
  boolean inTemplateFile();

  /** The text that a template gives with these variables. */
  Value render(SourceFile file, ParsedExpression template, Map<String, Value> variables);

  /** The string with the sections of each ARN in it whose form is known. */
  Value withArns(Value text);

  /**
   * Reports that a limit was reached, and returns the unknown value that is the result.
   *
   * @param what completes "the code asks for"
   */
  Value.Unknown limit(Span at, String what);

  /** What is counted of the stack's work. */
  EvaluationBudget budget();

  /**
   * Reports that the stack's budget is used up, and returns the unknown value that is the result.
   *
   * @param what the call as the code has it
   */
  Value.Unknown exceeded(Span at, String what);
}
