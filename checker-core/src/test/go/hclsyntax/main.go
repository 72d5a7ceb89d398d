// Command hclsyntax says of texts whether hashicorp/hcl accepts them.
//
// Standard input holds any number of texts. Each is a kind (one byte: f for a file, e for an
// expression, t for a template), a length (four bytes, the highest first) and the text in UTF-8.
// Standard output gets one line for each: ok, or the first error.
package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	for {
		kind, err := in.ReadByte()
		if err == io.EOF {
			break
		}
		var length uint32
		fail(err)
		fail(binary.Read(in, binary.BigEndian, &length))
		text := make([]byte, length)
		_, err = io.ReadFull(in, text)
		fail(err)
		fmt.Fprintln(out, verdict(kind, text))
	}
	fail(out.Flush())
}

func verdict(kind byte, text []byte) string {
	var found hcl.Diagnostics
	switch kind {
	case 'e':
		_, found = hclsyntax.ParseExpression(text, "x", hcl.InitialPos)
	case 't':
		_, found = hclsyntax.ParseTemplate(text, "x", hcl.InitialPos)
	default:
		_, found = hclsyntax.ParseConfig(text, "x", hcl.InitialPos)
	}
	for _, each := range found {
		if each.Severity == hcl.DiagError {
			return strings.ReplaceAll(each.Error(), "\n", " ")
		}
	}
	return "ok"
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
