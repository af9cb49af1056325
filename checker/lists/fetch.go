package lists

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/article41/article41/checker/screen"
)

// FetchTimeout bounds a download from its beginning to its end.
const FetchTimeout = 2 * time.Minute

const maxRedirects = 5

// Fetch downloads a list over https, redirects included, within FetchTimeout and
// screen.MaxListBytes. Nothing is sent but the request itself. client may be nil.
func Fetch(ctx context.Context, address string, client *http.Client) ([]byte, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return nil, fmt.Errorf("%q is not an address", address)
	}
	if u.Scheme != "https" {
		return nil, fmt.Errorf("%s: only https is used, so that nobody on the way can change the list", u.Redacted())
	}
	ctx, cancel := context.WithTimeout(ctx, FetchTimeout)
	defer cancel()
	c := http.Client{}
	if client != nil {
		c = *client
	}
	c.CheckRedirect = func(r *http.Request, via []*http.Request) error {
		switch {
		case r.URL.Scheme != "https":
			return fmt.Errorf("the server sends on to %s, which is not https", r.URL.Redacted())
		case len(via) >= maxRedirects:
			return errors.New("the server sends on again and again")
		}
		return nil
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", "article41")
	resp, err := c.Do(req)
	if err != nil {
		if errors.Is(err, context.DeadlineExceeded) {
			return nil, fmt.Errorf("%s did not send the list within %v: %w", u.Host, FetchTimeout, err)
		}
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s answers %s", u.Redacted(), resp.Status)
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, screen.MaxListBytes+1))
	if err != nil {
		return nil, fmt.Errorf("the download of %s broke off: %w", u.Redacted(), err)
	}
	if len(data) > screen.MaxListBytes {
		return nil, screen.ErrTooLarge
	}
	return data, nil
}
