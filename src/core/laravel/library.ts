import type { NativeCall, NativeClass } from '../php/classes';
import { nativeLibrary } from '../php/run';
import { connectionClasses, dbFacade } from './database/connectionObject';
import { doctrineClasses } from './database/doctrineManager';
import { queryClasses } from './database/query';
import { schemaBuilderClasses } from './database/schemaBuilder';
import { modelClasses } from './eloquent/model';
import { schemaFacade } from './facades/schemaFacade';
import { staticMacroMethods } from './macros';
import { connectionConfig, runtimeOf } from './runtime';
import { blueprintClass } from './schema/blueprint';
import { definitionClasses } from './schema/definitions';
import { byVersion } from './since';
import { arrClasses } from './support/arr';
import { artisanClasses } from './support/artisan';
import { carbonClasses } from './support/carbon';
import { collectionClasses } from './support/collection';
import { containerClasses } from './support/container';
import { exceptionClasses } from './support/exceptions';
import { fileClasses } from './support/files';
import { fortifyClasses } from './support/fortify';
import { harmlessFacades, otherServices } from './support/harmless';
import { helperFunctions } from './support/helpers';
import { proxyClasses } from './support/proxies';
import { providerClasses } from './support/serviceProvider';
import { strClasses } from './support/str';

/** Illuminate\Database\Migrations\Migration: `$connection` and `$withinTransaction` are read from outside. */
const migrationClass: NativeClass = {
  name: 'Illuminate\\Database\\Migrations\\Migration',
  properties: { connection: null, withinTransaction: true },
  methods: {
    getConnection: (call) => call.self?.properties.get('connection') ?? null,
  },
};

/** Laravel\\Pulse's migrations extend this one of the package. */
const pulseMigration: NativeClass = {
  name: 'Laravel\\Pulse\\Support\\PulseMigration',
  parent: migrationClass.name,
  methods: {
    getConnection: (call) => pulseConnection(call),
    shouldRun: () => true,
    driver: (call) => connectionConfig(call.php, pulseConnection(call)).driver,
  },
};

function pulseConnection(call: NativeCall): string {
  const { application, defaultConnection } = runtimeOf(call.php);
  const configured = application.config.get('pulse.storage.database.connection');
  return typeof configured === 'string' && configured !== '' ? configured : defaultConnection;
}

/** Aliases that config/app.php gives to facades. */
const FACADES = [
  ...'App Artisan Auth Blade Broadcast Bus Cache Config Cookie Crypt Date DB Event File Gate Hash Http Lang Log Mail'.split(
    ' ',
  ),
  ...'Notification Process Queue RateLimiter Redis Request Route Schema Session Storage URL Validator View'.split(
    ' ',
  ),
];

/** The class with `macro()`. */
function macroable(native: NativeClass): NativeClass {
  return { ...native, statics: { ...staticMacroMethods(native.name), ...native.statics } };
}

/** Everything of Laravel that migrations meet. */
export const laravelLibrary = nativeLibrary({
  classes: [
    migrationClass,
    pulseMigration,
    ...fortifyClasses,
    blueprintClass,
    ...definitionClasses,
    ...schemaBuilderClasses,
    schemaFacade,
    ...connectionClasses,
    ...doctrineClasses,
    dbFacade,
    ...queryClasses.map(macroable),
    ...modelClasses,
    ...arrClasses,
    ...strClasses,
    ...collectionClasses,
    ...carbonClasses,
    ...containerClasses,
    ...providerClasses,
    ...proxyClasses,
    ...fileClasses,
    ...exceptionClasses,
    ...harmlessFacades,
    ...artisanClasses,
    ...otherServices,
  ].map(byVersion),
  functions: helperFunctions,
  aliases: {
    ...Object.fromEntries(FACADES.map((name) => [name, `Illuminate\\Support\\Facades\\${name}`])),
    Str: 'Illuminate\\Support\\Str',
    Arr: 'Illuminate\\Support\\Arr',
    Eloquent: 'Illuminate\\Database\\Eloquent\\Model',
  },
});
