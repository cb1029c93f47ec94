# Methods of the interpreter, taken before the program can redefine them: showing a value must run no code of the program.
module Core
  CLASS = Kernel.instance_method(:class)
  IVARS = Kernel.instance_method(:instance_variables)
  IVAR = Kernel.instance_method(:instance_variable_get)
  ID = BasicObject.instance_method(:__id__)
  SAME = BasicObject.instance_method(:equal?)
  NAME = Module.instance_method(:name)
  ANCESTORS = Module.instance_method(:ancestors)
  SUPERCLASS = Class.instance_method(:superclass)
  METHOD = Module.instance_method(:instance_method)
  INT_TEXT = Integer.instance_method(:to_s)
  BITS = Integer.instance_method(:bit_length)
  FLOAT_TEXT = Float.instance_method(:to_s)
  SYMBOL_TEXT = Symbol.instance_method(:inspect)
  STRING_TEXT = String.instance_method(:inspect)
  STRING_PART = String.instance_method(:[])
  STRING_SIZE = String.instance_method(:size)
  ARRAY_PART = Array.instance_method(:first)
  ARRAY_SIZE = Array.instance_method(:size)
  ARRAY_TEXT = Array.instance_method(:inspect)
  INT_INSPECT = Integer.instance_method(:inspect)
  FROZEN = Kernel.instance_method(:frozen?)
  FIRST = Range.instance_method(:begin)
  LAST = Range.instance_method(:end)
  OPEN = Range.instance_method(:exclude_end?)
  HASH_EACH = Hash.instance_method(:each_pair)
  HASH_SIZE = Hash.instance_method(:size)
  MEMBERS = Struct.instance_method(:members)
  MEMBER = Struct.instance_method(:[])
  EXCEPTION_TEXT = Exception.instance_method(:to_s)
  RECEIVER = NameError.instance_method(:receiver)
  MISSING = NameError.instance_method(:name)
  LAMBDA = Proc.instance_method(:lambda?)

  # The name of a value's class; a class without a name goes by that of the first ancestor that has one.
  def self.type_name(type)
    while type
      name = NAME.bind_call(type)
      return name if name

      type = SUPERCLASS.bind_call(type)
    end
    'BasicObject'
  end
end
