import type { ServerProfile } from '../../schema/server';

/** dbal 3's platforms by the first version of the server, newest first. (AbstractMySQLDriver) */
const PLATFORMS = {
  mysql: [
    [8, 4, 0, 'MySQL84'],
    [8, 0, 0, 'MySQL80'],
    [5, 7, 9, 'MySQL57'],
    [0, 0, 0, 'MySQL'],
  ],
  mariadb: [
    [12, 3, 0, 'MariaDb120300'],
    [11, 7, 0, 'MariaDb110700'],
    [10, 10, 0, 'MariaDb1010'],
    [10, 6, 0, 'MariaDb1060'],
    [10, 5, 2, 'MariaDb1052'],
    [10, 4, 3, 'MariaDb1043'],
    [0, 0, 0, 'MariaDb1027'],
  ],
} as const;

/** The name of the class that dbal makes for a server. */
export function platformOf({ vendor, version }: ServerProfile): string {
  const number = ([major, minor, patch]: readonly number[]) =>
    (major ?? 0) * 1e6 + (minor ?? 0) * 1e3 + (patch ?? 0);
  const found = PLATFORMS[vendor].find(([a, b, c]) => number(version) >= number([a, b, c]));
  return `Doctrine\\DBAL\\Platforms\\${found?.[3] ?? 'MySQL'}Platform`;
}
