(function_definition
  name: (_) @function.name
  parameters: (parameters) @function.parameters
  body: (_) @function.body) @function

(function_definition
  name: (_) @function.name
  !parameters
  body: (_) @function.body) @function

(class_definition name: (identifier) @type.name) @type
(trait_definition name: (identifier) @type.name) @type
(object_definition name: (identifier) @type.name) @type

[(comment) (block_comment)] @comment

(import_declaration (identifier) @import.part) @import
