(method
  name: (_) @function.name
  parameters: (method_parameters)? @function.parameters
  body: (body_statement) @function.body) @function

(singleton_method
  name: (_) @function.name
  parameters: (method_parameters)? @function.parameters
  body: (body_statement) @function.body) @function

(class name: (_) @type.name) @type
(module name: (_) @type.name) @type

(comment) @comment

(call
  method: (identifier) @_require
  arguments: (argument_list (string (string_content) @import.name))
  (#any-of? @_require "require" "require_relative" "load")) @import
