(function_declaration
  name: (_) @function.name
  parameters: (parameters) @function.parameters
  body: (block) @function.body) @function

(assignment_statement
  (variable_list . name: (_) @function.name .)
  (expression_list . value: (function_definition
    parameters: (parameters) @function.parameters
    body: (block) @function.body) .)) @function

(comment) @comment

((function_call
  name: (identifier) @_require
  arguments: (arguments . (string) @import.name .)) @import
  (#eq? @_require "require"))
