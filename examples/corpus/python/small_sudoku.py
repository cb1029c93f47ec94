"""Solves a four by four sudoku by trying and taking back."""

PUZZLE = """
1 . . .
. . 3 .
. 2 . .
. . . 4
"""


def parse(text):
    return [[0 if cell == "." else int(cell) for cell in line.split()] for line in text.strip().splitlines()]


def candidates(grid, row, column):
    used = set(grid[row])
    used.update(line[column] for line in grid)
    top, left = row // 2 * 2, column // 2 * 2
    for r in range(top, top + 2):
        used.update(grid[r][left:left + 2])
    return [digit for digit in range(1, 5) if digit not in used]


def tightest(grid):
    best = None
    for row in range(4):
        for column in range(4):
            if grid[row][column] == 0:
                options = candidates(grid, row, column)
                if best is None or len(options) < len(best[2]):
                    best = (row, column, options)
    return best


def solve(grid, depth=0):
    cell = tightest(grid)
    if cell is None:
        return depth
    row, column, options = cell
    for digit in options:
        grid[row][column] = digit
        found = solve(grid, depth + 1)
        if found is not None:
            return found
    grid[row][column] = 0
    return None


grid = parse(PUZZLE)
filled = solve(grid)
print("filled", filled)
for line in grid:
    print(*line)
