import { FACT_NAMES, type FactName, holds } from './facts';
import type { ServerProfile } from './server';

export { isAtLeast } from './facts';

/** What a server can do, asked by name: `supports.checks(server)`. */
export const supports = Object.fromEntries(
  FACT_NAMES.map((name) => [name, (server: ServerProfile) => holds(server, name)]),
) as Readonly<Record<FactName, (server: ServerProfile) => boolean>>;
