(method_declaration
  name: (identifier) @function.name
  parameters: (parameter_list) @function.parameters
  body: [(block) (arrow_expression_clause)] @function.body) @function

(constructor_declaration
  name: (identifier) @function.name
  parameters: (parameter_list) @function.parameters
  body: [(block) (arrow_expression_clause)] @function.body) @function

(local_function_statement
  name: (identifier) @function.name
  parameters: (parameter_list) @function.parameters
  body: [(block) (arrow_expression_clause)] @function.body) @function

(class_declaration name: (identifier) @type.name) @type
(struct_declaration name: (identifier) @type.name) @type
(record_declaration name: (identifier) @type.name) @type
(interface_declaration name: (identifier) @type.name) @type
(enum_declaration name: (identifier) @type.name) @type

(comment) @comment

(using_directive !name [(qualified_name) (identifier)] @import.name) @import
(using_directive name: (_) "=" [(qualified_name) (identifier)] @import.name) @import
