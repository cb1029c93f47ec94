# Prints comma separated lines as a table with columns of equal width.

GAP = 2
NUMBER = /\A-?\d+(\.\d+)?\z/.freeze

# A table of strings; short rows are filled with empty cells.
class Table
  def initialize(rows)
    @rows = rows
    @columns = rows.map(&:size).max || 0
  end

  # The width of the widest cell of a column.
  def width(column)
    @rows.map { |row| row.fetch(column, '').length }.max
  end

  # A column is right aligned when all its cells below the heading are numbers.
  def number?(column)
    cells = @rows.drop(1).map { |row| row.fetch(column, '') }
    cells.any? && cells.all? { |cell| cell =~ NUMBER }
  end

  def line(row)
    cells = []
    @columns.times do |column|
      cell = row.fetch(column, '')
      cells << (number?(column) ? cell.rjust(width(column)) : cell.ljust(width(column)))
    end
    cells.join(' ' * GAP).rstrip
  end

  def to_s
    @rows.map { |row| line(row) }.join("\n")
  end
end

def read_rows(input)
  rows = []
  while (text = input.gets)
    text = text.chomp
    next if text.empty?

    rows << text.split(',').map(&:strip)
  end
  rows
end

rows = read_rows($stdin)
if rows.empty?
  warn 'no rows'
  exit 1
end
puts Table.new(rows)
