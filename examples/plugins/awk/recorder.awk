# What the insertions of rewrite.py call. Every message is a line "kind, line, name, type, text, length, name, …" for tracer.py.
function __ca_escape(s) {
	if (s ~ /[\n\020\037]/) { gsub(/\020/, "\020P", s); gsub(/\n/, "\020J", s); gsub(/\037/, "\020_", s) }
	return s
}
function __ca_text(x, depth,    p, s, keys, n, i) {
	if (typeof(x) == "array") {
		if (depth >= __ca_depth || length(x) > 1000) { __ca_cut = 1; return length(x) ? "{…}" : "{}" }
		n = asorti(x, keys)
		for (i = 1; i <= n; i++) {
			if (i > __ca_items) { __ca_cut = 1; s = s ", …"; break }
			s = s (i > 1 ? ", " : "") __ca_text(keys[i], depth) ": " __ca_text(x[keys[i]], depth + 1)
		}
		return "{" s "}"
	}
	if (typeof(x) == "number") {
		if (x == int(x)) return x ""
		for (p = 15; p < 18; p++) { s = sprintf("%." p "g", x); if (s + 0 == x) break }
		return s
	}
	s = x ""
	if (length(s) > __ca_characters) { __ca_cut = 1; s = substr(s, 1, __ca_characters) "…" }
	gsub(/\\/, "\\\\", s); gsub(/"/, "\\\"", s); gsub(/\n/, "\\n", s); gsub(/\t/, "\\t", s); gsub(/\r/, "\\r", s); gsub(/\034/, "\\034", s)
	return "\"" s "\""
}
function __ca_value(name, x,    type, text) {
	type = typeof(x)
	if (type == "untyped" || type == "unassigned") return
	__ca_cut = 0
	text = __ca_text(x, 0)
	__ca_message = __ca_message "\037" __ca_escape(name) "\037" type "\037" __ca_escape(text) "\037" (__ca_cut ? length(x) : "")
}
function __ca_begin(kind, line) { __ca_message = kind "\037" line }
function __ca_send() { printf "%s\n", __ca_message > __ca_to; return 1 }
function __ca_print(x) { return typeof(x) == "number" && x != int(x) ? sprintf(OFMT, x) : x "" }
function __ca_out(s) { printf "%s", s; printf "o\037%s\n", __ca_escape(s) > __ca_to }
function __ca_leave(x) { printf "u\n" > __ca_to; return x }
