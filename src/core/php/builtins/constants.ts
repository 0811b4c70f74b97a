import type { Value } from '../values';
export const CONSTANTS: Readonly<Record<string, Value>> = { PHP_EOL: '\n' };
