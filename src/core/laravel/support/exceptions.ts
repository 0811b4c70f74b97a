import type { NativeClass } from '../../php/classes';

/** Laravel's exceptions that migrations throw, catch or meet, each with its parent. */
const PARENTS: Readonly<Record<string, string>> = {
  'Illuminate\\Database\\QueryException': 'PDOException',
  'Illuminate\\Database\\UniqueConstraintViolationException': 'Illuminate\\Database\\QueryException',
  'Illuminate\\Database\\RecordsNotFoundException': 'RuntimeException',
  'Illuminate\\Database\\Eloquent\\ModelNotFoundException': 'Illuminate\\Database\\RecordsNotFoundException',
  'Illuminate\\Database\\Eloquent\\MassAssignmentException': 'RuntimeException',
  'Illuminate\\Contracts\\Filesystem\\FileNotFoundException': 'Exception',
  'Doctrine\\DBAL\\Exception': 'Exception',
  'Doctrine\\DBAL\\Schema\\SchemaException': 'Doctrine\\DBAL\\Exception',
  'Doctrine\\DBAL\\Schema\\Exception\\ColumnDoesNotExist': 'Doctrine\\DBAL\\Schema\\SchemaException',
  'Doctrine\\DBAL\\Schema\\Exception\\TableDoesNotExist': 'Doctrine\\DBAL\\Schema\\SchemaException',
};

export const exceptionClasses: readonly NativeClass[] = Object.entries(PARENTS).map(([name, parent]) =>
  name === 'Illuminate\\Database\\QueryException'
    ? {
        name,
        parent,
        methods: {
          getSql: (call) => call.self?.properties.get('sql') ?? null,
          getBindings: (call) => call.self?.properties.get('bindings') ?? null,
          getConnectionName: (call) => call.self?.properties.get('connectionName') ?? null,
          getRawSql: (call) => call.self?.properties.get('sql') ?? null,
        },
      }
    : { name, parent },
);
