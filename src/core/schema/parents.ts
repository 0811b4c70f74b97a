import type { Draft } from './draft';
import { checkAgainstParent } from './foreignKeys';
import { isSameTable } from './lookup';
import type { Schema } from './model';
import { referencesTo } from './references';
import { Refusal, type Run, refuse } from './run';

/**
 * Foreign keys made with foreign_key_checks = 0 wait for their parent: a table that comes to be under its name must
 * fit them. `briefly`: a new table, of which MySQL with the checks on says no more than 1215. MariaDB asks that only with foreign_key_checks = 1.
 */
export function checkAdoptedChildren(run: Run, schema: Schema, parent: Draft, briefly: boolean): void {
  const { server } = run;
  if (server.vendor === 'mariadb' && !server.foreignKeyChecks) return;
  for (const { child, foreignKey } of referencesTo(schema, server, parent.name)) {
    if (isSameTable(server, child.name, parent.name) || child.taint) continue;
    try {
      checkAgainstParent(run, parent.name, child.columns, foreignKey, parent);
    } catch (error) {
      const plain =
        briefly && error instanceof Refusal && server.vendor === 'mysql' && server.foreignKeyChecks;
      if (plain) refuse(run, 'cannotAddForeignKey');
      throw error;
    }
  }
}
