a = "x"
b = [1, { c = true }]
d = <<E
 t
E
