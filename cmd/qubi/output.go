package main

import (
	"bufio"
	"errors"
	"io"
	"io/fs"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"qubi/model/files"
	"qubi/model/lang"
)

// outputFlags say where a command's output goes.
type outputFlags struct {
	file  string // "" or - is standard output
	force bool
}

// define adds the flags.
func (o *outputFlags) define(f *pflag.FlagSet, p *program) {
	f.StringVarP(&o.file, "output", "o", "", p.say("flag.output"))
	f.BoolVar(&o.force, "force", false, p.say("flag.force"))
}

// output writes to the file, or to standard output. What the reading had to
// leave out is said afterwards: what could be read is always written. A file that
// was read is never replaced.
func (p *program) output(o outputFlags, read []string, problem error, write func(io.Writer) error) error {
	if o.file == "" || o.file == "-" {
		return p.after(problem, write)
	}
	if err := o.spares(append(read, p.lexicon, p.projectFile)); err != nil {
		return err
	}
	err := files.Replace(o.file, o.force, write)
	switch {
	case errors.Is(err, lang.Say("fail.isread")): // which was found out on the way
		return lang.Say("fail.isread", o.file)
	case errors.Is(err, fs.ErrExist):
		return lang.Say("fail.exists", o.file)
	case errors.Is(err, fs.ErrPermission):
		return lang.Say("fail.permission", o.file)
	case errors.Is(err, fs.ErrNotExist):
		return lang.Say("fail.nofolder", o.file)
	case err != nil:
		return lang.Say("fail.unchanged", err)
	}
	p.note("note.wrote", o.file)
	return problem
}

// spares is an error where the output would take the place of a file that is
// read.
func (o outputFlags) spares(read []string) error {
	if o.file == "" || o.file == "-" {
		return nil
	}
	if same := files.Same(o.file, read); same != "" {
		return lang.Say("fail.isread", same)
	}
	return nil
}

// after writes to standard output and then gives the problem met before.
func (p *program) after(problem error, write func(io.Writer) error) error {
	w := bufio.NewWriterSize(p.out, 64<<10)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return problem
}

// print writes a text to standard output.
func (p *program) print(text string) error {
	return p.after(nil, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
}

// complete offers words for a flag in the shell.
func complete(cmd *cobra.Command, flag string, words ...string) {
	completeBy(cmd, flag, func([]string) []string { return words })
}

// completeBy offers words that must first be looked up.
func completeBy(cmd *cobra.Command, flag string, words func(paths []string) []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, paths []string, _ string) ([]string, cobra.ShellCompDirective) {
		return words(paths), cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic(err) // the caller did not define this flag
	}
}
