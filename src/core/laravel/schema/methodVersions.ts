import { inRange, type LaravelVersion, type VersionRange } from '../version';

const UNTIL_11: VersionRange = ['8.0', '11.0'];

/**
 * Methods that not all versions have, in lower case, from the releases of laravel/framework. Methods that are not
 * listed are in all versions from 8.0 on. What 13.42 has and 13.26 has not counts from 13.27 on.
 */
const BLUEPRINT: Readonly<Record<string, VersionRange>> = {
  after: ['8.27', null],
  charset: ['10.38', null],
  collation: ['10.38', null],
  comment: ['9.14', null],
  datetimes: ['10.0', null],
  dropconstrainedforeignid: ['8.10', null],
  dropconstrainedforeignidfor: ['9.1', null],
  dropforeignidfor: ['9.1', null],
  dropfulltext: ['8.74', null],
  dropvectorindex: ['13.27', null],
  engine: ['10.36', null],
  foreignulid: ['9.31', null],
  foreignulidfor: ['13.25', null],
  foreignuuidfor: ['13.9', null],
  fulltext: ['8.74', null],
  geography: ['11.0', null],
  geometrycollection: UNTIL_11,
  getprefix: ['10.21.1', null],
  innodb: ['10.36', null],
  linestring: UNTIL_11,
  multilinestring: UNTIL_11,
  multipoint: UNTIL_11,
  multipolygon: UNTIL_11,
  multipolygonz: UNTIL_11,
  nullabletimestampstz: ['12.26', null],
  nullableulidmorphs: ['9.33', null],
  point: UNTIL_11,
  polygon: UNTIL_11,
  rawcolumn: ['11.32', null],
  softdeletesdatetime: ['10.0', null],
  tinytext: ['8.37', null],
  tsvector: ['12.54', null],
  ulid: ['9.31', null],
  ulidmorphs: ['9.33', null],
  unsigneddecimal: UNTIL_11,
  unsigneddouble: UNTIL_11,
  unsignedfloat: UNTIL_11,
  vector: ['11.25', null],
  vectorindex: ['12.47', null],
};

const BUILDER: Readonly<Record<string, VersionRange>> = {
  createdatabase: ['8.25', null],
  defaulttimeprecision: ['12.0', null],
  dropcolumns: ['8.10', null],
  dropdatabaseifexists: ['8.25', null],
  ensureextensionexists: ['12.47', null],
  ensurevectorextensionexists: ['12.47', null],
  getalltables: UNTIL_11,
  getallviews: UNTIL_11,
  getcolumn: ['13.27', null],
  getcolumns: ['10.30', null],
  getcurrentschemalisting: ['12.0', null],
  getcurrentschemaname: ['12.0', null],
  getforeignkeys: ['10.36', null],
  getindexes: ['10.36', null],
  getindexlisting: ['10.43', null],
  getschemas: ['12.0', null],
  gettablelisting: ['10.43', null],
  gettables: ['10.34', null],
  gettypes: ['10.37.1', null],
  getviews: ['10.34', null],
  hasforeignkey: ['13.10', null],
  hasindex: ['10.43', null],
  hasview: ['10.35', null],
  morphusingulids: ['9.33', null],
  parseschemaandtable: ['12.0', null],
  registercustomdoctrinetype: ['8.0', '9.0'],
  setconnection: ['8.0', '12.0'],
  usenativeschemaoperationsifpossible: ['9.44', '11.0'],
  whentabledoesnthavecolumn: ['9.6', null],
  whentabledoesnthaveindex: ['12.42', null],
  whentablehascolumn: ['9.6', null],
  whentablehasindex: ['12.42', null],
  withoutforeignkeyconstraints: ['9.48', null],
};

/** Has this Laravel's Blueprint the method? (For methods that some version has.) */
export function hasBlueprintMethod(version: LaravelVersion, method: string): boolean {
  return inRange(version, BLUEPRINT[method.toLowerCase()]);
}

/** Has this Laravel's schema builder the method? (For methods that some version has.) */
export function hasBuilderMethod(version: LaravelVersion, method: string): boolean {
  return inRange(version, BUILDER[method.toLowerCase()]);
}
