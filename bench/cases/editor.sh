# The language server as an editor sees it.
bench_editor() { python3 bench/editor/measure.py ./codealchemy lsp; }
