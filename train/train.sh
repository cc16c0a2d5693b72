#!/bin/sh
# SPDX-License-Identifier: MIT
# Rebuilds the model: train.sh DATA VECTORS OUT. MINUTES sets the training time; TEACHER=none leaves out the silver names.
set -eu
data=$1 vectors=$2 out=$3
here=$(dirname "$0")
python=${PYTHON:-python3}
work=${WORK:-$(mktemp -d)}
teacher=
if [ "${TEACHER:-}" != none ]; then
  teacher=$work/teacher
  [ -d "$teacher" ] || "${TEACHER_PYTHON:-$python}" "$here/teacher.py" --data "$data" --out "$teacher"
fi
# Large blocks are kept by the allocator, which saves a quarter of the time.
export MALLOC_MMAP_THRESHOLD_=2000000000 MALLOC_TRIM_THRESHOLD_=4000000000 MALLOC_TOP_PAD_=500000000
"$python" "$here/run.py" --data "$data" --vectors "$vectors" --teacher "$teacher" --minutes "${MINUTES:-84}" \
  --dropout 0.33 --out "$work/checkpoint.pt"
"$python" "$here/export.py" --data "$data" --vectors "$vectors" \
  --checkpoint "$work/checkpoint.pt" --out "$out"
