package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Value;
import java.util.function.Function;

/**
 * One of Terraform's functions.
 *
 * <p>Its parameters are one letter each:
 *
 * <ul>
 *   <li>{@code t} string, {@code n} number, {@code l} list of strings, {@code b} list of booleans,
 *       {@code m} map of lists of strings
 *   <li>{@code L} list of anything, {@code S} set of anything
 *   <li>{@code v} any value but null, {@code w} any value
 * </ul>
 *
 * <p>A {@code *} behind the last letter says that there may be any number of these. A {@code ?} at
 * the end says that the function deals with unknown arguments itself; the results of the others are
 * unknown when one of their arguments is.
 *
 * @param neverNull false when Terraform's result may be null once it is known
 * @param implementation takes a call whose arguments fit the parameters
 */
record TerraformFunction(
    String signature, boolean neverNull, Function<FunctionCall, Value> implementation) {

  /** The letters of the parameters, with a {@code *} where the last one may be repeated. */
  String parameters() {
    return takesUnknown() ? signature.substring(0, signature.length() - 1) : signature;
  }

  boolean takesUnknown() {
    return signature.endsWith("?");
  }

  Value result(FunctionCall call) {
    return implementation.apply(call);
  }
}
