import type { Value } from '../../php/values';

/** A method of Blueprint that adds one column: its type and what its arguments are called. */
export interface ColumnMethod {
  readonly type: string;
  /** The column's name where none is given. */
  readonly defaultName?: string;
  /** The first version that has the default name. */
  readonly namedSince?: string;
  /** The arguments after the name, with their defaults. */
  readonly parameters?: readonly (readonly [name: string, value: Value])[];
  /** Attributes that are always set. */
  readonly fixed?: Readonly<Record<string, Value>>;
  /** The definition's class. */
  readonly foreign?: boolean;
}

const INTEGER = [
  ['autoIncrement', false],
  ['unsigned', false],
] as const;
const UNSIGNED = [['autoIncrement', false]] as const;
const PRECISION = [['precision', 0]] as const;
const increments = (type: string): ColumnMethod => ({ type, fixed: { autoIncrement: true, unsigned: true } });
const unsigned = (type: string): ColumnMethod => ({ type, parameters: UNSIGNED, fixed: { unsigned: true } });
const oldNumber = (type: string, total: Value, places: Value): ColumnMethod => ({
  type,
  parameters: [
    ['total', total],
    ['places', places],
  ],
  fixed: { unsigned: true },
});

/** Methods that are the same in all versions that have them. */
export const COLUMN_METHODS: Readonly<Record<string, ColumnMethod>> = {
  id: { ...increments('bigInteger'), defaultName: 'id' },
  increments: increments('integer'),
  integerIncrements: increments('integer'),
  tinyIncrements: increments('tinyInteger'),
  smallIncrements: increments('smallInteger'),
  mediumIncrements: increments('mediumInteger'),
  bigIncrements: increments('bigInteger'),
  tinyText: { type: 'tinyText' },
  text: { type: 'text' },
  mediumText: { type: 'mediumText' },
  longText: { type: 'longText' },
  integer: { type: 'integer', parameters: INTEGER },
  tinyInteger: { type: 'tinyInteger', parameters: INTEGER },
  smallInteger: { type: 'smallInteger', parameters: INTEGER },
  mediumInteger: { type: 'mediumInteger', parameters: INTEGER },
  bigInteger: { type: 'bigInteger', parameters: INTEGER },
  unsignedInteger: unsigned('integer'),
  unsignedTinyInteger: unsigned('tinyInteger'),
  unsignedSmallInteger: unsigned('smallInteger'),
  unsignedMediumInteger: unsigned('mediumInteger'),
  unsignedBigInteger: unsigned('bigInteger'),
  foreignId: { type: 'bigInteger', fixed: { autoIncrement: false, unsigned: true }, foreign: true },
  foreignUuid: { type: 'uuid', foreign: true },
  foreignUlid: { type: 'char', parameters: [['length', 26]], foreign: true },
  boolean: { type: 'boolean' },
  enum: { type: 'enum', parameters: [['allowed', null]] },
  set: { type: 'set', parameters: [['allowed', null]] },
  json: { type: 'json' },
  jsonb: { type: 'jsonb' },
  date: { type: 'date' },
  dateTime: { type: 'dateTime', parameters: PRECISION },
  dateTimeTz: { type: 'dateTimeTz', parameters: PRECISION },
  time: { type: 'time', parameters: PRECISION },
  timeTz: { type: 'timeTz', parameters: PRECISION },
  timestamp: { type: 'timestamp', parameters: PRECISION },
  timestampTz: { type: 'timestampTz', parameters: PRECISION },
  year: { type: 'year' },
  uuid: { type: 'uuid', defaultName: 'uuid', namedSince: '9.0' },
  ipAddress: { type: 'ipAddress', defaultName: 'ip_address', namedSince: '9.0' },
  macAddress: { type: 'macAddress', defaultName: 'mac_address', namedSince: '9.0' },
  computed: { type: 'computed', parameters: [['expression', null]] },
  vector: { type: 'vector', parameters: [['dimensions', null]] },
  tsvector: { type: 'tsvector' },
  rawColumn: { type: 'raw', parameters: [['definition', null]] },
};

/** Up to Laravel 10. */
export const OLD_COLUMN_METHODS: Readonly<Record<string, ColumnMethod>> = {
  float: {
    type: 'float',
    parameters: [
      ['total', 8],
      ['places', 2],
      ['unsigned', false],
    ],
  },
  double: {
    type: 'double',
    parameters: [
      ['total', null],
      ['places', null],
      ['unsigned', false],
    ],
  },
  decimal: {
    type: 'decimal',
    parameters: [
      ['total', 8],
      ['places', 2],
      ['unsigned', false],
    ],
  },
  unsignedFloat: oldNumber('float', 8, 2),
  unsignedDouble: oldNumber('double', null, null),
  unsignedDecimal: oldNumber('decimal', 8, 2),
  binary: { type: 'binary' },
  geometry: { type: 'geometry' },
  point: { type: 'point', parameters: [['srid', null]] },
  lineString: { type: 'linestring' },
  polygon: { type: 'polygon' },
  geometryCollection: { type: 'geometrycollection' },
  multiPoint: { type: 'multipoint' },
  multiLineString: { type: 'multilinestring' },
  multiPolygon: { type: 'multipolygon' },
  multiPolygonZ: { type: 'multipolygonz' },
};

/** From Laravel 11 on. */
export const NEW_COLUMN_METHODS: Readonly<Record<string, ColumnMethod>> = {
  float: { type: 'float', parameters: [['precision', 53]] },
  double: { type: 'double' },
  decimal: {
    type: 'decimal',
    parameters: [
      ['total', 8],
      ['places', 2],
    ],
  },
  binary: {
    type: 'binary',
    parameters: [
      ['length', null],
      ['fixed', false],
    ],
  },
  geometry: {
    type: 'geometry',
    parameters: [
      ['subtype', null],
      ['srid', 0],
    ],
  },
  geography: {
    type: 'geography',
    parameters: [
      ['subtype', null],
      ['srid', 4326],
    ],
  },
};
