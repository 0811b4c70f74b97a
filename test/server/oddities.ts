import type { Vendor } from '../support/servers';
import type { Said } from './realAnswers';

/**
 * Answers of a server that the model does not give. Each is a statement with two mistakes, of which the server names
 * the other one: both refuse it, and nothing is changed. `server` and `model` are the error codes of either.
 */
export interface Oddity {
  readonly vendors: readonly Vendor[];
  readonly server: readonly number[];
  readonly model: readonly number[];
  readonly why: string;
}

const BOTH: readonly Vendor[] = ['mysql', 'mariadb'];

/** All that are known: what is not in this table is a mistake of the model. */
export const ODDITIES: readonly Oddity[] = [
  {
    vendors: ['mariadb'],
    server: [1059, 1063, 1067, 1074, 1103, 1253, 1294, 1426, 1439, 1901],
    model: [1064],
    why: 'MariaDB says what is wrong with a column while it is still reading, before a syntax error further on',
  },
  {
    vendors: BOTH,
    server: [1070, 1071, 1089, 1170, 1214, 1221, 1252, 1283, 1687, 1907, 3106, 3152, 3728, 3754, 3756, 3757],
    model: [1060, 1061, 1068, 1071, 1072, 1089, 1170, 1252, 1280, 1283, 1659, 1687, 1907, 3152],
    why: 'two mistakes in keys: which key, and which of its parts, is looked at first',
  },
  {
    vendors: BOTH,
    server: [1061, 1280, 1903],
    model: [1060, 1061, 1067, 1068, 1252, 1280, 1283, 1907],
    why: 'two mistakes in names of keys',
  },
  {
    vendors: ['mysql'],
    server: [3108, 3837, 3855, 3959],
    model: [1054],
    why: 'a column that something needs goes, and another is not there: they are found in one pass over the columns',
  },
  {
    vendors: ['mariadb'],
    server: [1005, 1025, 1822, 1825, 1828, 1829, 1832, 1833],
    model: [1005, 1025, 1553, 1822, 1825, 1829, 1830, 1833],
    why: 'two mistakes about foreign keys; and whether MariaDB copies the table decides who finds them',
  },
  {
    vendors: ['mysql'],
    server: [1821, 3780, 3734, 1824, 3104],
    model: [1170, 6125, 3780, 3734, 3733, 3104],
    why: 'two mistakes about foreign keys',
  },
  {
    vendors: BOTH,
    server: [1214, 1503, 1506, 1659],
    model: [1060, 1068, 1072, 1091, 1503, 1506, 1659],
    why: 'a table with partitions, and another mistake',
  },
  {
    vendors: BOTH,
    server: [1054, 1067, 1146, 1294, 1901, 3820, 3822],
    model: [1005, 1050, 1054, 1060, 1068, 1280, 1291, 1426, 1830, 1907],
    why: 'a mistake in an expression or a default, and another one',
  },
  {
    vendors: BOTH,
    server: [1176, 1280],
    model: [1176, 1280],
    why: 'the primary key is renamed by a statement that also drops it',
  },
  {
    vendors: BOTH,
    server: [1060, 1075, 1166, 3109],
    model: [1067, 1074, 1901, 3818],
    why: 'two mistakes in columns',
  },
];

export function oddityOf(vendor: Vendor, server: Said, model: Said): Oddity | undefined {
  const [said, told] = [server, model].map((text) => Number(text.split(' ')[0]));
  return ODDITIES.find(
    (oddity) =>
      oddity.vendors.includes(vendor) && oddity.server.includes(said!) && oddity.model.includes(told!),
  );
}
