#!/bin/sh
# SPDX-License-Identifier: MIT
# Rebuilds the model: train.sh DATA VECTORS TRANSFORMER OUT. MINUTES sets the time of each training stage, WORK keeps what
# the stages leave (a second run goes on after the last complete one), SILVER=none leaves out the silver names.
set -eu
data=$1 vectors=$2 transformer=$3 out=$4
here=$(dirname "$0")
python=${PYTHON:-python3}
actant=${ACTANT:-$here/../build/release/bin/actant}
work=${WORK:-$(mktemp -d)}
silver=
if [ "${SILVER:-}" != none ]; then
  silver=$work/silver
  [ -d "$silver" ] || "${SILVER_PYTHON:-$python}" "$here/silver_names.py" --data "$data" --out "$silver"
fi
# Large blocks are kept by the allocator, which saves a quarter of the time.
export MALLOC_MMAP_THRESHOLD_=2000000000 MALLOC_TRIM_THRESHOLD_=4000000000 MALLOC_TOP_PAD_=500000000
from="--data $data --vectors $vectors --silver $silver"
minutes=${MINUTES:-}
[ -f "$work/first.pt" ] || {
  "$python" "$here/run.py" $from --minutes "${minutes:-84}" --dropout 0.33 --out "$work/first.part"
  mv "$work/first.part" "$work/first.pt"
}
teach() {
  task=$1
  shift
  "$python" "$here/teach.py" "$task" $from --checkpoint "$work/first.pt" --transformer "$transformer" \
    --out "$work/teacher.pt" "$@"
}
[ -f "$work/soft.npz" ] || {
  teach train --minutes "${minutes:-40}"
  "$python" "$here/sample.py" --data "$data" --out "$work/text"
  for text in "$work"/text/*.txt; do
    "$actant" --quiet analyze "$text" >"$text.conllu"
  done
  teach label --text "$work"/text/*.conllu --labels "$work/soft.npz"
}
"$python" "$here/run.py" $from --minutes "${minutes:-64}" --lr 0.0012 --dropout 0.3 --start "$work/first.pt" \
  --soft "$work/soft.npz" --out "$work/second.pt"
"$python" "$here/export.py" --data "$data" --vectors "$vectors" --checkpoint "$work/second.pt" --out "$out"
