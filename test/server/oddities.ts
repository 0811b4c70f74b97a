import type { Vendor } from '../support/servers';
import type { Said } from './realAnswers';

/**
 * Answers of a server that the model does not give. Each is a statement with two mistakes, of which the server names
 * the other one: both refuse it, and nothing is changed. `pairs` has the codes that were seen: the server's/the model's.
 */
export interface Oddity {
  readonly vendor: Vendor;
  readonly pairs: string;
  readonly why: string;
}

/** All that are known: what is not in this table is a mistake of the model. */
export const ODDITIES: readonly Oddity[] = [
  {
    vendor: 'mariadb',
    pairs: '1063/1064 1294/1064',
    why: 'MariaDB says what is wrong with a column while it is still reading, before a syntax error further on',
  },
  {
    vendor: 'mysql',
    pairs: '1070/1170 1070/1252 1221/1252 3106/1252 3756/1068',
    why: 'two mistakes in keys: which key, and which of its parts, is looked at first',
  },
  {
    vendor: 'mariadb',
    pairs: '1071/1060 1071/1061 1071/1068 1089/1061 1170/1280',
    why: 'two mistakes in keys: which key, and which of its parts, is looked at first',
  },
  {
    vendor: 'mariadb',
    pairs: '1061/1252',
    why: 'two mistakes in names of keys',
  },
  {
    vendor: 'mysql',
    pairs: '3108/1054 3837/1054',
    why: 'a column that something needs goes, and another is not there: they are found in one pass over the columns',
  },
  {
    vendor: 'mariadb',
    pairs:
      '1005/1005 1005/1822 1005/1825 1025/1005 1025/1553 1822/1005 1822/1822 1822/1825 1825/1825 1829/1553 1832/1833',
    why: 'two mistakes about foreign keys; and whether MariaDB copies the table decides who finds them',
  },
  {
    vendor: 'mysql',
    pairs: '3780/3734 3780/6125',
    why: 'two mistakes about foreign keys',
  },
  {
    vendor: 'mysql',
    pairs: '1214/1506 1503/1503',
    why: 'a table with partitions, and another mistake',
  },
  {
    vendor: 'mariadb',
    pairs: '1503/1503 1506/1060 1506/1091',
    why: 'a table with partitions, and another mistake',
  },
  {
    vendor: 'mysql',
    pairs: '1067/1050 1294/1426 3820/1050 3822/1054',
    why: 'a mistake in an expression or a default, and another one',
  },
  {
    vendor: 'mariadb',
    pairs: '1067/1005 1067/1054 1294/1426 1901/1005 1901/1907',
    why: 'a mistake in an expression or a default, and another one',
  },
  {
    vendor: 'mysql',
    pairs: '1176/1280',
    why: 'the primary key is renamed by a statement that also drops it',
  },
  {
    vendor: 'mariadb',
    pairs: '1176/1280 1280/1176',
    why: 'the primary key is renamed by a statement that also drops it',
  },
];

export function oddityOf(vendor: Vendor, server: Said, model: Said): Oddity | undefined {
  const pair = [server, model].map((text) => text.split(' ')[0]).join('/');
  return ODDITIES.find((oddity) => oddity.vendor === vendor && oddity.pairs.split(' ').includes(pair));
}
