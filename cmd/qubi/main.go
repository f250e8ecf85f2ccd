// Command qubi compares Chinese districts from their government reports.
//
// Without a subcommand it opens the browser:
//
//	qubi                     the built-in reports
//	qubi reports/ more.txt   files and folders of one's own
//
// The subcommands are the browser's twins without a screen: facts, export,
// reports and clean write to standard output what the browser shows, byte for
// byte the same from run to run.
//
// Exit status: 0 done; 1 something could not be read or written (what could be
// read is still written); 2 the command line is wrong. Every failure is one
// sentence on standard error that says what, where and how to go on. A reader
// that closes the pipe early is no failure.
package main

import (
	"context"
	"os"
)

// standardOutput is where the process writes to. In the place of one that was closed
// Go has opened another file: it is a closed one again.
func standardOutput() *os.File {
	if !isClosed() {
		return os.Stdout
	}
	null, err := os.Open(os.DevNull)
	if err == nil {
		err = null.Close()
	}
	if err != nil {
		return os.Stdout
	}
	return null
}

// main is the only place that reads the process's environment and exits it.
func main() {
	p := &program{
		in:  os.Stdin,
		out: standardOutput(),
		err: os.Stderr,
		env: readEnvironment(os.Getenv),
	}
	os.Exit(p.run(context.Background(), os.Args[1:]))
}
