"""Compiles the tracer once per interpreter: python3 prepare.py TRACER OUTPUT."""

import py_compile
import sys

py_compile.compile(sys.argv[1], cfile=sys.argv[2], dfile='<tracer>', doraise=True,
                   invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
