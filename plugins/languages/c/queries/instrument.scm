; Functions. The name is inside zero to two pointer declarators, which become part of the type.
(function_definition
  type: (_) @function.type
  declarator: (function_declarator declarator: (identifier) @function.name)
  body: (compound_statement) @function.body) @function

((function_definition
  type: (_) @function.type
  declarator: (pointer_declarator declarator: (function_declarator declarator: (identifier) @function.name))
  body: (compound_statement) @function.body) @function
  (#set! suffix "*"))

((function_definition
  type: (_) @function.type
  declarator: (pointer_declarator declarator: (pointer_declarator declarator:
    (function_declarator declarator: (identifier) @function.name)))
  body: (compound_statement) @function.body) @function
  (#set! suffix "**"))

; A function that returns a pointer to a function has no type that could stand alone.
((function_definition
  declarator: (function_declarator declarator:
    (parenthesized_declarator (pointer_declarator declarator: (function_declarator declarator: (identifier) @function.name))))
  body: (compound_statement) @function.body) @function
  (#set! type "void*"))

; Parameters.
(function_definition declarator: (_ declarator: (identifier)
  parameters: (parameter_list (parameter_declaration type: [(primitive_type) (sized_type_specifier)] declarator: (identifier) @definition))))
((function_definition declarator: (_ declarator: (identifier)
  parameters: (parameter_list (parameter_declaration type: [(primitive_type) (sized_type_specifier)] declarator: [
    (pointer_declarator declarator: (identifier) @definition)
    (pointer_declarator declarator: (pointer_declarator declarator: (identifier) @definition))
    (array_declarator declarator: (identifier) @definition)]))))
  (#set! variant "pointer"))
((function_definition declarator: (_ declarator: (identifier)
  parameters: (parameter_list (parameter_declaration type: [(type_identifier) (struct_specifier) (union_specifier) (enum_specifier)] declarator: [
    (identifier) @definition
    (pointer_declarator declarator: (identifier) @definition)
    (pointer_declarator declarator: (pointer_declarator declarator: (identifier) @definition))
    (array_declarator declarator: (identifier) @definition)]))))
  (#set! variant "record"))
(function_definition declarator: (pointer_declarator declarator: (function_declarator declarator: (identifier)
  parameters: (parameter_list (parameter_declaration type: [(primitive_type) (sized_type_specifier)] declarator: [
    (identifier) @definition
    (pointer_declarator declarator: (identifier) @definition)
    (pointer_declarator declarator: (pointer_declarator declarator: (identifier) @definition))
    (array_declarator declarator: (identifier) @definition)])))))
((function_definition declarator: (pointer_declarator declarator: (function_declarator declarator: (identifier)
  parameters: (parameter_list (parameter_declaration type: [(type_identifier) (struct_specifier) (union_specifier) (enum_specifier)] declarator: [
    (identifier) @definition
    (pointer_declarator declarator: (identifier) @definition)
    (pointer_declarator declarator: (pointer_declarator declarator: (identifier) @definition))
    (array_declarator declarator: (identifier) @definition)])))))
  (#set! variant "record"))

; Local variables with a value.
(declaration type: [(primitive_type) (sized_type_specifier)]
  declarator: (init_declarator declarator: [
  (identifier) @definition
  (pointer_declarator declarator: (identifier) @definition)
  (pointer_declarator declarator: (pointer_declarator declarator: (identifier) @definition))])) @declaration
((declaration type: [(type_identifier) (struct_specifier) (union_specifier) (enum_specifier)]
  declarator: (init_declarator declarator: [
  (identifier) @definition
  (pointer_declarator declarator: (identifier) @definition)
  (pointer_declarator declarator: (pointer_declarator declarator: (identifier) @definition))])) @declaration
  (#set! variant "record"))
((declaration declarator: (init_declarator declarator: [
  (array_declarator declarator: (identifier) @definition)
  (array_declarator declarator: (pointer_declarator declarator: (identifier) @definition))
  (pointer_declarator declarator: (array_declarator declarator: (identifier) @definition))])) @declaration
  (#set! variant "array"))
((declaration declarator: (init_declarator declarator:
  (array_declarator declarator: (array_declarator declarator: (identifier) @definition)))) @declaration
  (#set! variant "grid"))

; Local variables without one: shown from their first assignment on.
((declaration type: [(primitive_type) (sized_type_specifier)]
  declarator: [
  (identifier) @definition
  (pointer_declarator declarator: (identifier) @definition)
  (pointer_declarator declarator: (pointer_declarator declarator: (identifier) @definition))]) @declaration
  (#set! bare))
((declaration type: [(type_identifier) (struct_specifier) (union_specifier) (enum_specifier)]
  declarator: [
  (identifier) @definition
  (pointer_declarator declarator: (identifier) @definition)
  (pointer_declarator declarator: (pointer_declarator declarator: (identifier) @definition))]) @declaration
  (#set! bare) (#set! variant "record"))
((declaration declarator: [
  (array_declarator declarator: (identifier) @definition)
  (array_declarator declarator: (pointer_declarator declarator: (identifier) @definition))
  (pointer_declarator declarator: (array_declarator declarator: (identifier) @definition))]) @declaration
  (#set! bare) (#set! variant "array"))
((declaration declarator:
  (array_declarator declarator: (array_declarator declarator: (identifier) @definition))) @declaration
  (#set! bare) (#set! variant "grid"))

; What can't be the same twice is not shown: handles, clocks, addresses kept as numbers.
(declaration type: (type_identifier) @word (#any-of? @word "pthread_t" "thrd_t" "va_list" "jmp_buf" "sigjmp_buf" "clock_t" "time_t" "uintptr_t" "intptr_t")) @hidden
(parameter_declaration type: (type_identifier) @word (#any-of? @word "pthread_t" "thrd_t" "va_list" "jmp_buf" "sigjmp_buf" "clock_t" "time_t" "uintptr_t" "intptr_t")) @hidden
(field_declaration type: (type_identifier) @word (#any-of? @word "pthread_t" "thrd_t" "va_list" "jmp_buf" "sigjmp_buf" "clock_t" "time_t" "uintptr_t" "intptr_t")) @hidden
(declaration type: (struct_specifier name: (_) @word) (#any-of? @word "timespec" "timeval" "tm")) @hidden
(field_declaration type: (struct_specifier name: (_) @word) (#any-of? @word "timespec" "timeval" "tm")) @hidden

; First values.
(assignment_expression left: (identifier) @assigned)
(assignment_expression left: (subscript_expression argument: (identifier) @assigned))
(assignment_expression left: (subscript_expression argument: (subscript_expression argument: (identifier) @assigned)))
(assignment_expression left: (field_expression argument: (identifier) @assigned))
(assignment_expression left: (field_expression argument: (field_expression argument: (identifier) @assigned)))
(assignment_expression left: (field_expression argument: (subscript_expression argument: (identifier) @assigned)))
(update_expression argument: (identifier) @assigned)
(pointer_expression operator: "&" argument: (identifier) @assigned)
(pointer_expression operator: "&" argument: (subscript_expression argument: (identifier) @assigned))
(pointer_expression operator: "&" argument: (field_expression argument: (identifier) @assigned))
(argument_list (identifier) @assigned)
(argument_list (subscript_expression argument: (identifier) @assigned))

; Scopes and loops.
(compound_statement) @scope
(for_statement) @scope @loop
(while_statement) @loop
(do_statement) @loop

; Statements.
[(expression_statement) (return_statement) (if_statement) (for_statement) (while_statement) (do_statement) (switch_statement)
 (break_statement) (continue_statement) (goto_statement)] @statement
(declaration declarator: (init_declarator)) @statement
(declaration (storage_class_specifier) @storage (#eq? @storage "static")) @nostatement
(declaration (storage_class_specifier) @storage (#eq? @storage "extern")) @nostatement
(for_statement initializer: (_) @nostatement)
(else_clause (if_statement) @nostatement)

; A body without braces is wrapped.
(if_statement consequence: [(expression_statement) (return_statement) (if_statement) (for_statement) (while_statement) (do_statement)
  (switch_statement) (break_statement) (continue_statement) (goto_statement)] @body)
(else_clause [(expression_statement) (return_statement) (for_statement) (while_statement) (do_statement)
  (switch_statement) (break_statement) (continue_statement) (goto_statement)] @body)
(for_statement body: [(expression_statement) (return_statement) (if_statement) (for_statement) (while_statement) (do_statement)
  (switch_statement) (break_statement) (continue_statement) (goto_statement)] @body)
(while_statement body: [(expression_statement) (return_statement) (if_statement) (for_statement) (while_statement) (do_statement)
  (switch_statement) (break_statement) (continue_statement) (goto_statement)] @body)
(do_statement body: [(expression_statement) (return_statement) (if_statement) (for_statement) (while_statement) (do_statement)
  (switch_statement) (break_statement) (continue_statement) (goto_statement)] @body)

; Conditions that are evaluated again and again, and those that no statement announces.
(while_statement condition: (parenthesized_expression (_) @condition))
(do_statement condition: (parenthesized_expression (_) @condition))
(for_statement condition: (_) @condition)
(else_clause (if_statement condition: (parenthesized_expression (_) @condition)))

; Returns.
(return_statement (_) @return.value) @return

; Records whose fields are shown. A tag can be named before its definition.
((translation_unit (struct_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body) @record)
  (#set! prefix "struct ") (#set! forward))
((preproc_ifdef (struct_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body) @record)
  (#set! prefix "struct ") (#set! forward))
((preproc_if (struct_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body) @record)
  (#set! prefix "struct ") (#set! forward))
((preproc_else (struct_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body) @record)
  (#set! prefix "struct ") (#set! forward))
((compound_statement (struct_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body) @record)
  (#set! prefix "struct ") (#set! forward))
((translation_unit (declaration type: (struct_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "struct ") (#set! forward))
((preproc_ifdef (declaration type: (struct_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "struct ") (#set! forward))
((preproc_if (declaration type: (struct_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "struct ") (#set! forward))
((preproc_else (declaration type: (struct_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "struct ") (#set! forward))
((compound_statement (declaration type: (struct_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "struct ") (#set! forward))
((translation_unit (type_definition type: (struct_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "struct ") (#set! forward))
((preproc_ifdef (type_definition type: (struct_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "struct ") (#set! forward))
((preproc_if (type_definition type: (struct_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "struct ") (#set! forward))
((preproc_else (type_definition type: (struct_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "struct ") (#set! forward))
((compound_statement (type_definition type: (struct_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "struct ") (#set! forward))
(type_definition type: (struct_specifier !name body: (field_declaration_list) @record.body) declarator: (type_identifier) @record.name) @record
((translation_unit (union_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body) @record)
  (#set! prefix "union ") (#set! forward))
((preproc_ifdef (union_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body) @record)
  (#set! prefix "union ") (#set! forward))
((preproc_if (union_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body) @record)
  (#set! prefix "union ") (#set! forward))
((preproc_else (union_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body) @record)
  (#set! prefix "union ") (#set! forward))
((compound_statement (union_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body) @record)
  (#set! prefix "union ") (#set! forward))
((translation_unit (declaration type: (union_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "union ") (#set! forward))
((preproc_ifdef (declaration type: (union_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "union ") (#set! forward))
((preproc_if (declaration type: (union_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "union ") (#set! forward))
((preproc_else (declaration type: (union_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "union ") (#set! forward))
((compound_statement (declaration type: (union_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "union ") (#set! forward))
((translation_unit (type_definition type: (union_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "union ") (#set! forward))
((preproc_ifdef (type_definition type: (union_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "union ") (#set! forward))
((preproc_if (type_definition type: (union_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "union ") (#set! forward))
((preproc_else (type_definition type: (union_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "union ") (#set! forward))
((compound_statement (type_definition type: (union_specifier name: (type_identifier) @record.name body: (field_declaration_list) @record.body)) @record)
  (#set! prefix "union ") (#set! forward))
(type_definition type: (union_specifier !name body: (field_declaration_list) @record.body) declarator: (type_identifier) @record.name) @record

; Fields. Those of a nested structure without a member name belong to the outer one; those of a nested union are left out.
(field_declaration type: (struct_specifier body: (field_declaration_list) @fields) declarator: (_))
(field_declaration type: (union_specifier body: (field_declaration_list) @fields))
(field_declaration declarator: [
  (field_identifier) @field
  (pointer_declarator declarator: (field_identifier) @field)
  (pointer_declarator declarator: (pointer_declarator declarator: (field_identifier) @field))])
((field_declaration declarator: [
  (array_declarator declarator: (field_identifier) @field)
  (array_declarator declarator: (pointer_declarator declarator: (field_identifier) @field))
  (pointer_declarator declarator: (array_declarator declarator: (field_identifier) @field))])
  (#set! variant "array"))
((field_declaration declarator: (array_declarator declarator: (array_declarator declarator: (field_identifier) @field)))
  (#set! variant "grid"))
(field_declaration (bitfield_clause)) @skip
