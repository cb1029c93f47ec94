package trace

import (
	"strconv"
	"unicode/utf8"
)

// A text is one value as it is shown, within the limits of a value.
type text struct {
	bytes []byte
	left  int // characters left
	cut   bool
}

const omitted = "…"

func (x *text) word(s string) {
	if x.cut {
		return
	}
	if len(s) <= x.left {
		x.left -= len(s)
		x.bytes = append(x.bytes, s...)
		return
	}
	for len(s) > 0 {
		_, n := utf8.DecodeRuneInString(s)
		if x.left == 0 {
			x.cut = true
			x.bytes = append(x.bytes, omitted...)
			return
		}
		x.left--
		x.bytes = append(x.bytes, s[:n]...)
		s = s[n:]
	}
}

func (x *text) integer(n int64) {
	if x.left < 20 || x.cut {
		x.word(strconv.FormatInt(n, 10))
		return
	}
	before := len(x.bytes)
	x.bytes = strconv.AppendInt(x.bytes, n, 10)
	x.left -= len(x.bytes) - before
}

func (x *text) natural(n uint64) {
	x.word(strconv.FormatUint(n, 10))
}

func (x *text) real(n float64, bits int) {
	var digits [32]byte
	x.word(string(strconv.AppendFloat(digits[:0], n, 'g', -1, bits)))
}

// quoted shows a string; no more of it is read than can be shown.
func (x *text) quoted(s string) {
	if most := 4 * (limits.characters + 1); len(s) > most {
		s = s[:most]
	}
	var room [512]byte
	x.word(string(strconv.AppendQuote(room[:0], s)))
}

func isText(b []byte) bool {
	if len(b) == 0 || !utf8.Valid(b) {
		return false
	}
	for _, r := range string(b) {
		if !strconv.IsPrint(r) && r != '\n' && r != '\t' {
			return false
		}
	}
	return true
}
