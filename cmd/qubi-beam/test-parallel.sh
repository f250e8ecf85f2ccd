#!/bin/sh
# Reads reports on two hosts by GNU parallel over ssh and compares the facts with
# those of one run. The hosts are two servers of ssh on this machine's loopback,
# with keys of their own, in a folder that is removed. Also breaks the work off
# and takes it up again by the job log.
#
#   sh test-parallel.sh [folder of reports]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
reports=$(cd "${1:-$root/data/reports}" && pwd)
for program in sshd ssh ssh-keygen parallel go; do
	command -v $program >/dev/null || [ -x /usr/sbin/$program ] || { echo "FAILED: $program is not installed here" >&2; exit 1; }
done
work=$(mktemp -d)
pids=
trap 'for p in $pids; do kill "$p" 2>/dev/null || true; done; rm -rf "$work"' EXIT
chmod 700 "$work"
(cd "$root" && go build -o "$work/qubi" ./cmd/qubi)
[ "$(id -u)" != 0 ] || mkdir -p /run/sshd # which a server of ssh that root starts wants to be there
ssh-keygen -q -t ed25519 -N '' -f "$work/key"
cp "$work/key.pub" "$work/authorized"
: >"$work/config"
port=42200
for host in a b; do
	port=$((port + 1))
	ssh-keygen -q -t ed25519 -N '' -f "$work/host$host"
	cat >"$work/sshd$host" <<EOF
Port $port
ListenAddress 127.0.0.1
HostKey $work/host$host
AuthorizedKeysFile $work/authorized
PidFile $work/pid$host
StrictModes no
UsePAM no
EOF
	/usr/sbin/sshd -D -e -f "$work/sshd$host" 2>"$work/log$host" &
	pids="$pids $!"
	cat >>"$work/config" <<EOF
Host qubi$host
  HostName 127.0.0.1
  Port $port
  IdentityFile $work/key
  IdentitiesOnly yes
  StrictHostKeyChecking no
  UserKnownHostsFile $work/known
  LogLevel ERROR
EOF
done
for host in a b; do
	tries=0
	until ssh -F "$work/config" qubi$host true 2>>"$work/log$host"; do
		tries=$((tries + 1))
		[ $tries -lt 50 ] || { echo "FAILED: no ssh to host $host:" >&2; cat "$work/log$host" >&2; exit 1; }
		sleep 0.1
	done
done
find "$reports" -type f -name '*.txt' | LC_ALL=C sort >"$work/paths"
"$work/qubi" facts -q --no-cache --paths-from "$work/paths" | LC_ALL=C sort >"$work/want"

run() { # the paths in twos, each two on whichever host is free
	parallel --will-cite --ssh "ssh -F $work/config" -S 1/qubia,1/qubib --joblog "$work/jobs" --resume -n2 \
		"printf '%s\\n' {} | tr ' ' '\\n' | $work/qubi facts -q --no-cache --paths-from -" <"$1" >>"$work/got"
}
: >"$work/got"
head -2 "$work/paths" >"$work/some"
run "$work/some" # as if broken off here
done_before=$(($(wc -l <"$work/jobs") - 1))
run "$work/paths"
LC_ALL=C sort "$work/got" >"$work/sorted"
jobs=$(($(wc -l <"$work/jobs") - 1))
hosts=$(tail -n +2 "$work/jobs" | cut -f2 | sort -u | tr '\n' ' ')
cmp "$work/want" "$work/sorted" || { echo "FAILED: the facts differ from those of one run" >&2; exit 1; }
run "$work/paths"
again=$(($(wc -l <"$work/jobs") - 1))
[ "$again" = "$jobs" ] || { echo "FAILED: $((again - jobs)) jobs were done twice" >&2; exit 1; }
echo "ok: $(wc -l <"$work/want") lines equal, $jobs jobs ($done_before before the break) on ${hosts}"
