#!/bin/sh
# Writes one packet of each tag, tunnel and link type into the corpus of the harness "packet". From the root, behind a build.
set -e
GBSCOPE_SEEDS=$PWD/tests/fuzz/corpus/packet QT_QPA_PLATFORM=offscreen "${1:-build/dev}/tests/tst_links" whatIsInside
