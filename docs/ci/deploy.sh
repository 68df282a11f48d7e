#!/bin/sh
# Deploys the catalog of this folder to the cluster of one environment, and sees that nothing is left to do.
# usage: deploy.sh ENVIRONMENT [PIPELINE...]
set -eu
environment=${1:?usage: deploy.sh ENVIRONMENT [PIPELINE...]}
shift

millrace validate -e "$environment" "$@"
millrace test -e "$environment" "$@"
millrace plan -e "$environment" "$@"
millrace apply -e "$environment" "$@"

again=$(millrace apply -e "$environment" "$@")
echo "$again"
case $again in
  "nothing to do"*) ;;
  *)
    echo "deploy.sh: the second apply changed something" >&2
    exit 1
    ;;
esac
