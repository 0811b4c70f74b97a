import type { NativeClass, NativeMethod } from '../../php/classes';

/** Laravel's exceptions that migrations throw, catch or meet, each with its parent. */
const PARENTS: Readonly<Record<string, string>> = {
  'Illuminate\\Database\\QueryException': 'PDOException',
  'Illuminate\\Database\\UniqueConstraintViolationException': 'Illuminate\\Database\\QueryException',
  'Illuminate\\Database\\RecordsNotFoundException': 'RuntimeException',
  'Illuminate\\Database\\Eloquent\\ModelNotFoundException': 'Illuminate\\Database\\RecordsNotFoundException',
  'Illuminate\\Database\\Eloquent\\MassAssignmentException': 'RuntimeException',
  'Illuminate\\Contracts\\Filesystem\\FileNotFoundException': 'Exception',
  'Symfony\\Component\\HttpKernel\\Exception\\HttpException': 'RuntimeException',
  'Symfony\\Component\\HttpKernel\\Exception\\NotFoundHttpException':
    'Symfony\\Component\\HttpKernel\\Exception\\HttpException',
  'Doctrine\\DBAL\\Exception': 'Exception',
  'Doctrine\\DBAL\\Schema\\SchemaException': 'Doctrine\\DBAL\\Exception',
  'Doctrine\\DBAL\\Schema\\Exception\\ColumnDoesNotExist': 'Doctrine\\DBAL\\Schema\\SchemaException',
  'Doctrine\\DBAL\\Schema\\Exception\\TableDoesNotExist': 'Doctrine\\DBAL\\Schema\\SchemaException',
};

const property =
  (name: string): NativeMethod =>
  (call) =>
    call.self?.properties.get(name) ?? null;

/** Methods that some have beside those of PHP's exceptions. */
const METHODS: Readonly<Record<string, NativeClass['methods']>> = {
  'Illuminate\\Database\\QueryException': {
    getSql: property('sql'),
    getBindings: property('bindings'),
    getConnectionName: property('connectionName'),
    getRawSql: property('sql'),
  },
  'Symfony\\Component\\HttpKernel\\Exception\\HttpException': { getStatusCode: property('statusCode') },
};

export const exceptionClasses: readonly NativeClass[] = Object.entries(PARENTS).map(([name, parent]) => ({
  name,
  parent,
  methods: METHODS[name] ?? {},
}));
