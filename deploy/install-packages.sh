#!/usr/bin/env bash
# Installs Debian packages for Parley: deploy/install-packages.sh PACKAGE...
#
# Parley starts servers of its own. Those that the packages bring must not listen: not now, and not after the next boot.
set -euo pipefail

say() { printf 'parley: %s\n' "$*" >&2; }
fail() { say "$@"; exit 1; }
as_root() { if ((EUID == 0)); then "$@"; else sudo "$@"; fi; }
apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" </dev/null; }
# The lists of packages may be missing or old; most often they are not, and to renew them takes longer than to install.
apt_install() { apt install -y --no-install-recommends "$@" || { apt update && apt install -y --no-install-recommends "$@"; }; }

command -v apt-get >/dev/null || fail "install $* with the package manager of this system, then try again"
((EUID == 0)) || command -v sudo >/dev/null || fail "as root, run: apt-get install $*"

say "installing $* ..."
log=$(mktemp)
temporary=() # files that are there only while apt runs
trap 'as_root rm -f "${temporary[@]}"; rm -f "$log"' EXIT

policy=/usr/sbin/policy-rc.d
if [[ ! -e $policy ]]; then
  temporary+=("$policy")
  printf '#!/bin/sh\nexit 101\n' | as_root install -m 755 /dev/stdin "$policy"
fi
no_cluster=/etc/postgresql-common/createcluster.d/parley.conf
temporary+=("$no_cluster")
printf 'create_main_cluster = false\n' | as_root install -D -m 644 /dev/stdin "$no_cluster"

apt_install "$@" >"$log" 2>&1 || { tail -n 20 "$log" >&2; fail "apt-get could not install $*"; }

if [[ -d /run/systemd/system && " $* " == *" rabbitmq-server "* ]]; then as_root systemctl --quiet disable rabbitmq-server; fi
