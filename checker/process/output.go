package process

import "bytes"

// limited keeps up to max bytes and calls full once when there is more.
type limited struct {
	buf  bytes.Buffer
	max  int
	full func()
}

func (l *limited) Write(p []byte) (int, error) {
	if room := l.max - l.buf.Len(); room < len(p) {
		l.buf.Write(p[:max(room, 0)])
		l.full()
		return len(p), nil // the process is being killed; what still comes is let go
	}
	return l.buf.Write(p)
}

// tail keeps the last max bytes.
type tail struct {
	buf []byte
	max int
}

func (t *tail) Write(p []byte) (int, error) {
	t.buf = append(t.buf, p[max(0, len(p)-t.max):]...)
	t.buf = t.buf[max(0, len(t.buf)-t.max):]
	return len(p), nil
}

// said is the last line, where programs put the reason why they ended.
func (t *tail) said() string {
	text := bytes.TrimSpace(t.buf)
	if i := bytes.LastIndexByte(text, '\n'); i >= 0 {
		text = text[i+1:]
	}
	if len(text) == 0 {
		return ""
	}
	return ": " + clip(string(bytes.ToValidUTF8(text, []byte("\uFFFD"))))
}
