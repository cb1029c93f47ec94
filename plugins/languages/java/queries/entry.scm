; The package, and the top-level type whose main method starts the program.
(program (package_declaration [(identifier) (scoped_identifier)] @package))

(program
  [(class_declaration
     name: (identifier) @entry
     body: (class_body
       (method_declaration
         (modifiers "static")
         type: (void_type)
         name: (identifier) @main
         parameters: (formal_parameters . [(formal_parameter type: (array_type)) (spread_parameter)
                                           (formal_parameter dimensions: (dimensions))] .))))
   (record_declaration
     name: (identifier) @entry
     body: (class_body
       (method_declaration
         (modifiers "static")
         type: (void_type)
         name: (identifier) @main)))
   (interface_declaration
     name: (identifier) @entry
     body: (interface_body
       (method_declaration
         (modifiers "static")
         type: (void_type)
         name: (identifier) @main)))
   (enum_declaration
     name: (identifier) @entry
     body: (enum_body
       (enum_body_declarations
         (method_declaration
           (modifiers "static")
           type: (void_type)
           name: (identifier) @main))))]
  (#eq? @main "main"))
