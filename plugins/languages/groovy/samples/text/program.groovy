// Interpolated and long strings, large numbers, characters outside of ASCII, patterns.
def snowman = "☃ and 🎈\t\"quoted\"\n"
def count = 3
def lazy = "$count and ${count * 2} and ${[1]}"
def longText = 'ab' * 500
def huge = 3G ** 400
def decimal = 1.10 + 2.205
double wide = 1.5e300
long big = Long.MIN_VALUE
char letter = 'ß'
def raw = '''first
second'''
def matcher = 'k1=v1, k2=v2' =~ /(\w+)=(\w+)/
println matcher.collect { it[1] + it[2] }
def builder = new StringBuilder()
for (c in 'añb') {
    builder << c.toUpperCase() << '-'
}
println builder
println "${snowman.size()} $lazy ${longText.size()} ${huge.toString().size()} $decimal $wide $big $letter $raw"
