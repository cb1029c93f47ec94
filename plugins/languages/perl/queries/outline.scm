(function_definition
  name: (identifier) @function.name
  (function_signature)? @function.parameters
  body: (block) @function.body) @function

(package_statement (package_name) @type.name) @type

(comments) @comment
(pod_statement) @comment

(use_no_statement (package_name) @import.name) @import
(require_statement (package_name) @import.name) @import
