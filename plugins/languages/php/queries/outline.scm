(function_definition
  name: (name) @function.name
  parameters: (formal_parameters) @function.parameters
  body: (compound_statement) @function.body) @function

(method_declaration
  name: (name) @function.name
  parameters: (formal_parameters) @function.parameters
  body: (compound_statement) @function.body) @function

(class_declaration name: (name) @type.name) @type
(interface_declaration name: (name) @type.name) @type
(trait_declaration name: (name) @type.name) @type
(enum_declaration name: (name) @type.name) @type

(comment) @comment

(namespace_use_clause [(name) (qualified_name)] @import.name) @import
(require_expression (string) @import.name) @import
(require_once_expression (string) @import.name) @import
(include_expression (string) @import.name) @import
(include_once_expression (string) @import.name) @import
