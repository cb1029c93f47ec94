(create_table (object_reference name: (identifier) @type.name)) @type
(create_view (object_reference name: (identifier) @type.name)) @type

(comment) @comment
(marginalia) @comment
