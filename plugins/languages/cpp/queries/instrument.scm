; Functions: free ones, methods, constructors, operators, closures.
(function_definition body: (compound_statement) @function.body) @function
(function_definition
  declarator: [
    (function_declarator declarator: (_) @function.name)
    (pointer_declarator declarator: (function_declarator declarator: (_) @function.name))
    (pointer_declarator declarator: (pointer_declarator declarator: (function_declarator declarator: (_) @function.name)))
    (reference_declarator (function_declarator declarator: (_) @function.name))]
  body: (compound_statement) @function.body) @function
(function_definition declarator: (operator_cast) @function.name body: (compound_statement) @function.body) @function
((lambda_expression body: (compound_statement) @function.body) @function (#set! name "<lambda>"))

; A method defined inside its class carries the name of the class.
((class_specifier name: (type_identifier) @function.owner
  body: (field_declaration_list (function_definition body: (compound_statement) @function.body) @function))
  (#set! join "::"))
((struct_specifier name: (type_identifier) @function.owner
  body: (field_declaration_list (function_definition body: (compound_statement) @function.body) @function))
  (#set! join "::"))
((class_specifier name: (type_identifier) @function.owner
  body: (field_declaration_list (template_declaration (function_definition body: (compound_statement) @function.body) @function)))
  (#set! join "::"))
((struct_specifier name: (type_identifier) @function.owner
  body: (field_declaration_list (template_declaration (function_definition body: (compound_statement) @function.body) @function)))
  (#set! join "::"))

; A scalar result is recorded as it is converted; a function without one records none.
((function_definition
  type: [(primitive_type) (sized_type_specifier)] @function.type
  declarator: (function_declarator) body: (compound_statement) @function.body) @function
  (#not-eq? @function.type "void") (#set! result "typed"))
((function_definition
  type: (primitive_type) @function.type
  declarator: (function_declarator) body: (compound_statement) @function.body) @function
  (#eq? @function.type "void") (#set! result "void"))

; What runs at compile time, and what is not a plain body, stays as it is.
(function_definition (type_qualifier) @word (#any-of? @word "constexpr" "consteval")) @skip
(function_definition (try_statement)) @skip
(lambda_expression declarator: (abstract_function_declarator (_) @word) (#any-of? @word "constexpr" "consteval")) @skip
(static_assert_declaration) @skip
(decltype) @skip
(noexcept) @skip

; Parameters.
(function_declarator parameters: (parameter_list [
  (parameter_declaration declarator: [
    (identifier) @definition
    (pointer_declarator declarator: (identifier) @definition)
    (pointer_declarator declarator: (pointer_declarator declarator: (identifier) @definition))
    (pointer_declarator declarator: (reference_declarator (identifier) @definition))
    (reference_declarator (identifier) @definition)
    (reference_declarator (array_declarator declarator: (identifier) @definition))
    (array_declarator declarator: (identifier) @definition)])
  (optional_parameter_declaration declarator: [
    (identifier) @definition
    (pointer_declarator declarator: (identifier) @definition)
    (reference_declarator (identifier) @definition)])]))
(lambda_expression declarator: (abstract_function_declarator parameters: (parameter_list (parameter_declaration declarator: [
    (identifier) @definition
    (pointer_declarator declarator: (identifier) @definition)
    (reference_declarator (identifier) @definition)]))))
(catch_clause parameters: (parameter_list (parameter_declaration declarator: [
    (identifier) @definition
    (pointer_declarator declarator: (identifier) @definition)
    (reference_declarator (identifier) @definition)])))

; Local variables with a value.
(declaration declarator: (init_declarator declarator: [
  (identifier) @definition
  (pointer_declarator declarator: (identifier) @definition)
  (pointer_declarator declarator: (pointer_declarator declarator: (identifier) @definition))
  (reference_declarator (identifier) @definition)
  (array_declarator declarator: (identifier) @definition)
  (array_declarator declarator: (array_declarator declarator: (identifier) @definition))
  (array_declarator declarator: (pointer_declarator declarator: (identifier) @definition))
  (pointer_declarator declarator: (array_declarator declarator: (identifier) @definition))
  (structured_binding_declarator (identifier) @definition)
  (reference_declarator (structured_binding_declarator (identifier) @definition))])) @declaration

; Without one, an object has been constructed; anything else is shown from its first assignment on.
(declaration type: [(type_identifier) (qualified_identifier) (template_type) (class_specifier) (struct_specifier)]
  declarator: [
  (identifier) @definition
  (array_declarator declarator: (identifier) @definition)
  (array_declarator declarator: (array_declarator declarator: (identifier) @definition))]) @declaration
((declaration type: [(primitive_type) (sized_type_specifier)]
  declarator: [
  (identifier) @definition
  (array_declarator declarator: (identifier) @definition)
  (array_declarator declarator: (array_declarator declarator: (identifier) @definition))]) @declaration
  (#set! bare))
((declaration declarator: [
  (pointer_declarator declarator: (identifier) @definition)
  (pointer_declarator declarator: (pointer_declarator declarator: (identifier) @definition))
  (array_declarator declarator: (pointer_declarator declarator: (identifier) @definition))
  (pointer_declarator declarator: (array_declarator declarator: (identifier) @definition))]) @declaration
  (#set! bare))

; Variables of loop headers and conditions.
(for_range_loop declarator: [
  (identifier) @definition
  (pointer_declarator declarator: (identifier) @definition)
  (reference_declarator (identifier) @definition)
  (structured_binding_declarator (identifier) @definition)
  (reference_declarator (structured_binding_declarator (identifier) @definition))]
  right: (_) @declaration)
(condition_clause value: (declaration declarator: [
  (identifier) @definition
  (pointer_declarator declarator: (identifier) @definition)
  (reference_declarator (identifier) @definition)])) @declaration

; What can't be the same twice is not shown: handles, clocks, addresses kept as numbers.
(declaration type: (type_identifier) @word (#any-of? @word "pthread_t" "thrd_t" "va_list" "jmp_buf" "sigjmp_buf" "clock_t" "time_t" "uintptr_t" "intptr_t")) @hidden
(parameter_declaration type: (type_identifier) @word (#any-of? @word "pthread_t" "thrd_t" "va_list" "jmp_buf" "sigjmp_buf" "clock_t" "time_t" "uintptr_t" "intptr_t")) @hidden
(field_declaration type: (type_identifier) @word (#any-of? @word "pthread_t" "thrd_t" "va_list" "jmp_buf" "sigjmp_buf" "clock_t" "time_t" "uintptr_t" "intptr_t")) @hidden
(declaration type: (struct_specifier name: (_) @word) (#any-of? @word "timespec" "timeval" "tm")) @hidden
(field_declaration type: (struct_specifier name: (_) @word) (#any-of? @word "timespec" "timeval" "tm")) @hidden
(declaration type: (qualified_identifier name: (type_identifier) @word) (#any-of? @word "pthread_t" "thrd_t" "va_list" "jmp_buf" "sigjmp_buf" "clock_t" "time_t" "uintptr_t" "intptr_t")) @hidden

; A parameter that an initialiser of the constructor moves from is empty when its body begins; what was passed can't be seen any more.
((function_definition
  declarator: (function_declarator parameters: (parameter_list (parameter_declaration declarator: (identifier) @word) @hidden))
  (field_initializer_list (field_initializer [(argument_list (call_expression function: (_) @move arguments: (argument_list (identifier) @moved)))
    (initializer_list (call_expression function: (_) @move arguments: (argument_list (identifier) @moved)))])))
  (#any-of? @move "std::move" "move") (#eq? @word @moved))

; First values.
(assignment_expression left: (identifier) @assigned)
(assignment_expression left: (subscript_expression argument: (identifier) @assigned))
(assignment_expression left: (subscript_expression argument: (subscript_expression argument: (identifier) @assigned)))
(assignment_expression left: (field_expression argument: (identifier) @assigned))
(assignment_expression left: (field_expression argument: (subscript_expression argument: (identifier) @assigned)))
(update_expression argument: (identifier) @assigned)
(pointer_expression operator: "&" argument: (identifier) @assigned)
(pointer_expression operator: "&" argument: (subscript_expression argument: (identifier) @assigned))
(argument_list (identifier) @assigned)
(argument_list (subscript_expression argument: (identifier) @assigned))
(binary_expression operator: ">>" right: (identifier) @assigned)
(binary_expression operator: ">>" right: (subscript_expression argument: (identifier) @assigned))

; Scopes and loops.
(compound_statement) @scope
(for_statement) @scope @loop
(for_range_loop) @scope @loop
(if_statement) @scope
(switch_statement) @scope
(catch_clause) @scope
(while_statement) @scope @loop
(do_statement) @loop

; Statements.
[(expression_statement) (return_statement) (if_statement) (for_statement) (for_range_loop) (while_statement) (do_statement)
 (switch_statement) (break_statement) (continue_statement) (goto_statement) (throw_statement)] @statement
(declaration declarator: (init_declarator)) @statement
(declaration type: [(type_identifier) (qualified_identifier) (template_type)] declarator: [(identifier) (function_declarator)]) @statement
(declaration (storage_class_specifier) @word (#any-of? @word "static" "extern" "thread_local")) @nostatement
(declaration (type_qualifier) @word (#any-of? @word "constexpr" "constinit")) @nostatement
(for_statement initializer: (_) @nostatement)
(init_statement (_) @nostatement)
(condition_clause value: (declaration) @nostatement)
(else_clause (if_statement) @nostatement)
(if_statement "constexpr" condition: (_) @skip)

; A body without braces is wrapped.
(if_statement consequence: [(expression_statement) (return_statement) (if_statement) (for_statement) (for_range_loop) (while_statement)
  (do_statement) (switch_statement) (break_statement) (continue_statement) (goto_statement) (throw_statement) (try_statement)] @body)
(else_clause [(expression_statement) (return_statement) (for_statement) (for_range_loop) (while_statement)
  (do_statement) (switch_statement) (break_statement) (continue_statement) (goto_statement) (throw_statement) (try_statement)] @body)
(for_statement body: [(expression_statement) (return_statement) (if_statement) (for_statement) (for_range_loop) (while_statement)
  (do_statement) (switch_statement) (break_statement) (continue_statement) (goto_statement) (throw_statement) (try_statement)] @body)
(for_range_loop body: [(expression_statement) (return_statement) (if_statement) (for_statement) (for_range_loop) (while_statement)
  (do_statement) (switch_statement) (break_statement) (continue_statement) (goto_statement) (throw_statement) (try_statement)] @body)
(while_statement body: [(expression_statement) (return_statement) (if_statement) (for_statement) (for_range_loop) (while_statement)
  (do_statement) (switch_statement) (break_statement) (continue_statement) (goto_statement) (throw_statement) (try_statement)] @body)
(do_statement body: [(expression_statement) (return_statement) (if_statement) (for_statement) (for_range_loop) (while_statement)
  (do_statement) (switch_statement) (break_statement) (continue_statement) (goto_statement) (throw_statement) (try_statement)] @body)

; Rounds of a loop over a range are announced at the start of its body.
((for_range_loop body: (compound_statement) @iteration) @iteration.line (#set! block))
(for_range_loop body: [(expression_statement) (return_statement) (if_statement) (for_statement) (for_range_loop) (while_statement)
  (do_statement) (switch_statement) (throw_statement) (try_statement)] @iteration) @iteration.line

; Conditions that are evaluated again and again, and those that no statement announces.
(while_statement condition: (condition_clause value: [(expression) (comma_expression)] @condition))
(do_statement condition: (parenthesized_expression (_) @condition))
(for_statement condition: (_) @condition)
(else_clause (if_statement condition: (condition_clause !initializer value: [(expression) (comma_expression)] @condition)))

; Returns. What is only named or written out is recorded before the return, so that it is moved or made in place as ever.
(return_statement (expression) @return.value) @return
(return_statement [(identifier) (number_literal) (char_literal) (string_literal) (concatenated_string) (true) (false) (null) (this)] @return.pure) @return

; Handlers.
(catch_clause body: (compound_statement) @catch)

; Records: their fields are named by a method put at their end.
((class_specifier name: (_) @record.name body: (field_declaration_list) @record.body) @record)
((struct_specifier name: (_) @record.name body: (field_declaration_list) @record.body) @record)
(field_declaration type: (union_specifier body: (field_declaration_list) @fields))
(field_declaration type: (struct_specifier body: (field_declaration_list) @fields) declarator: (_))
(field_declaration declarator: [
  (field_identifier) @field
  (pointer_declarator declarator: (field_identifier) @field)
  (pointer_declarator declarator: (pointer_declarator declarator: (field_identifier) @field))
  (reference_declarator (field_identifier) @field)
  (array_declarator declarator: (field_identifier) @field)
  (array_declarator declarator: (array_declarator declarator: (field_identifier) @field))
  (array_declarator declarator: (pointer_declarator declarator: (field_identifier) @field))
  (array_declarator declarator: (array_declarator declarator: (array_declarator declarator: (field_identifier) @field)))])
(field_declaration (storage_class_specifier) @word (#eq? @word "static")) @skip
