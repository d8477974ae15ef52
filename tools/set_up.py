"""Make the virtual environment ready, or say why that can't be: the first step of every `make` target.

Written so that any old Python can read this file and refuse politely.
"""

import os
import sys

NEEDED = (3, 11)

if sys.version_info < NEEDED:
    sys.exit(
        "bcst needs Python {0}.{1} or later, and {2} is Python {3}.{4}. "
        "Install a newer one, then name it, for instance: make {5} PYTHON=python3.12".format(
            NEEDED[0], NEEDED[1], sys.executable, sys.version_info[0], sys.version_info[1],
            os.environ.get("MAKECMDGOALS") or "run",
        )
    )  # fmt: skip

import environment  # noqa: E402

sys.exit(environment.main(sys.argv[1:]))
