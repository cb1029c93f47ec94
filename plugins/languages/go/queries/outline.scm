(function_declaration
  name: (identifier) @function.name
  parameters: (parameter_list) @function.parameters
  body: (block) @function.body) @function

(method_declaration
  name: (field_identifier) @function.name
  parameters: (parameter_list) @function.parameters
  body: (block) @function.body) @function

(type_spec name: (type_identifier) @type.name) @type

(comment) @comment

(import_spec path: (_) @import.name) @import
