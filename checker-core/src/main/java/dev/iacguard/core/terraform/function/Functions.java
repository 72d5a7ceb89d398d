package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import dev.iacguard.core.terraform.value.Weight;

/** Terraform's functions by name. */
public final class Functions {
  private Functions() {}

  public static Value apply(FunctionCall call) {
    String signature = Signatures.of(call.name());
    if (signature == null) {
      return call.name().equals("list") || call.name().equals("map")
          ? call.invalid("Terraform 0.12 has removed it")
          : notEvaluated(call);
    }
    Arguments.Fitted fitted = Arguments.fit(call, signature);
    if (fitted.call() == null) {
      return fitted.result() == null ? call.unknown() : fitted.result();
    }
    call.context().budget().read(sizeOfArguments(call));
    return call.context().budget().isUsedUp()
        ? call.exceeded()
        : bounded(call, dispatch(fitted.call()));
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
          case Value.Sequence list -> Weight.isTooMuch(list.elements(), budget);
          case Value.Mapping map -> Weight.isTooMuch(map.entries().values(), budget);
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

  private static Value dispatch(FunctionCall call) {
    return switch (call.name()) {
      case "abs", "ceil", "floor" -> NumberFunctions.simple(call);
      case "signum" -> NumberFunctions.signum(call);
      case "max", "min" -> NumberFunctions.extreme(call);
      case "log", "pow" -> NumberFunctions.power(call);
      case "parseint" -> NumberFunctions.parseInt(call);
      case "range" -> NumberFunctions.range(call);
      case "sum" -> NumberFunctions.sum(call);

      case "format" -> Formatting.format(call);
      case "formatlist" -> Formatting.formatList(call);
      case "join" -> TextFunctions.join(call);
      case "split" -> TextFunctions.split(call);
      case "replace" -> TextFunctions.replace(call);
      case "indent" -> TextFunctions.indent(call);
      case "substr" -> TextFunctions.substring(call);
      case "startswith", "endswith", "strcontains" -> TextFunctions.test(call);
      case "regex" -> RegexFunctions.first(call);
      case "regexall" -> RegexFunctions.all(call);
      case "lower", "upper", "trimspace", "chomp", "title", "strrev" ->
          CharacterFunctions.change(call);
      case "trim" -> CharacterFunctions.trim(call);
      case "trimprefix" -> CharacterFunctions.trimPrefix(call);
      case "trimsuffix" -> CharacterFunctions.trimSuffix(call);

      case "length" -> ListFunctions.length(call);
      case "concat" -> ListFunctions.concat(call);
      case "element" -> ListFunctions.element(call);
      case "flatten" -> ListFunctions.flatten(call);
      case "one" -> ListFunctions.one(call);
      case "reverse" -> ListFunctions.reverse(call);
      case "slice" -> ListFunctions.slice(call);
      case "chunklist" -> ListFunctions.chunks(call);
      case "contains" -> SearchFunctions.contains(call);
      case "index" -> SearchFunctions.index(call);
      case "alltrue", "anytrue" -> SearchFunctions.allOrAny(call);
      case "compact" -> SearchFunctions.compact(call);
      case "distinct" -> SearchFunctions.distinct(call);
      case "sort" -> SearchFunctions.sort(call);
      case "matchkeys" -> SearchFunctions.matchKeys(call);
      case "setintersection", "setsubtract", "setunion" -> SetFunctions.combine(call);
      case "setproduct" -> SetFunctions.product(call);
      case "merge" -> MapFunctions.merge(call);
      case "keys" -> MapFunctions.keys(call);
      case "values" -> MapFunctions.values(call);
      case "lookup" -> MapFunctions.lookup(call);
      case "zipmap" -> MapFunctions.zip(call);
      case "transpose" -> MapFunctions.transpose(call);

      case "coalesce" -> ConditionalFunctions.coalesce(call);
      case "coalescelist" -> ConditionalFunctions.coalesceList(call);
      case "sensitive", "nonsensitive", "ephemeralasnull", "issensitive" ->
          ConditionalFunctions.marks(call);
      case "tobool", "tolist", "tomap", "tonumber", "toset", "tostring" ->
          TypeFunctions.convert(call);

      case "jsonencode" -> JsonEncoding.encode(call);
      case "jsondecode" -> JsonEncoding.decode(call);
      case "yamlencode" -> YamlEncoding.encode(call);
      case "yamldecode" -> YamlDecoding.decode(call);
      case "csvdecode" -> CsvDecoding.decode(call);
      case "base64decode" -> EncodingFunctions.base64Decode(call);
      case "base64encode" -> EncodingFunctions.base64Encode(call);
      case "textdecodebase64" -> EncodingFunctions.textDecode(call);
      case "textencodebase64" -> EncodingFunctions.textEncode(call);
      case "urlencode" -> EncodingFunctions.urlEncode(call);
      case "base64sha256", "base64sha512", "md5", "sha1", "sha256", "sha512" ->
          HashFunctions.ofText(call);
      case "uuidv5" -> HashFunctions.uuidV5(call);

      case "abspath", "basename", "dirname", "pathexpand" -> PathFunctions.apply(call);
      case "fileexists" -> FileFunctions.exists(call);
      case "fileset" -> FileFunctions.set(call);
      case "templatefile" -> TemplateFunctions.file(call);
      case "templatestring" -> TemplateFunctions.text(call);
      case "file", "filebase64", "filebase64sha256", "filebase64sha512" ->
          FileFunctions.content(call);
      case "filemd5", "filesha1", "filesha256", "filesha512" -> FileFunctions.content(call);

      case "formatdate" -> DateFunctions.format(call);
      case "timeadd" -> DateFunctions.add(call);
      case "timecmp" -> DateFunctions.compare(call);
      case "cidrhost", "cidrnetmask", "cidrsubnet", "cidrsubnets" -> NetworkFunctions.apply(call);

      case "bcrypt", "timestamp", "uuid" -> call.undetermined();
      case "plantimestamp" -> Value.Unknown.named(Cause.COMPUTED, call.written(), call.origin());
      default -> notEvaluated(call);
    };
  }

  private static Value notEvaluated(FunctionCall call) {
    return Value.Unknown.of(Cause.NOT_EVALUATED, call.written(), call.origin());
  }
}
