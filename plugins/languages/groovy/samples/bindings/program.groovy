// Variables that are never declared belong to the script, wherever they are set.
import groovy.transform.Field

@Field int calls = 0

def bump(by) {
    calls++
    level += by
    calls
}

level = 1
name = "tea"
bump(4)
[2, 3].each { n ->
    level *= n
    found = n
}
println "$name: $level after $calls, $found"
