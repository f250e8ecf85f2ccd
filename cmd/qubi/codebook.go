package main

import (
	"bytes"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"qubi/model/files"
	"qubi/model/lang"
	"qubi/model/project"
)

// projectCodebook writes the codebook, or takes one in.
func (p *program) projectCodebook() *cobra.Command {
	var o outputFlags
	cmd := &cobra.Command{
		Use: "codebook [FILE]",
		Example: `qubi project codebook --project my.qubi -o codes.tsv
qubi project codebook codes.tsv --project yours.qubi`,
		Args: takes(0, 1, "usage.upto"),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := p.store()
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return p.output(o, []string{p.projectFile}, nil, func(w io.Writer) error { return project.WriteCodebook(w, s.project().Codebook()) })
			}
			codes, err := readCodebook(args[0])
			if err != nil {
				return err
			}
			all := s.project()
			for _, c := range codes {
				all = all.Define(c, p.sign())
			}
			if _, _, err = s.Save(all); err != nil {
				return err
			}
			p.note("note.codes", lang.Many(len(codes), "code"), p.projectFile)
			return nil
		},
	}
	o.define(cmd.Flags(), p)
	return cmd
}

// readCodebook reads the codes of a file: a codebook, or a project.
func readCodebook(path string) ([]project.Code, error) {
	raw, err := files.Read(path, files.StateLimit)
	if err != nil {
		return nil, err
	}
	if other, err := project.Read(bytes.NewReader(raw)); err == nil {
		return other.Codebook(), nil
	}
	codes, err := project.ReadCodebook(bytes.NewReader(raw))
	if wrong := (*project.FormatError)(nil); errors.As(err, &wrong) {
		return nil, lang.Say("fail.file", path, err)
	}
	return codes, err
}
