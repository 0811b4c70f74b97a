import type { BuiltinTable } from './builtin';
export const STRING_FUNCTIONS: BuiltinTable = { strtolower: ['string', (c) => c.text(0).toLowerCase()] };
