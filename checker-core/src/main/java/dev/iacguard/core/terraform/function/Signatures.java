package dev.iacguard.core.terraform.function;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of Terraform's functions, as {@code terraform metadata functions} lists them for
 * 1.11, one letter each:
 *
 * <ul>
 *   <li>{@code t} text, {@code n} number, {@code l} list of texts, {@code b} list of booleans,
 *       {@code m} map of lists of texts
 *   <li>{@code L} list of anything, {@code S} set of anything
 *   <li>{@code v} any value but null, {@code w} any value
 * </ul>
 *
 * <p>A {@code *} behind the last letter says that there may be any number of these. A {@code ?} at
 * the end says that the function deals with unknown arguments itself; the others are unknown when
 * one of their arguments is.
 */
final class Signatures {
  private Signatures() {}

  /** The function's parameters, or null when there is no function of that name. */
  static @Nullable String of(String function) {
    return switch (function) {
      case "plantimestamp", "timestamp", "uuid" -> "";
      case "abs", "ceil", "floor", "signum" -> "n";
      case "log", "pow" -> "nn";
      case "max", "min", "range" -> "n*";
      case "parseint" -> "vn";

      case "chomp", "lower", "strrev", "title", "trimspace", "upper" -> "t?";
      case "endswith", "startswith", "strcontains" -> "tt?";
      case "trim", "trimprefix", "trimsuffix" -> "tt?";
      case "indent" -> "nt?";
      case "substr" -> "tnn";
      case "replace" -> "ttt?";
      case "regex", "regexall", "split" -> "tt?";
      case "join" -> "tl*?";
      case "format", "formatlist" -> "tw*?";
      case "templatestring" -> "tv?";

      case "abspath", "basename", "dirname", "pathexpand" -> "t";
      case "file", "filebase64", "filebase64sha256", "filebase64sha512", "fileexists" -> "t";
      case "filemd5", "filesha1", "filesha256", "filesha512" -> "t";
      case "fileset" -> "tt";
      case "templatefile" -> "tv";

      case "base64decode", "base64encode", "base64gzip", "csvdecode", "jsondecode" -> "t";
      case "urlencode", "yamldecode" -> "t";
      case "base64sha256", "base64sha512", "md5", "sha1", "sha256", "sha512" -> "t";
      case "textdecodebase64", "textencodebase64", "rsadecrypt", "uuidv5" -> "tt";
      case "bcrypt" -> "tn*";
      case "jsonencode", "yamlencode" -> "w?";

      case "formatdate", "timeadd", "timecmp" -> "tt";
      case "cidrhost" -> "tn";
      case "cidrnetmask" -> "t";
      case "cidrsubnet" -> "tnn";
      case "cidrsubnets" -> "tn*";

      case "alltrue", "anytrue" -> "b?";
      case "chunklist" -> "Ln";
      case "coalesce", "coalescelist", "merge" -> "w*?";
      case "compact", "sort" -> "l";
      case "concat", "setproduct" -> "v*?";
      case "contains" -> "vv?";
      case "index" -> "vv";
      case "distinct" -> "L";
      case "element" -> "vn";
      case "flatten", "one", "reverse", "sum" -> "v";
      case "keys", "length", "values" -> "v?";
      case "lookup" -> "vtw*?";
      case "matchkeys" -> "LLL";
      case "setintersection", "setunion" -> "SS*";
      case "setsubtract" -> "SS";
      case "slice" -> "vnn";
      case "transpose" -> "m";
      case "zipmap" -> "lv";

      case "ephemeralasnull", "issensitive", "nonsensitive", "sensitive" -> "w?";
      case "tobool", "tolist", "tomap", "tonumber", "toset", "tostring" -> "w?";
      default -> null;
    };
  }

  /** False when Terraform's result may be null once it is known. */
  static boolean isNeverNull(String function) {
    return switch (function) {
      case "element", "lookup", "one", "ephemeralasnull", "nonsensitive", "sensitive" -> false;
      case "jsondecode", "yamldecode", "templatefile", "strcontains", "timeadd" -> false;
      case "tobool", "tolist", "tomap", "tonumber", "toset", "tostring", "try" -> false;
      default -> true;
    };
  }
}
