(function_definition
  declarator: [
    (function_declarator
      declarator: [(identifier) (field_identifier) (qualified_identifier) (destructor_name) (operator_name)] @function.name
      parameters: (parameter_list) @function.parameters)
    (_ (function_declarator
      declarator: [(identifier) (field_identifier) (qualified_identifier) (destructor_name) (operator_name)] @function.name
      parameters: (parameter_list) @function.parameters))
  ]
  body: (compound_statement) @function.body) @function

(class_specifier name: (type_identifier) @type.name body: (_)) @type
(struct_specifier name: (type_identifier) @type.name body: (_)) @type
(union_specifier name: (type_identifier) @type.name body: (_)) @type
(enum_specifier name: (type_identifier) @type.name body: (_)) @type

(comment) @comment

(preproc_include path: (_) @import.name) @import
