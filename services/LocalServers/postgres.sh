# Becomes a PostgreSQL server on FOLDER, which is made into a new cluster first where it is not one yet.
#
#   postgres.sh FOLDER PROGRAMS SYNC POSTGRES-ARGUMENTS...
#
# PROGRAMS is the folder of initdb and postgres; SYNC is --no-sync for a cluster that need not outlast a power cut, or empty.
folder=$1 programs=$2 sync=$3
shift 3

# initdb is not atomic: a cluster counts only once it has its final name.
if [ ! -d "$folder/cluster" ]; then
  rm -rf "$folder/unfinished"
  setpriv --pdeathsig KILL "$programs/initdb" --pgdata="$folder/unfinished" --username=parley --pwfile="$folder/password" \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-instructions $sync || exit
  mv "$folder/unfinished" "$folder/cluster"
fi

exec "$programs/postgres" -D "$folder/cluster" "$@"
