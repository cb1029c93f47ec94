; Functions, methods with the name of their type, closures with a block.
(function_item name: (identifier) @function.name body: (block) @function.body) @function
((impl_item type: (type_identifier) @function.owner
  body: (declaration_list (function_item body: (block) @function.body) @function)) (#set! join "::"))
((impl_item type: (generic_type type: (type_identifier) @function.owner)
  body: (declaration_list (function_item body: (block) @function.body) @function)) (#set! join "::"))
((trait_item name: (type_identifier) @function.owner
  body: (declaration_list (function_item body: (block) @function.body) @function)) (#set! join "::"))
((closure_expression body: (block) @function.body) @function (#set! name "<closure>"))

; Results.
(function_item return_type: (_) @function.type body: (block) @function.body) @function
(closure_expression return_type: (_) @function.type body: (block) @function.body) @function
((function_item return_type: (_) @word body: (block) @function.body) @function (#match? @word "(^|[^A-Za-z0-9_])impl |^!$") (#set! result "none"))
((function_item !return_type body: (block) @function.body) @function (#set! result "none"))
((closure_expression !return_type body: (block) @function.body) @function (#set! result "open"))
(return_expression (_) @return.value) @return
((function_item return_type: (_) body: (block (_) @return.value .)) (#not-match? @return.value ";$") (#not-match? @return.value "^return"))
((closure_expression body: (block (_) @return.value .)) (#not-match? @return.value ";$") (#not-match? @return.value "^return"))

; Where a body without a result ends.
((function_item !return_type body: (block [(expression_statement) (macro_invocation) (call_expression) (assignment_expression)
  (compound_assignment_expr) (let_declaration)] @body .)) (#set! variant "last"))

; What runs at compile time or as a machine of its own stays as it is.
((function_item (function_modifiers) @word) @skip (#match? @word "const|async"))
(macro_definition) @skip
(const_item) @skip
(static_item) @skip
(const_block) @skip
(async_block) @skip
((closure_expression "async") @skip)

; Parameters and local variables. Names with a capital are constants and variants.
((parameter pattern: (identifier) @definition) (#not-match? @definition "^([A-Z]|_$)"))
((parameter pattern: (_ (identifier) @definition)) (#not-match? @definition "^([A-Z]|_$)"))
(self_parameter (self) @definition)
((closure_expression parameters: (closure_parameters (identifier) @definition) body: (block)) (#not-match? @definition "^([A-Z]|_$)"))
((closure_expression parameters: (closure_parameters (_ (identifier) @definition)) body: (block)) (#not-match? @definition "^([A-Z]|_$)"))
((let_declaration pattern: (identifier) @definition value: (_)) @declaration (#not-match? @definition "^([A-Z]|_$)"))
((let_declaration pattern: (identifier) @definition !value) @declaration (#not-match? @definition "^([A-Z]|_$)") (#set! bare))
((let_declaration pattern: [(tuple_pattern (identifier) @definition) (tuple_pattern (mut_pattern (identifier) @definition))
  (slice_pattern (identifier) @definition) (reference_pattern (identifier) @definition)
  (tuple_struct_pattern type: (_) (identifier) @definition)]) @declaration (#not-match? @definition "^([A-Z]|_$)"))
((for_expression pattern: [(identifier) @definition (mut_pattern (identifier) @definition)
  (tuple_pattern (identifier) @definition) (reference_pattern (identifier) @definition)
  (tuple_pattern (reference_pattern (identifier) @definition)) (reference_pattern (tuple_pattern (identifier) @definition))
  (tuple_pattern (tuple_pattern (identifier) @definition))]
  value: (_) @declaration) (#not-match? @definition "^([A-Z]|_$)"))
((match_arm pattern: (match_pattern [(identifier) @definition (tuple_struct_pattern type: (_) (identifier) @definition)
  (tuple_pattern (identifier) @definition) (reference_pattern (identifier) @definition)]) @declaration)
  (#not-match? @definition "^([A-Z]|_$)"))
((if_expression condition: (let_condition pattern: [(identifier) @definition (tuple_struct_pattern type: (_) (identifier) @definition)
  (tuple_pattern (identifier) @definition)] value: (_) @declaration) !alternative) (#not-match? @definition "^([A-Z]|_$)"))
((while_expression condition: (let_condition pattern: [(identifier) @definition (tuple_struct_pattern type: (_) (identifier) @definition)
  (tuple_pattern (identifier) @definition)] value: (_) @declaration)) (#not-match? @definition "^([A-Z]|_$)"))
(assignment_expression left: (identifier) @assigned)

; Scopes and loops.
[(block) (match_arm) (if_expression)] @scope
[(for_expression) (while_expression) (loop_expression)] @scope @loop

; Statements, and what stands at the end of a block as its value.
(block [(expression_statement) (let_declaration)] @statement)
((block (_) @statement .) (#not-match? @statement "^(fn|struct|enum|impl|use|const|static|type|trait|mod|pub|#|//|/\\*)[^A-Za-z_]"))
((match_arm value: (_) @body @statement) (#not-match? @body "^(unsafe *)?\\{"))

; Conditions that are evaluated again and again, and those that no statement announces.
((while_expression condition: (_) @condition) (#not-match? @condition "^let ") (#not-match? @condition "&& *let "))
((else_clause (if_expression condition: (_) @condition)) (#not-match? @condition "^let ") (#not-match? @condition "&& *let "))

; Panics that are caught.
((call_expression function: [(identifier) @word (scoped_identifier name: (identifier) @word)]) @condition (#eq? @word "catch_unwind")
  (#set! variant "caught"))

; Rounds of the other loops are announced at the start of their body.
((for_expression body: (block) @iteration) @iteration.line (#set! block))
((loop_expression body: (block) @iteration) @iteration.line (#set! block))
((while_expression condition: [(let_condition) (let_chain)] body: (block) @iteration) @iteration.line (#set! block))

; Types whose parts are shown.
(struct_item name: (type_identifier) @record.name type_parameters: (_)? @record.parameters body: (field_declaration_list) @record.body) @record
(struct_item name: (type_identifier) @record.name type_parameters: (_)? @record.parameters body: (ordered_field_declaration_list) @record.body) @record
(enum_item name: (type_identifier) @record.name type_parameters: (_)? @record.parameters body: (enum_variant_list) @record.body) @record
(struct_item body: (field_declaration_list (field_declaration name: (field_identifier) @field)))
((struct_item body: (ordered_field_declaration_list . (visibility_modifier)? . type: (_) @field . ))
  (#set! variant "positions1"))
((struct_item body: (ordered_field_declaration_list . (visibility_modifier)? . type: (_) @field . (visibility_modifier)? . type: (_) .))
  (#set! variant "positions2"))
((struct_item body: (ordered_field_declaration_list . (visibility_modifier)? . type: (_) @field . (visibility_modifier)? . type: (_)
  . (visibility_modifier)? . type: (_) .)) (#set! variant "positions3"))
((enum_variant name: (identifier) @field !body) (#set! variant "unit"))
((enum_variant name: (identifier) @field body: (field_declaration_list) @fields) (#set! variant "fields"))
((enum_variant name: (identifier) @field body: (ordered_field_declaration_list . type: (_) .)) (#set! variant "tuple1"))
((enum_variant name: (identifier) @field body: (ordered_field_declaration_list . type: (_) . type: (_) .)) (#set! variant "tuple2"))
((enum_variant name: (identifier) @field body: (ordered_field_declaration_list . type: (_) . type: (_) . type: (_) .)) (#set! variant "tuple3"))
