// Lists, maps, ranges and sets, nested and shared ones, and one that holds itself.
def row = [1, 2]
def grid = [row, row]
row << 3
println grid
def ages = [zoe: 30, al: 25]
ages.bo = 41
ages['x y'] = 7
def empty = [:]
def seen = [30, 4, 17] as HashSet
seen.remove(4)
def range = 1..4
def words = ['b', null, 'a'] as String[]
words[1] = 'c'
int[] numbers = [3, 1, 2]
numbers[0] = 9
def loop = []
loop << loop
def many = (0..<40).collect { it * it }
def groups = many.groupBy { it % 3 }
println groups.collectEntries { k, v -> [k, v.size()] }
def (first, second) = grid[0]
println first + second + range.sum() + numbers.sum() + seen.size() + loop.size() + empty.size()
