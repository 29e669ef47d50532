#!/bin/sh
# Installs what the tests need from Debian: a PostgreSQL of 15 or newer, as an administrator would
# run his own, and Chromium, in front of which the journeys sit. Says nothing when both are there. The
# tests start and stop them themselves.
set -eu

# The tests of this script point these elsewhere.
servers=${SETUP_SERVERS:-/usr/lib/postgresql}
settings=${SETUP_SETTINGS:-/etc/postgresql-common/createcluster.d}
browser=${RAPPORT_CHROMIUM:-/usr/bin/chromium}
oldest=15

have_server() {
  for program in "$servers"/*/bin/postgres; do
    [ -x "$program" ] || continue
    version=${program#"$servers"/}
    version=${version%%/*}
    [ "${version%%.*}" -ge "$oldest" ] 2>/dev/null && return 0
  done
  return 1
}

have_browser() {
  [ -x "$browser" ]
}

fail() {
  echo "setup:test: $1" >&2
  exit 1
}

have_server && have_browser && exit 0

missing=
have_server || missing="PostgreSQL $oldest or newer"
have_browser || missing="${missing:+$missing and }Chromium"

command -v apt-get >/dev/null 2>&1 ||
  fail "$missing missing; install them so that $servers/VERSION/bin/postgres and $browser exist."
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null ||
    fail "$missing missing, and only root may install them. Run: sudo sh scripts/setup-test.sh"
  exec sudo -n sh "$0"
fi

# Debian starts a server of its own for each version installed. A test machine needs none, and one
# that wants it later can still have it: the setting is gone when this ends.
setting="$settings/rapport-tests.conf"
folder_is_new=$([ -d "$settings" ] && echo no || echo yes)
mkdir -p "$settings"
trap 'rm -f "$setting"; [ "$folder_is_new" = no ] || rmdir "$settings" 2>/dev/null || true' EXIT
echo "create_main_cluster = false" >"$setting"

packages=
have_server || packages=postgresql
# Letters of most scripts, so that pictures and widths are those that people see.
have_browser || packages="${packages:+$packages }chromium fonts-liberation"

log=$(mktemp)
install() {
  # shellcheck disable=SC2086 # one word a package
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages
}
echo "setup:test: installing $missing …"
{ apt-get update; install; } >"$log" 2>&1 || {
  tail -n 15 "$log" >&2
  fail "apt-get could not install $missing; its words are above, all of them in $log. Mend that, then run: npm run setup:test"
}
rm -f "$log"
have_server ||
  fail "Debian's PostgreSQL is older than $oldest here. Add the repository of apt.postgresql.org, then run: npm run setup:test"
have_browser || fail "Debian's Chromium is not at $browser. Set RAPPORT_CHROMIUM to where it is."
