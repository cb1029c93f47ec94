; Functions. The code of the file is one that the run-time begins and ends.
((program) @function @function.body (#set! name "<module>") (#set! result "none"))
(function_definition name: (name) @function.name body: (compound_statement) @function.body) @function
((method_declaration name: (name) @function.name body: (compound_statement) @function.body) @function (#set! variant "method"))
((anonymous_function body: (compound_statement) @function.body) @function (#set! name "{closure}"))

; A method carries the name of its class.
((class_declaration name: (name) @function.owner
  body: (declaration_list (method_declaration body: (compound_statement) @function.body) @function)) (#set! join "::"))
((trait_declaration name: (name) @function.owner
  body: (declaration_list (method_declaration body: (compound_statement) @function.body) @function)) (#set! join "::"))
((enum_declaration name: (name) @function.owner
  body: (enum_declaration_list (method_declaration body: (compound_statement) @function.body) @function)) (#set! join "::"))

; A reference that is returned must stay one.
((function_definition (reference_modifier) body: (compound_statement) @function.body) @function (#set! result "none"))
((method_declaration (reference_modifier) body: (compound_statement) @function.body) @function (#set! result "none"))
((anonymous_function reference_modifier: (_) body: (compound_statement) @function.body) @function (#set! name "{closure}") (#set! result "none"))
(arrow_function !reference_modifier body: (_) @condition (#set! variant "arrow"))

; Statements.
[(expression_statement) (return_statement) (echo_statement) (exit_statement) (unset_statement) (if_statement) (while_statement)
 (for_statement) (foreach_statement) (switch_statement) (break_statement) (continue_statement) (goto_statement)
 (global_declaration) (function_static_declaration)] @statement
(program (const_declaration) @statement)
(else_clause (if_statement) @nostatement)
; `<?= value ?>` writes what follows it.
((text_interpolation (php_tag) @word) . (_) @nostatement (#eq? @word "<?="))
((php_tag) @word . (_) @nostatement (#eq? @word "<?="))

; A body without braces is wrapped. One that `?>` ends has no semicolon of its own.
((if_statement body: [(expression_statement) (echo_statement) (return_statement)] @body)
  (#not-match? @body ";$") (#set! variant "open"))
((else_if_clause body: [(expression_statement) (echo_statement) (return_statement)] @body)
  (#not-match? @body ";$") (#set! variant "open"))
((else_clause body: [(expression_statement) (echo_statement) (return_statement)] @body)
  (#not-match? @body ";$") (#set! variant "open"))
((while_statement body: [(expression_statement) (echo_statement) (return_statement)] @body)
  (#not-match? @body ";$") (#set! variant "open"))
((do_statement body: [(expression_statement) (echo_statement) (return_statement)] @body)
  (#not-match? @body ";$") (#set! variant "open"))
((foreach_statement body: [(expression_statement) (echo_statement) (return_statement)] @body)
  (#not-match? @body ";$") (#set! variant "open"))
((for_statement ")" . body: [(expression_statement) (echo_statement) (return_statement)] @body)
  (#not-match? @body ";$") (#set! variant "open"))
(if_statement body: [(expression_statement) (return_statement) (echo_statement) (exit_statement) (unset_statement) (if_statement)
  (while_statement) (do_statement) (for_statement) (foreach_statement) (switch_statement) (break_statement) (continue_statement)
  (goto_statement) (try_statement)] @body)
(else_if_clause body: [(expression_statement) (return_statement) (echo_statement) (exit_statement) (unset_statement) (if_statement)
  (while_statement) (do_statement) (for_statement) (foreach_statement) (switch_statement) (break_statement) (continue_statement)
  (goto_statement) (try_statement)] @body)
(else_clause body: [(expression_statement) (return_statement) (echo_statement) (exit_statement) (unset_statement)
  (while_statement) (do_statement) (for_statement) (foreach_statement) (switch_statement) (break_statement) (continue_statement)
  (goto_statement) (try_statement)] @body)
(while_statement body: [(expression_statement) (return_statement) (echo_statement) (exit_statement) (unset_statement) (if_statement)
  (while_statement) (do_statement) (for_statement) (foreach_statement) (switch_statement) (break_statement) (continue_statement)
  (goto_statement) (try_statement)] @body)
(do_statement body: [(expression_statement) (return_statement) (echo_statement) (exit_statement) (unset_statement) (if_statement)
  (while_statement) (do_statement) (for_statement) (foreach_statement) (switch_statement) (break_statement) (continue_statement)
  (goto_statement) (try_statement)] @body)
(for_statement ")" . body: [(expression_statement) (return_statement) (echo_statement) (exit_statement) (unset_statement) (if_statement)
  (while_statement) (do_statement) (for_statement) (foreach_statement) (switch_statement) (break_statement) (continue_statement)
  (goto_statement) (try_statement)] @body)
(foreach_statement body: [(expression_statement) (return_statement) (echo_statement) (exit_statement) (unset_statement) (if_statement)
  (while_statement) (do_statement) (for_statement) (foreach_statement) (switch_statement) (break_statement) (continue_statement)
  (goto_statement) (try_statement)] @body @iteration) @iteration.line

; Rounds of a loop over a collection are announced at the start of its body.
((foreach_statement body: [(compound_statement) (colon_block)] @iteration) @iteration.line (#set! block))

; Conditions that are evaluated again and again, and those that no statement announces.
(while_statement condition: (parenthesized_expression (_) @condition))
(do_statement condition: (parenthesized_expression (_) @condition))
(for_statement condition: (expression) @condition)
(else_if_clause condition: (parenthesized_expression (_) @condition))
(else_clause (if_statement condition: (parenthesized_expression (_) @condition)))

; Exceptions.
((throw_expression (_) @condition) (#set! variant "throw"))
((catch_clause type: (_) @condition !name) (#set! variant "unnamed"))
((catch_clause !name body: (compound_statement) @catch) (#set! variant "unnamed"))
(catch_clause name: (_) body: (compound_statement) @catch)
(catch_clause name: (variable_name) @definition)
(catch_clause) @scope

; Generators.
((yield_expression) @condition (#match? @condition "^(yield|yield\\s+from\\s.*)$") (#set! variant "bare"))
((yield_expression) @condition (#set! variant "yield"))
((yield_expression (array_element_initializer . (expression) @condition .)) (#set! variant "give"))
((yield_expression (array_element_initializer "=>" (expression) @condition)) (#set! variant "give"))

; Returns.
(return_statement (expression) @return.value) @return

; What runs at compile time.
(const_declaration (const_element (_) @skip))
(property_declaration) @skip
(attribute_list) @skip

; A generator that gives references is left alone: what it yields can't pass through a function.
(function_definition (reference_modifier) body: (compound_statement (_ (yield_expression)))) @skip
(function_definition (reference_modifier) body: (compound_statement (_ (_ (yield_expression))))) @skip
(function_definition (reference_modifier) body: (compound_statement (_ (_ (_ (yield_expression)))))) @skip
(function_definition (reference_modifier) body: (compound_statement (_ (_ (_ (_ (yield_expression))))))) @skip
(function_definition (reference_modifier) body: (compound_statement (_ (_ (_ (_ (_ (yield_expression)))))))) @skip
(function_definition (reference_modifier) body: (compound_statement (_ (_ (_ (_ (_ (_ (yield_expression))))))))) @skip
(function_definition (reference_modifier) body: (compound_statement (_ (_ (_ (_ (_ (_ (_ (yield_expression)))))))))) @skip
(method_declaration (reference_modifier) body: (compound_statement (_ (yield_expression)))) @skip
(method_declaration (reference_modifier) body: (compound_statement (_ (_ (yield_expression))))) @skip
(method_declaration (reference_modifier) body: (compound_statement (_ (_ (_ (yield_expression)))))) @skip
(method_declaration (reference_modifier) body: (compound_statement (_ (_ (_ (_ (yield_expression))))))) @skip
(method_declaration (reference_modifier) body: (compound_statement (_ (_ (_ (_ (_ (yield_expression)))))))) @skip
(method_declaration (reference_modifier) body: (compound_statement (_ (_ (_ (_ (_ (_ (yield_expression))))))))) @skip
(method_declaration (reference_modifier) body: (compound_statement (_ (_ (_ (_ (_ (_ (_ (yield_expression)))))))))) @skip
(anonymous_function reference_modifier: (_) body: (compound_statement (_ (yield_expression)))) @skip
(anonymous_function reference_modifier: (_) body: (compound_statement (_ (_ (yield_expression))))) @skip
(anonymous_function reference_modifier: (_) body: (compound_statement (_ (_ (_ (yield_expression)))))) @skip
(anonymous_function reference_modifier: (_) body: (compound_statement (_ (_ (_ (_ (yield_expression))))))) @skip
(anonymous_function reference_modifier: (_) body: (compound_statement (_ (_ (_ (_ (_ (yield_expression)))))))) @skip
(anonymous_function reference_modifier: (_) body: (compound_statement (_ (_ (_ (_ (_ (_ (yield_expression))))))))) @skip
(anonymous_function reference_modifier: (_) body: (compound_statement (_ (_ (_ (_ (_ (_ (_ (yield_expression)))))))))) @skip
