import type { Value } from '../../php/values';
import type { ServerProfile } from '../../schema/server';
import type { LaravelVersion } from '../version';

export type Driver = 'mysql' | 'mariadb';

/** What a connection's entry in config/database.php says, as far as the schema builder asks. */
export interface ConnectionConfig {
  readonly name: string;
  /** `mysql`, `mariadb`, or another driver that this engine does not model (`sqlite`, `pgsql` …). */
  readonly driver: string;
  readonly database: string;
  readonly prefix: string;
  readonly prefixIndexes: boolean;
  readonly charset: string | null;
  readonly collation: string | null;
  readonly engine: string | null;
  readonly strict: boolean;
  /** The connection's `modes`, where given: they replace what `strict` means. */
  readonly modes: readonly string[] | null;
  readonly host: string;
  readonly port: string;
  readonly unixSocket: string;
  /** The whole entry, for `config()` and `getConfig()`. */
  readonly raw: ReadonlyMap<string | number, Value>;
}

/** Everything on which the text of a statement depends besides the Blueprint itself. */
export interface Flavour {
  readonly laravel: LaravelVersion;
  readonly driver: Driver;
  readonly server: ServerProfile;
  readonly connection: ConnectionConfig;
  /** doctrine/dbal is installed. */
  readonly doctrine: boolean;
}

/** The static switches of Illuminate\Database\Schema\Builder and of Model: providers and migrations set them. */
export interface BuilderSwitches {
  defaultStringLength: Value;
  defaultMorphKeyType: 'int' | 'uuid' | 'ulid';
  defaultTimePrecision: Value;
  nativeSchemaOperations: boolean;
  /** `Model::unguard()`: every attribute may be filled. */
  unguarded: boolean;
  /** Are the models' events off? */
  muted: boolean;
  /** Model classes whose times `Model::withoutTimestamps()` leaves alone now. */
  timeless: readonly string[];
}

export function initialSwitches(): BuilderSwitches {
  return {
    defaultStringLength: 255,
    defaultMorphKeyType: 'int',
    defaultTimePrecision: 0,
    nativeSchemaOperations: false,
    unguarded: false,
    muted: false,
    timeless: [],
  };
}

export function serverAtLeast(server: ServerProfile, version: readonly [number, number, number]): boolean {
  for (let i = 0; i < 3; i++) {
    const difference = (server.version[i] ?? 0) - (version[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
