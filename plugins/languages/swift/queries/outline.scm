(function_declaration name: (simple_identifier) @function.name body: (function_body) @function.body) @function
(init_declaration name: "init" @function.name body: (function_body) @function.body) @function

(class_declaration name: (type_identifier) @type.name) @type
(protocol_declaration name: (type_identifier) @type.name) @type

(comment) @comment
(multiline_comment) @comment

(import_declaration (identifier) @import.name) @import
