# What the measuring scripts share; they source it from the root of the source tree. Builds the distribution and its
# class archive, so that neither is measured, and sets: millrace, runs, and work, a folder that goes with the script.
./millrace --version >/dev/null
millrace=$PWD/launcher/target/millrace/bin/millrace
MILLRACE_CDS=now "$millrace" list >/dev/null
runs=${RUNS:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Fetches Flink's own SQL Client as it is released, and sets stock to the folder of its jars.
stock_client() {
  stock=$PWD/launcher/target/stock-sql-client
  if [ ! -f "$stock/.complete" ]; then
    ./mvnw -B -q -ntp -f launcher/src/it/stock-sql-client/pom.xml -Dflink.version="$(version flink)" \
      -Dlog4j.version="$(version log4j)" org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies \
      -DoutputDirectory="$stock"
    : >"$stock/.complete"
  fi
  mkdir -p "$work/conf"
  # Checkpoints go to files, as Millrace's do: in memory they may have 5 MiB, and a job that needs more never ends.
  cat >"$work/conf/config.yaml" <<END
execution.target: local
execution.checkpointing.storage: filesystem
execution.checkpointing.dir: file://$work/checkpoints
END
  export FLINK_CONF_DIR="$work/conf"
}

version() { sed -n "s:.*<dep\\.$1\\.version>\\(.*\\)</.*:\\1:p" pom.xml; }
