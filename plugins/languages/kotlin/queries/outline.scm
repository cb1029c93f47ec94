(function_declaration
  name: (identifier) @function.name
  (function_value_parameters) @function.parameters
  (function_body) @function.body) @function

(class_declaration name: (identifier) @type.name) @type
(object_declaration name: (identifier) @type.name) @type

[(line_comment) (block_comment)] @comment

(import (qualified_identifier) @import.name) @import
