import type { TableName } from '../schema/model';
import type { Statement } from '../schema/statement';

/** All tables that a statement names, changes or refers to. */
export function tablesOf(statement: Statement): readonly TableName[] {
  switch (statement.kind) {
    case 'createTable':
      return [
        statement.table,
        ...(statement.like ? [statement.like] : []),
        ...statement.foreignKeys.map((key) => key.referenced),
        ...statement.columns.flatMap((column) => (column.references ? [column.references.referenced] : [])),
      ];
    case 'dropTable':
      return statement.tables;
    case 'alterTable':
      return [
        statement.table,
        ...statement.actions.flatMap((action) => {
          if (action.kind === 'addForeignKey') return [action.foreignKey.referenced];
          return action.kind === 'renameTo' ? [action.to] : [];
        }),
      ];
    case 'renameTable':
      return statement.pairs.flatMap((pair) => [pair.from, pair.to]);
    case 'truncate':
      return [statement.table];
    case 'createView':
      return [statement.view, ...statement.reads];
    case 'dropView':
      return statement.views;
    case 'data':
      return statement.table ? [statement.table, ...statement.tables] : statement.tables;
    case 'unreadable':
      return statement.touches.map((name) => ({ schema: null, name }));
    case 'set':
    case 'use':
    case 'createDatabase':
    case 'alterDatabase':
    case 'noEffect':
    case 'syntaxError':
      return [];
  }
}

/** The tables that a statement may change (not those that it only refers to). */
export function changedTablesOf(statement: Statement): readonly TableName[] {
  switch (statement.kind) {
    case 'createTable':
      return [statement.table];
    case 'alterTable': {
      const renamed = statement.actions.flatMap((action) => (action.kind === 'renameTo' ? [action.to] : []));
      return [statement.table, ...renamed];
    }
    case 'createView':
      return [statement.view];
    default:
      return tablesOf(statement);
  }
}
