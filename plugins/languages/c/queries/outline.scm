(function_definition
  declarator: [
    (function_declarator declarator: (identifier) @function.name parameters: (parameter_list) @function.parameters)
    (pointer_declarator declarator: (function_declarator declarator: (identifier) @function.name parameters: (parameter_list) @function.parameters))
    (pointer_declarator declarator: (pointer_declarator declarator: (function_declarator declarator: (identifier) @function.name parameters: (parameter_list) @function.parameters)))
  ]
  body: (compound_statement) @function.body) @function

(struct_specifier name: (type_identifier) @type.name body: (_)) @type
(union_specifier name: (type_identifier) @type.name body: (_)) @type
(enum_specifier name: (type_identifier) @type.name body: (_)) @type

(comment) @comment

(preproc_include path: (_) @import.name) @import
