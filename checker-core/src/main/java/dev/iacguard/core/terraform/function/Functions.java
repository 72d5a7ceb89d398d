package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import dev.iacguard.core.terraform.value.Weight;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Registers Terraform's functions, one entry each: name, parameters, whether the result may be
 * null, and what computes it. The parameters are those that {@code terraform metadata functions}
 * lists for 1.11.
 */
public final class Functions {
  private Functions() {}

  public static Value apply(FunctionCall call) {
    TerraformFunction function = named(call.name());
    if (function == null) {
      return call.name().equals("list") || call.name().equals("map")
          ? call.invalid("Terraform 0.12 has removed it")
          : notEvaluated(call);
    }
    Arguments.Fitted fitted = Arguments.fit(call, function);
    if (fitted.call() == null) {
      return fitted.result() == null ? call.unknown() : fitted.result();
    }
    call.context().budget().read(sizeOfArguments(call));
    return call.context().budget().isUsedUp()
        ? call.exceeded()
        : bounded(call, function.result(fitted.call()));
  }

  /** Whether a function is evaluated, as {@link #named} names it. */
  public static boolean has(String name) {
    return named(name) != null;
  }

  /** A function looks at all that it is given. */
  private static long sizeOfArguments(FunctionCall call) {
    long size = 0;
    for (Value argument : call.arguments()) {
      size += TextSize.of(argument);
    }
    return size;
  }

  /** Every function makes a few times of what it is given at most; this stops what adds up. */
  private static Value bounded(FunctionCall call, Value result) {
    EvaluationBudget budget = call.context().budget();
    boolean tooMany =
        switch (result) {
          case Value.Sequence list -> Weight.isTooMuchNew(list.elements(), budget);
          case Value.Mapping map -> Weight.isTooMuchNew(map.entries().values(), budget);
          default -> false;
        };
    if (tooMany) {
      return call.tooManyElements();
    }
    if (result instanceof Value.Text text
        && text.known() != null
        && text.known().length() > EvaluationBudget.MAX_TEXT) {
      return call.tooLong();
    }
    return budget.make(TextSize.of(result)) ? result : call.exceeded();
  }

  /**
   * The function of that name; null when Terraform has none.
   *
   * @param name without namespace, or with that of the provider
   */
  static @Nullable TerraformFunction named(String name) {
    return switch (name) {
      case "abs", "ceil", "floor" -> of("n", NumberFunctions::simple);
      case "signum" -> of("n", NumberFunctions::signum);
      case "max", "min" -> of("n*", NumberFunctions::extreme);
      case "log", "pow" -> of("nn", NumberFunctions::power);
      case "parseint" -> of("vn", NumberFunctions::parseInt);
      case "range" -> of("n*", NumberFunctions::range);
      case "sum" -> of("v", NumberFunctions::sum);
      case "format" -> of("tw*?", Formatting::format);
      case "formatlist" -> of("tw*?", Formatting::formatList);

      case "join" -> of("tl*?", TextFunctions::join);
      case "split" -> of("tt?", TextFunctions::split);
      case "replace" -> of("ttt?", TextFunctions::replace);
      case "indent" -> of("nt?", TextFunctions::indent);
      case "substr" -> of("tnn", TextFunctions::substring);
      case "startswith", "endswith" -> of("tt?", TextFunctions::test);
      case "strcontains" -> nullable("tt?", TextFunctions::test);
      case "regex" -> of("tt?", RegexFunctions::first);
      case "regexall" -> of("tt?", RegexFunctions::all);
      case "lower", "upper", "trimspace", "chomp", "title", "strrev" ->
          of("t?", CharacterFunctions::change);
      case "trim" -> of("tt?", CharacterFunctions::trim);
      case "trimprefix" -> of("tt?", CharacterFunctions::trimPrefix);
      case "trimsuffix" -> of("tt?", CharacterFunctions::trimSuffix);

      case "length" -> of("v?", ListFunctions::length);
      case "concat" -> of("v*?", ListFunctions::concat);
      case "element" -> nullable("vn", ListFunctions::element);
      case "flatten" -> of("v", ListFunctions::flatten);
      case "one" -> nullable("v", ListFunctions::one);
      case "reverse" -> of("v", ListFunctions::reverse);
      case "slice" -> of("vnn", ListFunctions::slice);
      case "chunklist" -> of("Ln", ListFunctions::chunks);
      case "contains" -> of("vv?", SearchFunctions::contains);
      case "index" -> of("vv", SearchFunctions::index);
      case "alltrue", "anytrue" -> of("b?", SearchFunctions::allOrAny);
      case "compact" -> of("l", SearchFunctions::compact);
      case "distinct" -> of("L", SearchFunctions::distinct);
      case "sort" -> of("l", SearchFunctions::sort);
      case "matchkeys" -> of("LLL", SearchFunctions::matchKeys);
      case "setintersection", "setunion" -> of("SS*", SetFunctions::combine);
      case "setsubtract" -> of("SS", SetFunctions::combine);
      case "setproduct" -> of("v*?", SetFunctions::product);
      case "merge" -> of("w*?", MapFunctions::merge);
      case "keys" -> of("v?", MapFunctions::keys);
      case "values" -> of("v?", MapFunctions::values);
      case "lookup" -> nullable("vtw*?", MapFunctions::lookup);
      case "zipmap" -> of("lv", MapFunctions::zip);
      case "transpose" -> of("m", MapFunctions::transpose);

      case "coalesce" -> of("w*?", ConditionalFunctions::coalesce);
      case "coalescelist" -> of("w*?", ConditionalFunctions::coalesceList);
      case "sensitive", "nonsensitive", "ephemeralasnull" ->
          nullable("w?", ConditionalFunctions::marks);
      case "issensitive" -> of("w?", ConditionalFunctions::marks);
      case "tobool", "tolist", "tomap", "tonumber", "toset", "tostring" ->
          nullable("w?", TypeFunctions::convert);

      case "jsonencode" -> of("w?", JsonEncoding::encode);
      case "jsondecode" -> nullable("t", JsonEncoding::decode);
      case "yamlencode" -> of("w?", YamlEncoding::encode);
      case "yamldecode" -> nullable("t", YamlDecoding::decode);
      case "csvdecode" -> of("t", CsvDecoding::decode);
      case "base64decode" -> of("t", EncodingFunctions::base64Decode);
      case "base64encode" -> of("t", EncodingFunctions::base64Encode);
      case "textdecodebase64" -> of("tt", EncodingFunctions::textDecode);
      case "textencodebase64" -> of("tt", EncodingFunctions::textEncode);
      case "urlencode" -> of("t", EncodingFunctions::urlEncode);
      case "base64sha256", "base64sha512", "md5", "sha1", "sha256", "sha512" ->
          of("t", HashFunctions::ofText);
      case "uuidv5" -> of("tt", HashFunctions::uuidV5);

      case "abspath", "basename", "dirname", "pathexpand" -> of("t", PathFunctions::apply);
      case "fileexists" -> of("t", FileFunctions::exists);
      case "fileset" -> of("tt", FileFunctions::set);
      case "templatefile" -> nullable("tv", TemplateFunctions::file);
      case "templatestring" -> of("tv?", TemplateFunctions::text);
      case "file",
          "filebase64",
          "filebase64sha256",
          "filebase64sha512",
          "filemd5",
          "filesha1",
          "filesha256",
          "filesha512" ->
          of("t", FileFunctions::content);

      case "formatdate" -> of("tt", DateFunctions::format);
      case "timeadd" -> nullable("tt", DateFunctions::add);
      case "timecmp" -> of("tt", DateFunctions::compare);
      case "cidrhost" -> of("tn", NetworkFunctions::apply);
      case "cidrnetmask" -> of("t", NetworkFunctions::apply);
      case "cidrsubnet" -> of("tnn", NetworkFunctions::apply);
      case "cidrsubnets" -> of("tn*", NetworkFunctions::apply);

      case "bcrypt" -> of("tn*", FunctionCall::undetermined);
      case "timestamp", "uuid" -> of("", FunctionCall::undetermined);
      case "plantimestamp" -> of("", Functions::atPlan);
      case "base64gzip" -> of("t", Functions::notEvaluated);
      case "rsadecrypt" -> of("tt", Functions::notEvaluated);

      case "aws::arn_build" -> of("ttttt?", ArnFunctions::build);
      case "aws::arn_parse" -> of("t?", ArnFunctions::parse);
      case "aws::trim_iam_role_path" -> of("t", ArnFunctions::withoutPath);
      default -> null;
    };
  }

  private static TerraformFunction of(
      String parameters, Function<FunctionCall, Value> implementation) {
    return new TerraformFunction(parameters, true, implementation);
  }

  private static TerraformFunction nullable(
      String parameters, Function<FunctionCall, Value> implementation) {
    return new TerraformFunction(parameters, false, implementation);
  }

  private static Value atPlan(FunctionCall call) {
    return Value.Unknown.named(Cause.COMPUTED, call.written(), call.origin());
  }

  private static Value notEvaluated(FunctionCall call) {
    return Value.Unknown.of(Cause.NOT_EVALUATED, call.written(), call.origin());
  }
}
