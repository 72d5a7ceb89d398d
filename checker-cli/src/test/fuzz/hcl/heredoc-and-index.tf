a = <<E
x
E 
b = c.1e1e5
