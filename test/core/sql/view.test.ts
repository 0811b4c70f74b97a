import assert from 'node:assert/strict';
import { sameSelect } from '../../../src/core/schema/sameSelect';
import { mariadb, mysql, parsed } from './cases';

/** As written in a migration, as MySQL prints it, as MariaDB prints it (both seen on real servers). */
const VIEWS: readonly (readonly [string, string, string])[] = [
  [
    "select id, a + 1 as x, b from c1 where a > 0 and (b = 'x' or d is null)",
    "select `c1`.`id` AS `id`,(`c1`.`a` + 1) AS `x`,`c1`.`b` AS `b` from `c1` where ((`c1`.`a` > 0) and ((`c1`.`b` = 'x') or (`c1`.`d` is null)))",
    "select `c1`.`id` AS `id`,`c1`.`a` + 1 AS `x`,`c1`.`b` AS `b` from `c1` where `c1`.`a` > 0 and (`c1`.`b` = 'x' or `c1`.`d` is null)",
  ],
  [
    'select c.id, u.n as name, count(*) as total, sum(u.amount) from c1 c join u1 u on c.id = u.cid where u.amount > 10 group by c.id, u.n having count(*) > 1 order by total desc limit 5',
    'select `c`.`id` AS `id`,`u`.`n` AS `name`,count(0) AS `total`,sum(`u`.`amount`) AS `sum(u.amount)` from (`c1` `c` join `u1` `u` on((`c`.`id` = `u`.`cid`))) where (`u`.`amount` > 10) group by `c`.`id`,`u`.`n` having (count(0) > 1) order by `total` desc limit 5',
    'select `c`.`id` AS `id`,`u`.`n` AS `name`,count(0) AS `total`,sum(`u`.`amount`) AS `sum(u.amount)` from (`c1` `c` join `u1` `u` on(`c`.`id` = `u`.`cid`)) where `u`.`amount` > 10 group by `c`.`id`,`u`.`n` having count(0) > 1 order by count(0) desc limit 5',
  ],
  [
    'select id from c1 where id in (select cid from u1 where u1.cid = c1.id) or exists (select 1 from u1 where cid = 5)',
    'select `c1`.`id` AS `id` from `c1` where (`c1`.`id` in (select `u1`.`cid` from `u1` where (`u1`.`cid` = `c1`.`id`)) or exists(select 1 from `u1` where (`u1`.`cid` = 5)))',
    'select `c1`.`id` AS `id` from `c1` where `c1`.`id` in (select `u1`.`cid` from `u1` where `u1`.`cid` = `c1`.`id`) or exists(select 1 from `u1` where `u1`.`cid` = 5 limit 1)',
  ],
  [
    'select x.id, x.cnt from (select cid as id, count(distinct n) as cnt from u1 group by cid) x',
    'select `x`.`id` AS `id`,`x`.`cnt` AS `cnt` from (select `u1`.`cid` AS `id`,count(distinct `u1`.`n`) AS `cnt` from `u1` group by `u1`.`cid`) `x`',
    'select `x`.`id` AS `id`,`x`.`cnt` AS `cnt` from (select `u1`.`cid` AS `id`,count(distinct `u1`.`n`) AS `cnt` from `u1` group by `u1`.`cid`) `x`',
  ],
  [
    'select id, row_number() over (partition by a order by d desc) as rn from c1',
    'select `c1`.`id` AS `id`,row_number() OVER (PARTITION BY `c1`.`a` ORDER BY `c1`.`d` desc )  AS `rn` from `c1`',
    'select `c1`.`id` AS `id`,row_number() over ( partition by `c1`.`a` order by `c1`.`d` desc) AS `rn` from `c1`',
  ],
  [
    'with q as (select id from c1 where a = 1) select q.id from q join u1 on u1.cid = q.id',
    'with `q` as (select `c1`.`id` AS `id` from `c1` where (`c1`.`a` = 1)) select `q`.`id` AS `id` from (`q` join `u1` on((`u1`.`cid` = `q`.`id`)))',
    'with q as (select `c1`.`id` AS `id` from `c1` where `c1`.`a` = 1)select `q`.`id` AS `id` from (`q` join `u1` on(`u1`.`cid` = `q`.`id`))',
  ],
  [
    'select c.id from c1 c join (u1 u join c1 z on z.id = u.cid) on c.id = u.id',
    'select `c`.`id` AS `id` from (`c1` `c` join (`u1` `u` join `c1` `z` on((`z`.`id` = `u`.`cid`))) on((`c`.`id` = `u`.`id`)))',
    'select `c`.`id` AS `id` from (`c1` `c` join (`u1` `u` join `c1` `z` on(`z`.`id` = `u`.`cid`)) on(`c`.`id` = `u`.`id`))',
  ],
  [
    'select id from shop.c1 union all select cid from u1 order by id limit 3',
    'select `shop`.`c1`.`id` AS `id` from `shop`.`c1` union all select `shop`.`u1`.`cid` AS `cid` from `shop`.`u1` order by `id` limit 3',
    'select `c1`.`id` AS `id` from `c1` union all select `u1`.`cid` AS `cid` from `u1` order by `id` limit 3',
  ],
];

describe('a view is one view', () => {
  for (const [written, onMysql, onMariadb] of VIEWS) {
    it(written, () => {
      const { select } = parsed(`create view v as ${written}`, 'createView', mysql);
      assert.equal(select.unread, false);
      assert.deepEqual(parsed(`create view v as ${onMysql}`, 'createView', mysql).select, select, 'MySQL’s');
      assert.deepEqual(
        parsed(`create view v as ${onMariadb}`, 'createView', mariadb).select,
        select,
        'MariaDB’s',
      );
    });
  }

  it('knows the tables that it reads, but not its common table expressions', () => {
    const sql =
      'create view v as with q as (select 1 from a) select * from q, b join c.d on extract(year from x) = 1';
    assert.deepEqual(
      parsed(sql, 'createView').reads.map(({ schema, name }) => (schema ? `${schema}.${name}` : name)),
      ['a', 'b', 'c.d'],
    );
  });

  it('can’t be compared where a * stands on one side', () => {
    const written = parsed('create view v as select * from t', 'createView').select.sql;
    const shown = parsed('create view v as select `t`.`a` AS `a` from `t`', 'createView').select.sql;
    assert.equal(sameSelect(written, shown), 'unknown');
  });

  it('is the same where only the server qualifies a column', () => {
    const written = parsed('create view v as select a.x, y from a join b on a.id = b.id', 'createView').select
      .sql;
    const shown = parsed('create view v as select a.x, b.y from a join b on a.id = b.id', 'createView').select
      .sql;
    assert.equal(sameSelect(written, shown), 'same');
    const other = parsed('create view v as select a.x, b.z from a join b on a.id = b.id', 'createView').select
      .sql;
    assert.equal(sameSelect(written, other), 'different');
  });
});
