"""`python -m dajeong.cli` is `dajeong`."""

from dajeong.cli import main

main()
