(function_definition
  name: (identifier) @function.name
  parameters: (formal_parameters) @function.parameters
  body: (closure) @function.body) @function

(method_declaration
  name: (identifier) @function.name
  parameters: (formal_parameters) @function.parameters
  body: (block) @function.body) @function

(constructor_declaration
  name: (identifier) @function.name
  parameters: (formal_parameters) @function.parameters
  body: (constructor_body) @function.body) @function

(class_declaration name: (identifier) @type.name) @type
(interface_declaration name: (identifier) @type.name) @type
(enum_declaration name: (identifier) @type.name) @type

[(line_comment) (block_comment)] @comment

(import_declaration [(scoped_identifier) (identifier)] @import.name) @import
