# a comment
variable "env" { default = "dev" }
/* another */
locals {
  list   = [1, 2.5e3, true, null, "a${var.env}b", "%{if var.x ~}y%{else}z%{endif}"]
  object = { a = 1, (var.env) : 2, "c" = [for k, v in var.m : v if k != "x"] }
  splat  = aws_x.y[*].arn
  old    = aws_x.y.*.arn[0]
  map    = { for k, v in var.m : k => v... }
  sum    = -1 + 2 * (3 - 4) / 5 % 6 >= 7 && !false || a == b ? f(x, y...) : p::q(1)
  text   = <<-EOT
    one ${upper("x")}
      %{for i in [1] ~}
      two $${no} %%{no} \n
      %{endfor}
  EOT
  escape = "\u00e9 \U0001F600 \" \\ \t"
}
resource "aws_x" y {
  dynamic "b" {
    for_each = var.m
    content { a = b.value }
  }
}
