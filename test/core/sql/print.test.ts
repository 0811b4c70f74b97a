import assert from 'node:assert/strict';
import { apply } from '../../../src/core/schema/apply';
import { diffSchemas } from '../../../src/core/schema/diff';
import { emptySchema } from '../../../src/core/schema/empty';
import { sortedTables, tableMapOf } from '../../../src/core/schema/tableMap';
import { readDump } from '../../../src/core/sql/dump';
import { parseStatement } from '../../../src/core/sql/parse';
import { printCreateTable } from '../../../src/core/sql/print';
import { corpus, mariadb, server } from './cases';

const newest = { mysql: server('mysql-9.7'), mariadb };

describe('a table printed and read again', () => {
  for (const [vendor, on] of Object.entries(newest)) {
    it(`is the same on ${vendor}`, () => {
      const text = `alter database character set utf8mb4 collate utf8mb4_unicode_ci;\n${corpus('common.sql')}\n${corpus(`${vendor}.sql`)}`;
      const { schema, problems } = readDump(text, { file: 'corpus.sql', server: on });
      assert.deepEqual(problems, []);
      for (const table of sortedTables(schema.tables)) {
        const sql = printCreateTable(table, on);
        const empty = emptySchema(schema.charset, schema.collation);
        const again = apply(empty, parseStatement(sql, on), {
          ...on,
          foreignKeyChecks: false,
          strict: false,
        });
        assert.equal(again.error, null, sql);
        const before = { ...empty, tables: tableMapOf([[table.name, table]]) };
        const found = diffSchemas(before, again.schema, { constraintNames: true, partitions: true });
        assert.deepEqual(found, [], sql);
      }
    });
  }

  it('looks like SHOW CREATE TABLE', () => {
    const sql = `CREATE TABLE \`users\` (
  \`id\` bigint unsigned NOT NULL AUTO_INCREMENT,
  \`name\` varchar(255) COLLATE utf8mb4_bin NOT NULL DEFAULT 'it''s',
  \`seen\` timestamp NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP,
  \`n\` int GENERATED ALWAYS AS (length(\`name\`)) STORED,
  PRIMARY KEY (\`id\`),
  UNIQUE KEY \`users_name_unique\` (\`name\`(10) DESC),
  CONSTRAINT \`users_n_foreign\` FOREIGN KEY (\`n\`) REFERENCES \`numbers\` (\`id\`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='people'`;
    const { schema } = readDump(
      `set foreign_key_checks = 0;\n${sql.replace('  PRIMARY', '  KEY `k` (`n`),\n  PRIMARY')};`,
      { file: 'x', server: newest.mysql },
    );
    const [users] = sortedTables(schema.tables);
    assert.equal(
      printCreateTable(users!, newest.mysql),
      sql.replace('  CONSTRAINT', '  KEY `k` (`n`),\n  CONSTRAINT'),
    );
  });
});
