module qubi/cmd/qubi-beam

go 1.26.0

require (
	github.com/apache/beam/sdks/v2 v2.77.0
	github.com/parquet-go/parquet-go v0.32.0
	qubi v0.0.0
)

replace qubi => ../..
