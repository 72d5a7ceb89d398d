locals {
  tags = merge(
    var.tags,
    {
      Service     = "orders"
      Environment = var.environment
      "cost:team" = "shop"
      (var.owner_key) = var.owner
    },
  )

  # Every stage of every API, by its name.
  stages = {
    for pair in setproduct(keys(var.apis), var.stages) :
    "${pair[0]}-${pair[1]}" => {
      api   = pair[0]
      stage = pair[1]
    } if !contains(var.skipped, pair[1])
  }

  by_owner = { for name, api in var.apis : api.owner => name... }

  names = [for name, api in var.apis : upper(name) if api.enabled && api.kind != "WEBSOCKET"]

  nested = [for a in var.apis : [for s in a.stages : s.name if s.logs || a.logs]]

  total = 1 + 2 * 3 - 4 / 5 % 6
  logic = !var.a && var.b || var.c == var.d && var.e >= -1
  pick  = var.on ? var.a : var.off ? var.b : var.c

  first   = var.items.0
  last    = var.items[length(var.items) - 1]["name"].value
  zones   = data.aws_subnet.these[*].availability_zone
  matched = [
    # one that matters
    "a",
    "b", // and one more
    /* nothing here */
  ]
  nothing = {}
  none    = []
  deep    = ((((1))))
  split   = (
    var.a
    || var.b
  )
  provided = provider::aws::arn_parse(var.arn).region
}
