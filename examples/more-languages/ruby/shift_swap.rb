# Checks wishes to swap shifts against the rules of a small clinic.

MAX_NIGHTS = 2

class RuleBroken < StandardError; end

# A person with the shifts of one week, such as "early" or "night".
class Nurse
  attr_reader :name, :shifts

  def initialize(name, shifts)
    @name = name
    @shifts = shifts
  end

  def nights
    @shifts.count('night')
  end

  # Nobody works early after a night.
  def tired_day
    @shifts.each_cons(2).with_index do |(today, tomorrow), day|
      return day + 1 if today == 'night' && tomorrow == 'early'
    end
    nil
  end

  def check!
    raise RuleBroken, "#{name} has #{nights} nights" if nights > MAX_NIGHTS
    raise RuleBroken, "#{name} is tired on day #{tired_day}" if tired_day
  end
end

# Swaps the shifts of a day; both are checked, and a broken rule undoes the swap.
def swap(first, second, day)
  exchange(first, second, day)
  first.check!
  second.check!
  "#{first.name} and #{second.name} swap day #{day}"
rescue RuleBroken => e
  exchange(first, second, day)
  "refused: #{e.message}"
end

def exchange(first, second, day)
  first.shifts[day], second.shifts[day] = second.shifts[day], first.shifts[day]
end

mia = Nurse.new('Mia', %w[early late night night])
noa = Nurse.new('Noa', %w[night late early off])

puts swap(mia, noa, 0)
puts swap(mia, noa, 3)
puts swap(mia, noa, 2)
[mia, noa].each { |nurse| puts "#{nurse.name}: #{nurse.shifts.join(' ')}" }
