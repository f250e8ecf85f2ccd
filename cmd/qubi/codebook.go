package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"qubi/model/files"
	"qubi/model/project"
)

// projectCodebook writes the codebook, or takes one in.
func (p *program) projectCodebook() *cobra.Command {
	var o outputFlags
	cmd := &cobra.Command{
		Use:   "codebook [FILE]",
		Short: "Write the codebook to share it, or take one in",
		Long: `codebook writes the codes of the project, a line a code: name, key, colour (a
role of the palette, see qubi help keys), the words that suggest it, and when to
give it, parted by tabs. With a FILE of that form, or another project, it takes
the codes in; of codes that both define the file's hold.`,
		Example: `qubi project codebook --project my.qubi -o codes.tsv
qubi project codebook codes.tsv --project yours.qubi`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if p.projectFile == "" {
				return misuse("name the project with --project FILE%s", project.Extension)
			}
			s, err := openStore(p.projectFile)
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
			p.note("%s in %s", plural(len(codes), "code"), p.projectFile)
			return nil
		},
	}
	o.define(cmd.Flags())
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
		return nil, fmt.Errorf("%q: %w", path, err)
	}
	return codes, err
}
