; A function that may start the program: the compiler decides which class holds it.
(function_declaration name: (identifier) @entry (#eq? @entry "main"))
