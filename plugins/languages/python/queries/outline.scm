(function_definition
  name: (identifier) @function.name
  parameters: (parameters) @function.parameters
  body: (block) @function.body) @function

(function_definition
  body: (block . (expression_statement . (string) @function.documentation .))) @function

(class_definition name: (identifier) @type.name) @type

(comment) @comment

(import_statement name: (dotted_name) @import.name) @import
(import_statement name: (aliased_import name: (dotted_name) @import.name)) @import
(import_from_statement module_name: (_) @import.name) @import
