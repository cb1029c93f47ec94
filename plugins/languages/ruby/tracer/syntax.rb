# Facts about a source file that the hooks don't tell: which names a block uses, where it can return, what its handlers cover.
class Scope
  attr_reader :label, :own, :used, :assigned, :leaves, :parent
  attr_accessor :uses_self

  def initialize(label, own, parent)
    @label = label
    @own = own
    @parent = parent
    @used = own.dup
    @assigned = {}
    @leaves = {}
    @uses_self = false
  end

  # Several blocks may begin in one line; what holds for one of them is taken to hold for all.
  def merge(other)
    @used |= other.used
    @uses_self ||= other.uses_self
    @leaves.update(other.leaves)
    @assigned.update(other.assigned) { |_, ours, theirs| ours | theirs }
    self
  end
end

# A handler: the lines of its body, and the line where it is written.
Handler = Struct.new(:first, :last, :head)

# Reads a file's syntax tree once.
class Syntax
  Node = RubyVM::AbstractSyntaxTree::Node
  SCOPED = %i[DEFN DEFS CLASS MODULE SCLASS ITER FOR LAMBDA].freeze
  NAMING = %i[LASGN DASGN DASGN_CURR LVAR DVAR].freeze
  ASSIGNING = %i[LASGN DASGN DASGN_CURR].freeze
  SELVES = %i[SELF IVAR IASGN].freeze
  # What can't change an object that already is: everything else may.
  CHANGING = %i[CALL QCALL FCALL VCALL ATTRASGN OP_ASGN1 OP_ASGN2 IASGN YIELD SUPER ZSUPER OP_CDECL GASGN CVASGN XSTR DSTR EVSTR].freeze
  LOOKING = %i[
    size length nil? empty? even? odd? zero? positive? negative? to_i to_f to_s to_sym abs first last min max include? key? has_key?
    succ pred floor ceil round divmod ord chr upcase downcase reverse dig fetch puts print p block_given? is_a? nil? rand new Integer Float
  ].freeze

  LIBRARY = [Object, Class, Array, Hash, String, Struct, Comparable, Enumerable, Proc, Thread, IO].freeze

  # Lines that may change objects that variables hold are `changing`.
  attr_reader :scopes, :handlers, :handler_lines, :covered, :changing, :main

  def initialize(text)
    @scopes = {}
    @handlers = []
    @handler_lines = {}
    @covered = []
    @changing = {}
    @main = Scope.new('<module>', [], nil)
    root = parse(text)
    return unless root

    @own = own_methods(root)
    @main.leaves[root.last_lineno] = true
    root.children.each { |child| walk(child, @main, '<module>', 0) }
    @handlers.each { |one| (one.first..one.last).each { |line| @handler_lines[line] = true } }
  end

  # The innermost handler whose body holds a line.
  def handler_at(line)
    @handlers.select { |one| line.between?(one.first, one.last) }.max_by(&:first)
  end

  # Whether a `rescue` modifier covers a line: it catches without a line of its own.
  def rescued_in_line?(line)
    @covered.include?(line)
  end

  private

  def parse(text)
    before = $VERBOSE
    $VERBOSE = nil
    RubyVM::AbstractSyntaxTree.parse(text)
  rescue SyntaxError, NotImplementedError
    nil
  ensure
    $VERBOSE = before
  end

  def walk(node, scope, owner, level)
    return unless node.is_a?(Node)

    note(node, scope)
    return enter(node, scope, owner, level) if SCOPED.include?(node.type)

    node.children.each { |child| walk(child, scope, owner, level) }
  end

  def note(node, scope)
    type = node.type
    line = node.first_lineno
    note_names(node, type, scope) if NAMING.include?(type)
    note_self(scope) if SELVES.include?(type)
    (node.first_lineno..node.last_lineno).each { |at| @changing[at] = true } if changes?(node, type)
    (line..node.last_lineno).each { |at| scope.leaves[at] = true } if %i[RETURN NEXT].include?(type)
    note_handlers(node) if type == :RESCUE
  end

  def changes?(node, type)
    return node.children[1] == :<< if type == :OPCALL
    return false unless CHANGING.include?(type)

    plain = %i[FCALL VCALL].include?(type)
    name = node.children[plain ? 0 : 1]
    !LOOKING.include?(name) && !(plain && @own[name])
  end

  # Methods that can only be the program's: what they change, their own lines tell.
  def own_methods(root)
    names = {}
    nodes = [root]
    while (node = nodes.pop)
      names[node.children[0]] = true if node.type == :DEFN
      nodes.concat(node.children.grep(Node))
    end
    names.delete_if { |name, _| LIBRARY.any? { |type| type.method_defined?(name) || type.private_method_defined?(name) } }
  end

  def note_names(node, type, scope)
    name = node.children[0]
    return unless name

    at = scope
    while at
      at.used << name unless at.used.include?(name)
      break if at.own.include?(name)

      at = at.parent
    end
    (scope.assigned[node.last_lineno] ||= []) << name if ASSIGNING.include?(type)
    (scope.assigned[node.first_lineno] ||= []) << name if ASSIGNING.include?(type)
  end

  def note_self(scope)
    while scope
      scope.uses_self = true
      scope = scope.parent
    end
  end

  def note_handlers(node)
    body = node.children[1]
    while body.is_a?(Node) && body.type == :RESBODY
      clause(node, body)
      body = body.children[2]
    end
  end

  def clause(rescue_node, body)
    what = body.children[1]
    if body.children[0].nil? && body.first_lineno == rescue_node.first_lineno
      (rescue_node.first_lineno..rescue_node.last_lineno).each { |line| @covered << line }
    end
    return unless what.is_a?(Node)

    @handlers << Handler.new(body.first_lineno, what.last_lineno, body.first_lineno)
  end

  def enter(node, scope, owner, level)
    children = node.children # new nodes with every call
    inner = children.find { |child| child.is_a?(Node) && child.type == :SCOPE }
    children.each { |child| walk(child, scope, owner, level) unless child.equal?(inner) }
    return unless inner

    block = %i[ITER FOR LAMBDA].include?(node.type)
    name = block ? owner : name_of(node)
    depth = block ? level + 1 : 0
    found = Scope.new(block ? block_label(owner, depth) : name, (inner.children[0] || []).compact, block ? scope : nil)
    found.leaves[inner.last_lineno] = true
    inner.children.each { |child| walk(child, found, name, depth) }
    # A block is entered where its brace stands, which for a lambda is the line of its body's scope.
    [node.first_lineno, inner.first_lineno].uniq.each { |line| add([block ? :block : :method, line], found) }
  end

  def add(key, scope)
    @scopes[key] = @scopes[key] ? @scopes[key].merge(scope) : scope
  end

  def block_label(owner, depth)
    depth > 1 ? "block (#{depth} levels) in #{owner}" : "block in #{owner}"
  end

  def name_of(node)
    case node.type
    when :DEFN then node.children[0].to_s
    when :DEFS then node.children[1].to_s
    when :SCLASS then 'singleton class'
    else "<#{node.type.to_s.downcase}:#{node.children[0].children.last}>"
    end
  end
end
