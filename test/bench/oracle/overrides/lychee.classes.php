<?php
namespace Safe;

// thecodingmachine/safe 3 has it; 2, which may be what there is, does not.
if (!function_exists('Safe\filetype')) { function filetype(string $filename): string { return \filetype($filename); } }
