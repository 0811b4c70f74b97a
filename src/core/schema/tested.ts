import { FACT_NAMES, holds, sameSeries, type Version } from './facts';
import type { ServerProfile, Vendor } from './server';

/** The servers that the tests ask; what is known of all others is from the manuals. */
export const TESTED: readonly { readonly vendor: Vendor; readonly version: Version }[] = [
  { vendor: 'mysql', version: [9, 7, 4] },
  { vendor: 'mariadb', version: [10, 11, 19] },
  { vendor: 'mariadb', version: [11, 8, 6] },
];

/** Whether tests ran on a server of that series (8.4, 10.11), between whose patch and this one nothing changed. */
export function isTested(server: ServerProfile): boolean {
  return TESTED.some(
    (tested) =>
      tested.vendor === server.vendor &&
      sameSeries(tested.version, server.version) &&
      FACT_NAMES.every((name) => holds(server, name) === holds({ ...server, version: tested.version }, name)),
  );
}

const VENDORS: Readonly<Record<Vendor, string>> = { mysql: 'MySQL', mariadb: 'MariaDB' };

/** `MySQL 8.4`, as people name a server. */
function serverName({ vendor, version }: ServerProfile): string {
  return `${VENDORS[vendor]} ${version[0]}.${version[1]}`;
}

/** Those of the servers that no test asked, each once, as people name them: what is said of them is from the manual. */
export function fromTheManual(...servers: readonly ServerProfile[]): readonly string[] {
  return [...new Set(servers.filter((server) => !isTested(server)).map(serverName))];
}
