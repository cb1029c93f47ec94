package trace

import (
	"strconv"
	"sync"
)

const (
	separator = 0x1F
	escape    = 0x10
	// Room in front of a record's payload for its length.
	room = 16
	// What one record may hold: variables beyond that are left out.
	most = 256 << 10
	// Writes of the program that follow each other are one record up to this many bytes.
	mergedOutput = 4096
)

var (
	lock     sync.Mutex
	file     []byte
	position int
	events   int

	// The last record, when it is output: more output is put into it.
	output struct {
		fd, start int
		text      []byte
	}
)

func appendField[T string | []byte](b []byte, text T) []byte {
	b = append(b, separator)
	plain := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; c == separator || c == escape {
			b = append(append(b, text[plain:i]...), escape, c^0x40)
			plain = i + 1
		}
	}
	return append(b, text[plain:]...)
}

func appendNumber(b []byte, n int) []byte {
	return strconv.AppendInt(append(b, separator), int64(n), 10)
}

// begin starts a record of a thread.
func (t *thread) begin(kind byte) {
	t.record = append(t.record[:0], "                "...)
	t.record = append(t.record, kind)
}

func (t *thread) end() {
	if t.number > 1 {
		t.record = appendField(t.record, "h")
		t.record = appendNumber(t.record, t.number)
	}
	publish(t.record)
}

// publish writes a record whose payload begins after the room for its length.
func publish(record []byte) {
	lock.Lock()
	output.text = output.text[:0]
	store(record)
	lock.Unlock()
}

func store(record []byte) {
	if !On {
		return
	}
	var digits [room]byte
	length := strconv.AppendInt(digits[:0], int64(len(record)-room), 10)
	start := room - 1 - len(length)
	copy(record[start:], length)
	record[room-1] = ':'
	if events >= limits.events {
		stop("events")
		return
	}
	if position+len(record)-start+1 > limits.bytes {
		stop("bytes")
		return
	}
	events++
	position += copy(file[position:], record[start:])
	file[position] = ','
	position++
}

func stop(limit string) {
	On = false
	text := strconv.Itoa(len(limit)+2) + ":z\x1f" + limit + ","
	position += copy(file[position:], text)
}

// wrote records output in front of the next event.
func wrote(fd int, bytes []byte) {
	lock.Lock()
	defer lock.Unlock()
	if !On {
		return
	}
	if len(output.text) > 0 && output.fd == fd && len(output.text)+len(bytes) <= mergedOutput {
		for i := output.start; i < position; i++ {
			file[i] = 0
		}
		position = output.start
		events--
	} else {
		output.fd, output.start, output.text = fd, position, output.text[:0]
	}
	output.text = append(output.text, bytes...)
	store(chunk('o', fd, output.text))
}

// read records input.
func read(fd int, bytes []byte) { publish(chunk('i', fd, bytes)) }

func chunk(kind byte, fd int, bytes []byte) []byte {
	record := append(make([]byte, 0, room+len(bytes)+16), "                "...)
	record = append(record, kind)
	return appendField(appendNumber(record, fd), bytes)
}
