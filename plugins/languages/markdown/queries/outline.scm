(section (atx_heading heading_content: (inline) @type.name)) @type
(setext_heading heading_content: (paragraph) @type.name) @type

((html_block) @comment
  (#match? @comment "^<!--"))
