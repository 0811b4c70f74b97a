import assert from 'node:assert/strict';
import { apply } from '../../../src/core/schema/apply';
import { diffSchemas } from '../../../src/core/schema/diff';
import type { Statement } from '../../../src/core/schema/statement';
import { parseStatement } from '../../../src/core/sql/parse';
import { EMPTY, server } from './replaying';

describe('speed', () => {
  it('applies 5,000 statements over 1,000 tables, and compares the outcome, in well under a second', () => {
    const on = server('mysql-8.4');
    const sqls: string[] = [];
    for (let i = 0; i < 1000; i++) {
      sqls.push(
        `create table t${i} (id bigint unsigned auto_increment primary key, a varchar(255), b int, p bigint unsigned)`,
      );
      sqls.push(`alter table t${i} add c datetime null after a`);
      sqls.push(`alter table t${i} add unique t${i}_a_unique (a)`);
      sqls.push(
        `alter table t${i} add constraint t${i}_p_foreign foreign key (p) references t${i >> 1} (id) on delete cascade`,
      );
      sqls.push(`alter table t${i} modify b bigint not null default 0`);
    }
    const statements: Statement[] = sqls.map((sql) => parseStatement(sql, on));
    const run = () =>
      statements.reduce((schema, statement) => {
        const { schema: after, error } = apply(schema, statement, on);
        assert.equal(error, null);
        return after;
      }, EMPTY);
    const expected = run();
    // Processor time: other programs may keep the machine busy.
    const start = process.cpuUsage();
    const actual = run();
    assert.deepEqual(diffSchemas(expected, actual), []);
    const took = process.cpuUsage(start).user / 1000;
    assert.ok(took < 800, `took ${Math.round(took)} ms`);
  });
});
