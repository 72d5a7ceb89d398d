# Größe und Übermaß: identifiers and text beyond ASCII.
locals {
  größe     = "überall"
  имя       = "служба-${local.größe}"
  名前        = ["東京", "大阪"]
  emoji     = "🚀 ${local.名前[0]} 🚀"
  a-b_c-1   = "dashes stand in names"
  _private  = local.a-b_c-1
}
