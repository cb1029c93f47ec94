"""Puts the tracer together and compiles it, once per interpreter: python3 prepare.py FOLDER OUTPUT."""

import os
import py_compile
import sys
import tempfile

PARTS = (
    'wire', 'types', 'containers', 'objects', 'kinds', 'aliases', 'code', 'exceptions', 'threads', 'frames', 'changes', 'program',
    'recursion', 'hooks', 'streams', 'start',
)

folder, output = sys.argv[1:]
with tempfile.TemporaryDirectory() as scratch:
    whole = os.path.join(scratch, 'tracer.py')
    with open(whole, 'w', encoding='utf-8') as target:
        for part in PARTS:
            with open(os.path.join(folder, part + '.py'), encoding='utf-8') as source:
                target.write(source.read() + '\n\n')
    py_compile.compile(
        whole, cfile=output, dfile='<tracer>', doraise=True,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
