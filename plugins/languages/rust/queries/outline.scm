(function_item
  name: (identifier) @function.name
  parameters: (parameters) @function.parameters
  body: (block) @function.body) @function

(struct_item name: (type_identifier) @type.name) @type
(enum_item name: (type_identifier) @type.name) @type
(union_item name: (type_identifier) @type.name) @type
(trait_item name: (type_identifier) @type.name) @type

(line_comment) @comment
(block_comment) @comment

(use_declaration argument: (_) @import.name) @import
