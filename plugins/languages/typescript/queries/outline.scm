(function_declaration
  name: (identifier) @function.name
  parameters: (formal_parameters) @function.parameters
  body: (statement_block) @function.body) @function

(generator_function_declaration
  name: (identifier) @function.name
  parameters: (formal_parameters) @function.parameters
  body: (statement_block) @function.body) @function

(method_definition
  name: [(property_identifier) (private_property_identifier)] @function.name
  parameters: (formal_parameters) @function.parameters
  body: (statement_block) @function.body) @function

(variable_declarator
  name: (identifier) @function.name
  value: [
    (arrow_function parameters: (formal_parameters) @function.parameters body: (statement_block) @function.body)
    (function_expression parameters: (formal_parameters) @function.parameters body: (statement_block) @function.body)
  ]) @function

(class_declaration name: (_) @type.name) @type
(abstract_class_declaration name: (_) @type.name) @type
(interface_declaration name: (_) @type.name) @type
(enum_declaration name: (_) @type.name) @type
(type_alias_declaration name: (_) @type.name) @type

(comment) @comment

(import_statement source: (string) @import.name) @import
((call_expression
  function: (identifier) @_require
  arguments: (arguments . (string) @import.name .)) @import
  (#eq? @_require "require"))
