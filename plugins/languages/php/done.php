<?php
\ca\done(\get_defined_vars());
