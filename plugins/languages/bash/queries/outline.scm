(function_definition
  name: (word) @function.name
  body: (compound_statement) @function.body) @function

(comment) @comment

((command
  name: (command_name) @_source
  . argument: (_) @import.name) @import
  (#any-of? @_source "source" "."))
