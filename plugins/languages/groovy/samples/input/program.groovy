// Reads all of its input and its arguments.
def greeting = args ? args[0] : 'hello'
int count = 0
System.in.eachLine { line ->
    count++
    println "$greeting, $line"
}
println count
