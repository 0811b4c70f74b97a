/** Every name that package.json and the code must agree on; test/core/extension/manifest.test.ts compares them. */
export const commands = {
  showReport: 'schemaGap.showReport',
  compare: 'schemaGap.compare',
  refresh: 'schemaGap.refresh',
  exportReport: 'schemaGap.exportReport',
  openMigration: 'schemaGap.openMigration',
  useAsExpected: 'schemaGap.useAsExpected',
  useAsActual: 'schemaGap.useAsActual',
  copyName: 'schemaGap.copyName',
  showFinding: 'schemaGap.showFinding',
  applyFix: 'schemaGap.applyFix',
  showRun: 'schemaGap.showRun',
  showRollback: 'schemaGap.showRollback',
  fixFile: 'schemaGap.fixFile',
  fixPending: 'schemaGap.fixPending',
  restartAnalysis: 'schemaGap.restartAnalysis',
  showLog: 'schemaGap.showLog',
} as const;

export type CommandName = keyof typeof commands;

export const views = {
  migrations: 'schemaGap.migrations',
  tables: 'schemaGap.tables',
  environments: 'schemaGap.environments',
} as const;

export const reportViewType = 'schemaGap.report';

/** Which welcome view an empty view shows. */
export const stateKey = 'schemaGap.state';
export const states = ['noApplication', 'noMigrations', 'noActual', 'ready'] as const;
export type State = (typeof states)[number];

export const section = 'schemaGap';

/** Settings that the analysis rests on, below `schemaGap.`. */
export const analysisSettings = [
  'expected',
  'actual',
  'server',
  'laravel',
  'migrationPaths',
  'useSchemaDump',
  'criticalTables',
  'features',
  'families',
  'rules',
  'tenant',
  'mostIndexes',
  'guardStyle',
  'baseline',
] as const;

/** Settings that only the editor reads. */
export const editorSettings = ['lint.scope', 'codeLens.enabled', 'statusBar.enabled'] as const;

export const diagnosticSource = 'Schema Gap';
