; Functions, methods with the name of their type, initialisers, accessors, closures.
(function_declaration name: [(simple_identifier) (custom_operator) (bang) "!=" "!==" "%" "%=" "&" "*" "*=" "+" "++" "+=" "-" "--" "-=" "/"
  "/=" "<" "<<" "<=" "=" "==" "===" ">" ">=" ">>" "^" "|" "~"] @function.name body: (function_body) @function.body) @function
((init_declaration name: "init" @function.name body: (function_body) @function.body) @function (#set! result "none"))
((deinit_declaration "deinit" @function.name body: (function_body) @function.body) @function)
((subscript_declaration (computed_property . "{" . (statements)) @function.body) @function (#set! name "subscript"))
((subscript_declaration (computed_property (computed_getter "{" @function.start) @function @function.body)) (#set! name "subscript"))
((subscript_declaration (computed_property (computed_setter "{" @function.start) @function @function.body)) (#set! name "subscript"))
(property_declaration name: (pattern bound_identifier: (simple_identifier) @function.name)
  computed_value: (computed_property . "{" @function.start . (statements)) @function @function.body)
(property_declaration name: (pattern bound_identifier: (simple_identifier) @function.name)
  computed_value: (computed_property [(computed_getter "{" @function.start) (computed_setter "{" @function.start)] @function @function.body))
(property_declaration name: (pattern bound_identifier: (simple_identifier) @function.name)
  (willset_didset_block [(willset_clause "{" @function.start) (didset_clause "{" @function.start)] @function @function.body))
((lambda_literal !type . "{" @function.start) @function @function.body (#set! name "<closure>"))
((lambda_literal type: (_) "in" @function.start) @function @function.body (#set! name "<closure>"))
(class_declaration name: [(type_identifier) (user_type)] @function.owner body: [
  (class_body [(function_declaration body: _ @function.body) (init_declaration body: _ @function.body) (deinit_declaration body: _ @function.body)] @function)
  (enum_class_body [(function_declaration body: _ @function.body) (init_declaration body: _ @function.body)] @function)])
(class_declaration name: [(type_identifier) (user_type)] @function.owner body: (_ (property_declaration
  computed_value: (computed_property . "{" @function.start . (statements)) @function @function.body)))
(class_declaration name: [(type_identifier) (user_type)] @function.owner body: (_ (property_declaration
  computed_value: (computed_property [(computed_getter) (computed_setter)] @function @function.body))))
(class_declaration name: [(type_identifier) (user_type)] @function.owner body: (_ (property_declaration
  (willset_didset_block [(willset_clause) (didset_clause)] @function @function.body))))
(class_declaration name: [(type_identifier) (user_type)] @function.owner body: (_ (subscript_declaration
  (computed_property . "{" . (statements)) @function.body) @function))
(class_declaration name: [(type_identifier) (user_type)] @function.owner body: (_ (subscript_declaration
  (computed_property [(computed_getter) (computed_setter)] @function @function.body))))

; The code of the file is the function <module>.
((source_file) @function @function.body (#set! name "<module>"))

; What is deferred belongs to the function around it.
((call_expression . (simple_identifier) @word (call_suffix (lambda_literal) @nofunction)) (#eq? @word "defer"))

; Methods show what they are called on, closures without a list of parameters what they are given.
((class_declaration body: (_ (function_declaration . "func" body: (function_body (statements)) @function.body) @function)) (#set! variant "method"))
((class_declaration body: (_ (function_declaration (modifiers) @word body: (function_body (statements)) @function.body) @function))
  (#not-match? @word "static|class") (#set! variant "method"))
((lambda_literal !type) @function @function.body (#match? @function "^\\{[^{}]*\\$0[^{}]*\\}$") (#not-match? @function "\\$1") (#set! variant "one"))
((lambda_literal !type) @function @function.body (#match? @function "^\\{[^{}]*\\$1[^{}]*\\}$") (#not-match? @function "\\$2") (#set! variant "two"))

; A body without statements has no end to stand behind.
([(function_declaration body: (function_body) @function.body) (init_declaration body: (function_body) @function.body)] @function
  (#match? @function.body "^\\{\\s*\\}$") (#set! variant "empty"))
((lambda_literal) @function @function.body (#match? @function "^\\{\\s*(\\[[^\\]]*\\])?[^{}]*\\bin\\s*\\}$|^\\{\\s*\\}$") (#set! variant "empty"))

; Main code that awaits goes on in another thread than it began in: such a program is not traced.
((source_file (_) @word) @skip (#match? @word "\\bawait\\b")
  (#not-match? @word "^((public|private|fileprivate|internal|open|final|static|indirect|nonisolated|mutating|override|infix|prefix|postfix|@\\w+(\\([^)]*\\))?)\\s+)*(func|class|struct|enum|actor|extension|protocol|typealias|import|operator|precedencegroup|macro)\\b|^(#if|#else|#end|//|/\\*)"))

; What may go on in another thread stays as it is, and so does what result builders read, or what has no body.
(protocol_declaration) @skip
((function_declaration "async") @skip)
((init_declaration "async") @skip)
((lambda_literal) @skip (#match? @skip "\\bawait\\b"))
([(function_declaration (modifiers (attribute) @word)) (function_declaration (attribute) @word)
  (property_declaration (modifiers (attribute) @word)) (property_declaration (attribute) @word)] @skip (#match? @word "Builder\\b"))
((computed_getter) @skip (#match? @skip "\\bawait\\b|^get\\s+async"))
(computed_modify) @skip
(macro_declaration) @skip

; Parameters and local variables. A property that is computed or wrapped is code, and a function that must not escape can't be looked at.
((parameter name: (simple_identifier) @definition) (#not-eq? @definition "_"))
((parameter) @hidden (#match? @hidden ":\\s*(@\\w+\\s+)*\\([^?]*->") (#not-match? @hidden "@escaping|\\)\\?\\s*$"))
(subscript_declaration (parameter) @hidden (computed_property [(computed_getter) (computed_setter)]))
((lambda_parameter name: (simple_identifier) @definition) (#not-eq? @definition "_"))
((statements (property_declaration name: (pattern bound_identifier: (simple_identifier) @definition) value: _) @declaration))
((statements (property_declaration name: (pattern bound_identifier: (simple_identifier) @definition) !value !computed_value) @declaration)
  (#set! bare))
((statements (property_declaration name: (pattern (pattern (simple_identifier) @definition))) @declaration) (#not-eq? @definition "_"))
((source_file (property_declaration name: (pattern bound_identifier: (simple_identifier) @definition) value: _) @declaration))
((source_file (property_declaration name: (pattern bound_identifier: (simple_identifier) @definition) !value !computed_value) @declaration)
  (#set! bare))
((source_file (property_declaration name: (pattern (pattern (simple_identifier) @definition))) @declaration) (#not-eq? @definition "_"))
(property_declaration [(property_behavior_modifier) (attribute) "async"]) @hidden
((property_declaration (modifiers) @word) @hidden (#match? @word "lazy|async|@"))
((for_statement item: (pattern bound_identifier: (simple_identifier) @definition) collection: (_) @declaration))
((for_statement item: (pattern (pattern (simple_identifier) @definition)) collection: (_) @declaration) (#not-eq? @definition "_"))
((for_statement item: (pattern (pattern (pattern (simple_identifier) @definition))) collection: (_) @declaration) (#not-eq? @definition "_"))
([(if_statement) (while_statement)] @scope)
(if_statement bound_identifier: (simple_identifier) @definition)
(while_statement bound_identifier: (simple_identifier) @definition)
((guard_statement bound_identifier: (simple_identifier) @definition) @declaration)
((switch_entry (switch_pattern (pattern bound_identifier: (simple_identifier) @definition)) @declaration))
((switch_entry (switch_pattern (pattern (pattern bound_identifier: (simple_identifier) @definition))) @declaration))
((switch_entry (switch_pattern (pattern (pattern (pattern bound_identifier: (simple_identifier) @definition)))) @declaration))
((switch_entry (switch_pattern (pattern (value_binding_pattern) (pattern (simple_identifier) @definition))) @declaration) (#not-eq? @definition "_"))
((catch_block error: (pattern bound_identifier: (simple_identifier) @definition) @declaration))
((catch_block error: (pattern (pattern bound_identifier: (simple_identifier) @definition)) @declaration))
(assignment target: (directly_assignable_expression (simple_identifier) @assigned))

; Scopes and loops. What gets its value in a branch has it for certain behind all of them.
[(if_statement) (switch_statement) (do_statement)] @branch
[(statements) (switch_entry) (catch_block)] @scope
[(for_statement) (while_statement) (repeat_while_statement)] @scope @loop

; Statements. A label names the loop behind it, so the event goes in front of the label.
([(statements (_) @statement) (source_file (_) @statement)]
  (#not-match? @statement "^((public|private|fileprivate|internal|open|final|static|indirect|nonisolated|mutating|override|infix|prefix|postfix|@\\w+(\\([^)]*\\))?)\\s+)*(func|class|struct|enum|actor|extension|protocol|typealias|import|operator|precedencegroup|macro)\\b|^(#if|#else|#end|//|/\\*)")
  (#not-match? @statement "^return(\\s+nil)?\\s*$"))
((statements (control_transfer_statement) @statement) (#match? @statement "^return(\\s+nil)?\\s*$") (#set! variant "return"))
(statements (statement_label) . (_) @nostatement)
(source_file (statement_label) . (_) @nostatement)

; Conditions that are evaluated again and again, and those that no statement announces.
(while_statement "while" . condition: _ @condition)
(if_statement (else) . (if_statement "if" . condition: _ @condition))
((repeat_while_statement condition: (_) @condition) (#set! variant "repeat"))

; Rounds of the other loops are announced at the start of their body.
(for_statement (statements) @iteration) @iteration.line

; Results.
(control_transfer_statement "return" result: (_) @return.value) @return

; The only expression of a body that gives a value is its result, and so is an `if` or `switch` that stands alone and never returns. An
; assignment is none. Comments may stand behind it.
([
  (function_declaration name: [(user_type) (tuple_type) (array_type) (dictionary_type) (optional_type) (function_type) (opaque_type) (existential_type) (metatype) (protocol_composition_type)] body: (function_body (statements . (_) @return.value .)))
  (computed_property . "{" . (statements . (_) @return.value .))
  (computed_getter (statements . (_) @return.value .))
  (lambda_literal (statements . (_) @return.value .))
  (function_declaration name: [(user_type) (tuple_type) (array_type) (dictionary_type) (optional_type) (function_type) (opaque_type) (existential_type) (metatype) (protocol_composition_type)] body: (function_body (statements . (_) @return.value . [(comment) (multiline_comment)] .)))
  (computed_property . "{" . (statements . (_) @return.value . [(comment) (multiline_comment)] .))
  (computed_getter (statements . (_) @return.value . [(comment) (multiline_comment)] .))
  (lambda_literal (statements . (_) @return.value . [(comment) (multiline_comment)] .))
  (function_declaration name: [(user_type) (tuple_type) (array_type) (dictionary_type) (optional_type) (function_type) (opaque_type) (existential_type) (metatype) (protocol_composition_type)] body: (function_body (statements . (_) @return.value . [(comment) (multiline_comment)] . [(comment) (multiline_comment)] .)))
  (computed_property . "{" . (statements . (_) @return.value . [(comment) (multiline_comment)] . [(comment) (multiline_comment)] .))
  (computed_getter (statements . (_) @return.value . [(comment) (multiline_comment)] . [(comment) (multiline_comment)] .))
  (lambda_literal (statements . (_) @return.value . [(comment) (multiline_comment)] . [(comment) (multiline_comment)] .))
  ]
  (#not-match? @return.value "^(let|var|for|while|repeat|guard|if|switch|do|return|throw|break|continue|fatalError|preconditionFailure|exit|defer|func|struct|class|enum)\\b|^(@|#if|//|/\\*)|^\\w+: *(for|while|repeat|do|switch)\\b")
  (#not-match? @return.value "^[^={\"]*(\\[\"[^\"]*\"\\][^={\"]*)?[^=!<>]=[^=]")
  (#set! variant "implicit"))
((function_declaration name: [(user_type) (tuple_type) (array_type) (dictionary_type) (optional_type) (function_type) (opaque_type) (existential_type) (metatype) (protocol_composition_type)]
  body: (function_body (statements . [(if_statement) (switch_statement)] @return.value .))) (#not-match? @return.value "\\breturn\\b")
  (#set! variant "whole"))
((function_declaration name: [(user_type) (tuple_type) (array_type) (dictionary_type) (optional_type) (function_type) (opaque_type) (existential_type) (metatype) (protocol_composition_type)]
  body: (function_body (statements . [(if_statement (statements) @skip) (if_statement (if_statement) @skip) (switch_statement (switch_entry) @skip)] @word .)))
  (#not-match? @word "\\breturn\\b"))

; An `if` or `switch` that is a value stays as it is.
(property_declaration value: [(if_statement) (switch_statement)] @skip)
(assignment result: [(if_statement) (switch_statement)] @skip)
(control_transfer_statement result: [(if_statement) (switch_statement)] @skip)

; Where a body ends without a result. Comments may stand behind it.
([
  (function_body (statements (_) @body .))
  (lambda_literal (statements (_) @body .))
  (computed_setter (statements (_) @body .))
  (willset_clause (statements (_) @body .))
  (didset_clause (statements (_) @body .))
  (function_body (statements (_) @body . [(comment) (multiline_comment)] .))
  (lambda_literal (statements (_) @body . [(comment) (multiline_comment)] .))
  (computed_setter (statements (_) @body . [(comment) (multiline_comment)] .))
  (willset_clause (statements (_) @body . [(comment) (multiline_comment)] .))
  (didset_clause (statements (_) @body . [(comment) (multiline_comment)] .))
  (function_body (statements (_) @body . [(comment) (multiline_comment)] . [(comment) (multiline_comment)] .))
  (lambda_literal (statements (_) @body . [(comment) (multiline_comment)] . [(comment) (multiline_comment)] .))
  (computed_setter (statements (_) @body . [(comment) (multiline_comment)] . [(comment) (multiline_comment)] .))
  (willset_clause (statements (_) @body . [(comment) (multiline_comment)] . [(comment) (multiline_comment)] .))
  (didset_clause (statements (_) @body . [(comment) (multiline_comment)] . [(comment) (multiline_comment)] .))
  ] (#not-match? @body "^(return|throw)\\b|^(//|/\\*|#)"))

; Errors: where they are raised and where they are caught.
((control_transfer_statement (throw_keyword) (_) @condition) (#set! variant "throw"))
(catch_block !error "{" @catch)
((catch_block error: (_) "{" @catch) (#set! variant "pattern"))
