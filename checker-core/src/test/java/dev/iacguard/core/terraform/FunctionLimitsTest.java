package dev.iacguard.core.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Value;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No function can be made to take memory or time without bound. */
class FunctionLimitsTest {
  private static final String LOCALS =
      """
      variable "u" {}
      locals {
        ten   = "aaaaaaaaaa"
        long  = join("", [for i in range(1000) : local.ten])
        huge  = join("", [for i in range(300) : local.long])
        laugh = "a: &a [x,x,x,x,x,x,x,x,x,x]\\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]"
        deep  = replace(local.long, "a", "[")
        many  = flatten([for i in range(100) : range(1000)])
        power = 1e900 * 1e900
        more  = local.power * local.power
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format(\"%1000000000d\", 1)",
        "format(\"%.999999999f\", 1.5)",
        "format(\"%999999999s\", \"a\")",
        "format(\"%s%s\", local.huge, local.huge)",
        "formatlist(\"%100000s\", range(1000))",
        "indent(1000000000, \"a\\nb\")",
        "indent(100000, join(\"\\n\", range(1000)))",
        "replace(local.long, \"\", local.long)",
        "replace(local.long, \"a\", local.long)",
        "replace(local.long, \"/a/\", local.long)",
        "replace(\"${var.u}${local.huge}\", \"a\", local.huge)",
        "indent(100000, \"${var.u}${join(\"\\n\", range(1000))}\")",
        "join(local.huge, [\"a\", \"b\", \"c\"])",
        "join(\"\", [local.huge, local.huge])",
        "jsonencode([local.huge, local.huge])",
        "yamlencode([local.huge, local.huge])",
        "urlencode(replace(local.huge, \"a\", \"é\"))",
        "base64encode(replace(local.huge, \"a\", \"éé\"))",
        "setproduct(range(1000), range(1000))",
        "setproduct(range(10), range(10), range(10), range(10), range(10), range(10))",
        "setproduct(toset(range(300)), toset(range(300)))",
        "concat(local.many, local.many)",
        "chunklist([for i in range(100) : local.many], 1)",
        "split(\"\", local.huge)",
        "split(\"a\", local.huge)",
        "regexall(\"\", local.huge)",
        "regexall(\"(a)(a)(a)(a)\", local.huge)",
        "regex(\"(((a{100}){100}){100}){100}\", \"a\")",
        "regex(replace(local.deep, \"[\", \"(\"), \"a\")",
        "pow(10, 1000000000)",
        "range(1000000000)",
        "local.more * local.more",
        "parseint(local.long, 36)",
        "yamldecode(local.laugh)",
        "yamldecode(local.deep)",
        "jsondecode(local.deep)",
        "cidrsubnets(\"0.0.0.0/0\", 32, 1000000000)",
        "cidrsubnet(\"::/0\", 1000000000, 1)",
        "timeadd(\"9999-12-31T00:00:00Z\", \"9000000000h\")",
        "timeadd(\"2020-01-01T00:00:00Z\", local.long)",
        "fileset(\".\", \"{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}\")",
        "fileset(\"..\", \"**\")",
        "csvdecode(\"a\\n${replace(local.huge, \"a\", \"x\\n\")}\")",
        "distinct([for i in range(100) : [for j in local.many : j]])",
      })
  void endsSoonWithoutAValue(String expression) {
    Value value =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30),
            () ->
                TerraformCode.in(folder)
                    .file(
                        "main.tf",
                        LOCALS + "resource \"probe\" \"x\" {\n  value = " + expression + "\n}\n")
                    .only("probe")
                    .get("value"));
    assertThat(value)
        .isInstanceOfSatisfying(
            Value.Unknown.class,
            unknown -> assertThat(unknown.cause()).isIn(Cause.LIMIT, Cause.INVALID, Cause.FILE));
  }
}
