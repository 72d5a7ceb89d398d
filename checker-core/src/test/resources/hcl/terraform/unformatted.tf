resource aws_cloudwatch_log_group x{name="x"}
resource   "aws_cloudwatch_log_group"	"y"   {
name    =    "y"
		retention_in_days=7
	tags={a="b",c:"d"}
}

locals{
a=[1,2,
3,]
b={
x=1,
y=2
z=3}
c=f(1,2,[3,{d=4}],g())
d=a.b . c [ 0 ] . d
e=(1+
2)
f=- 1-(-2)
g=!true!=false
h={for k,v in{}:k=>v}
}
# no line break behind this comment