; Functions, methods with the name of their type, closures.
(function_declaration name: (identifier) @function.name body: (block) @function.body) @function
(method_declaration
  receiver: (parameter_list (parameter_declaration type: [
    (type_identifier) @function.owner
    (pointer_type (type_identifier) @function.owner)
    (generic_type type: (type_identifier) @function.owner)
    (pointer_type (generic_type type: (type_identifier) @function.owner))]))
  name: (field_identifier) @function.name
  body: (block) @function.body) @function
((func_literal body: (block) @function.body) @function (#set! name "<func>"))

; What a function gives: how many values without names. Named ones are read when the function has been left.
(function_declaration result: (_) @function.type body: (block) @function.body) @function
(method_declaration result: (_) @function.type body: (block) @function.body) @function
(func_literal result: (_) @function.type body: (block) @function.body) @function
((_ result: [(type_identifier) (generic_type) (qualified_type) (pointer_type) (struct_type) (interface_type) (array_type) (slice_type)
    (map_type) (channel_type) (function_type)]
  body: (block) @function.body) @function (#set! result "1"))
((_ result: (parameter_list . (parameter_declaration !name) .) body: (block) @function.body) @function (#set! result "1"))
((_ result: (parameter_list . (parameter_declaration !name) . (parameter_declaration !name) .)
  body: (block) @function.body) @function (#set! result "2"))
((_ result: (parameter_list . (parameter_declaration !name) . (parameter_declaration !name) . (parameter_declaration !name) .)
  body: (block) @function.body) @function (#set! result "3"))
((_ result: (parameter_list . (parameter_declaration !name) . (parameter_declaration !name) . (parameter_declaration !name)
    . (parameter_declaration !name) .)
  body: (block) @function.body) @function (#set! result "4"))

; Parameters and named results.
((_ receiver: (parameter_list (parameter_declaration name: (identifier) @definition)) body: (block)) (#not-eq? @definition "_"))
((_ parameters: (parameter_list [
    (parameter_declaration name: (identifier) @definition)
    (variadic_parameter_declaration name: (identifier) @definition)])
  body: (block)) (#not-eq? @definition "_"))
((_ result: (parameter_list (parameter_declaration name: (identifier) @definition)) body: (block))
  (#not-eq? @definition "_") (#set! variant "result"))

; Local variables. Without a value they are zero.
((short_var_declaration left: (expression_list (identifier) @definition)) @declaration (#not-eq? @definition "_"))
((var_spec name: (identifier) @definition) @declaration (#not-eq? @definition "_"))
((range_clause left: (expression_list (identifier) @definition) ":=") @declaration (#not-eq? @definition "_"))
((receive_statement left: (expression_list (identifier) @definition) ":=") @declaration (#not-eq? @definition "_"))
((type_switch_statement alias: (expression_list (identifier) @definition) value: (_) @declaration) (#not-eq? @definition "_"))

; Scopes and loops.
[(block) (if_statement) (expression_switch_statement) (type_switch_statement) (expression_case) (default_case) (type_case)
 (communication_case)] @scope
(for_statement) @scope @loop

; Statements.
[(expression_statement) (send_statement) (inc_statement) (dec_statement) (assignment_statement) (short_var_declaration) (var_declaration)
 (return_statement) (go_statement) (defer_statement) (if_statement) (for_statement) (expression_switch_statement)
 (type_switch_statement) (select_statement) (break_statement) (continue_statement) (goto_statement) (fallthrough_statement)] @statement
(if_statement initializer: (_) @nostatement)
(if_statement alternative: (if_statement) @nostatement)
(for_clause initializer: (_) @nostatement)
(for_clause update: (_) @nostatement)
(expression_switch_statement initializer: (_) @nostatement)
(type_switch_statement initializer: (_) @nostatement)
(communication_case communication: (_) @nostatement)

; A label names the loop behind it, so the event goes in front of the label; elsewhere it is a place to jump to.
(labeled_statement [(for_statement) (expression_switch_statement) (type_switch_statement) (select_statement)] @nostatement) @statement

; Conditions that are evaluated again and again, and those that no statement announces.
(for_statement [(unary_expression) (binary_expression) (selector_expression) (index_expression) (call_expression) (type_assertion_expression)
  (identifier) (true) (false) (parenthesized_expression)] @condition)
(for_clause condition: (_) @condition)
(if_statement alternative: (if_statement condition: (_) @condition))

; Rounds of the other loops are announced at the start of their body.
((for_statement (range_clause) body: (block) @iteration) @iteration.line (#set! block))
((for_statement . body: (block) @iteration) @iteration.line (#set! block))
((for_statement (for_clause !condition) body: (block) @iteration) @iteration.line (#set! block))

; Results.
(return_statement (expression_list) @return.value) @return

; Where a body without results ends.
(function_declaration !result body: (block (statement_list (_) @body .)))
(method_declaration !result body: (block (statement_list (_) @body .)))
(func_literal !result body: (block (statement_list (_) @body .)))

; Panics: where they are raised and where they are caught. A deferred recover stays what it is.
((call_expression function: (identifier) @word arguments: (argument_list . (_) @condition .)) (#eq? @word "panic") (#set! variant "panic"))
((call_expression function: (identifier) @word arguments: (argument_list . ")")) @condition (#eq? @word "recover") (#set! variant "recover"))
([(defer_statement (call_expression function: (identifier) @word) @skip) (go_statement (call_expression function: (identifier) @word) @skip)]
  (#any-of? @word "recover" "panic"))
