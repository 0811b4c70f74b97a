import assert from 'node:assert/strict';
import { parseStatement } from '../../../src/core/sql/parse';
import { mariadb, mysql, parsed } from './cases';

describe('ALTER TABLE', () => {
  /** The statement, and its actions in short. */
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [
      'alter table `t` add `a` int null after `b`, add `c` int not null first',
      ['addColumn a after b', 'addColumn c first'],
    ],
    ['alter table t add column (a int, b int)', ['addColumn a last', 'addColumn b last']],
    ['alter table t modify `a` varchar(20) null', ['changeColumn a']],
    ['alter table t change `a` `b` int not null', ['changeColumn a']],
    ['alter table t drop `a`, drop column b', ['dropColumn a', 'dropColumn b']],
    ['alter table t rename column `a` to `b`', ['renameColumn a']],
    ['alter table t add unique `u`(`a`, `b`)', ['addIndex u unique a,b']],
    ['alter table t add index `i` using btree(`a`(10)), lock=none', ['addIndex i index a(10)', 'lock NONE']],
    ['alter table t add primary key (`a`)', ['addIndex null primary a']],
    ['alter table t add constraint `c` unique (a)', ['addIndex c unique a']],
    ['alter table t add fulltext index `f`(`a`)', ['addIndex f fulltext a']],
    ['alter table t add index ((lower(a)))', ['addIndex null index (lower(`a`))']],
    ['alter table t drop index `i`', ['dropIndex i']],
    ['alter table t drop primary key', ['dropPrimaryKey']],
    ['alter table t rename index `i` to `j`', ['renameIndex i']],
    ['alter table t drop foreign key `f`', ['dropForeignKey f']],
    ['alter table t drop constraint `c`', ['dropConstraint c']],
    ['alter table t add constraint `c` check (a > 1)', ['addCheck c']],
    ['alter table t rename to `u`', ['renameTo u']],
    ["alter table t comment = 'x', engine = InnoDB", ['setOptions']],
    ["alter table t comment = 'x' engine = InnoDB", ['setOptions']],
    ['alter table t convert to character set utf8mb4 collate utf8mb4_unicode_ci', ['convertCharset']],
    ['alter table t auto_increment = 1000', ['noEffect auto_increment']],
    ['alter table t alter a set default 5, alter b drop default', ['alterDefault a', 'alterDefault b']],
    ['alter table t add partition (partition p values less than (5))', ['partition add']],
    ['create unique index i on t (a desc)', ['addIndex i unique a desc']],
    ['drop index i on t algorithm=inplace', ['dropIndex i', 'algorithm INPLACE']],
  ];
  for (const [sql, expected] of cases) {
    it(sql, () => {
      const { actions } = parsed(sql, 'alterTable', mysql);
      assert.deepEqual(
        actions.map((action) => {
          switch (action.kind) {
            case 'addColumn': {
              const { position } = action;
              return `addColumn ${action.column.name} ${position.kind}${position.kind === 'after' ? ` ${position.column}` : ''}`;
            }
            case 'changeColumn':
            case 'renameColumn':
            case 'renameIndex':
              return `${action.kind} ${action.from}`;
            case 'dropColumn':
            case 'alterDefault':
              return `${action.kind} ${action.column}`;
            case 'addIndex': {
              const parts = action.index.parts.map((part) => {
                const direction = part.descending ? ' desc' : '';
                if ('expression' in part) return `(${part.expression})${direction}`;
                return `${part.column}${part.length ? `(${part.length})` : ''}${direction}`;
              });
              return `addIndex ${action.index.name} ${action.index.kind} ${parts.join(',')}`;
            }
            case 'dropIndex':
            case 'dropForeignKey':
            case 'dropConstraint':
              return `${action.kind} ${action.name}`;
            case 'addCheck':
              return `addCheck ${action.check.name}`;
            case 'renameTo':
              return `renameTo ${action.to.name}`;
            case 'lock':
            case 'algorithm':
              return `${action.kind} ${action.value}`;
            case 'noEffect':
            case 'partition':
              return `${action.kind} ${action.verb}`;
            default:
              return action.kind;
          }
        }),
        expected,
      );
    });
  }

  it('reads IF EXISTS and IF NOT EXISTS on MariaDB', () => {
    const { actions } = parsed(
      'alter table t add column if not exists a int, drop index if exists i',
      'alterTable',
      mariadb,
    );
    assert.deepEqual(
      actions.map((action) =>
        'ifNotExists' in action ? action.ifNotExists : 'ifExists' in action && action.ifExists,
      ),
      [true, true],
    );
  });

  it('reads a foreign key with its rules', () => {
    const sql =
      'alter table `posts` add constraint `f` foreign key (`a`, `b`) references `x`.`users` (`c`, `d`) on delete cascade on update set null';
    const [action] = parsed(sql, 'alterTable').actions;
    assert.deepEqual(action, {
      kind: 'addForeignKey',
      ifNotExists: false,
      foreignKey: {
        name: 'f',
        indexName: null,
        columns: ['a', 'b'],
        referenced: { schema: 'x', name: 'users' },
        referencedColumns: ['c', 'd'],
        onDelete: 'cascade',
        onUpdate: 'set null',
      },
    });
  });
});

describe('CREATE TABLE', () => {
  it('reads what Laravel sends', () => {
    const create = parsed(
      "create table `users` (`id` bigint unsigned not null auto_increment primary key, `email` varchar(255) not null, primary key (`id`)) default character set utf8mb4 collate 'utf8mb4_unicode_ci' engine = InnoDB",
      'createTable',
    );
    assert.deepEqual(
      create.columns.map(({ name }) => name),
      ['id', 'email'],
    );
    assert.deepEqual(create.options, {
      engine: 'InnoDB',
      charset: 'utf8mb4',
      collation: 'utf8mb4_unicode_ci',
      comment: null,
      other: {},
    });
  });

  it('reads partitions inside an executable comment', () => {
    const sql = `CREATE TABLE t (a int)
/*!50100 PARTITION BY RANGE (year(\`a\`))
(PARTITION p0 VALUES LESS THAN (2000) ENGINE = InnoDB,
 PARTITION pm VALUES LESS THAN MAXVALUE ENGINE = InnoDB) */`;
    assert.deepEqual(parsed(sql, 'createTable').partitioning, {
      method: 'RANGE',
      expression: 'year(`a`)',
      partitions: [
        { name: 'p0', description: '2000' },
        { name: 'pm', description: 'maxvalue' },
      ],
      subpartition: null,
    });
  });

  it('knows LIKE and SELECT', () => {
    assert.equal(parsed('create table a like b', 'createTable').like?.name, 'b');
    assert.equal(parsed('create table a as select * from b', 'createTable').asSelect, true);
    assert.equal(parsed('create table a (x int) select 1 as y', 'createTable').asSelect, true);
  });
});

describe('other statements', () => {
  it('reads the literal rows of an INSERT', () => {
    const { insert, ignore, table } = parsed(
      "insert ignore into `migrations` (`migration`, `batch`) values ('a', 1), ('it''s', -2), (now(), null)",
      'data',
    );
    assert.equal(table?.name, 'migrations');
    assert.equal(ignore, true);
    assert.deepEqual(insert, {
      columns: ['migration', 'batch'],
      rows: [
        ['a', 1],
        ["it's", -2],
        [undefined, null],
      ],
      onDuplicateKeyUpdate: false,
    });
  });

  it('names the columns that an UPDATE certainly needs', () => {
    const sql = 'update users set a = b + 1, `c` = concat(x) where d is null and `e` > 3';
    assert.deepEqual(parsed(sql, 'data').columns, ['a', 'c', 'd', 'e']);
  });

  const touched: readonly (readonly [string, readonly string[]])[] = [
    ['update a join b on a.id = b.id set a.x = b.x', ['a', 'b']],
    ['delete a from a left join b using (id) where b.id is null', ['a', 'b']],
    ['insert into a select extract(year from d) from b where x in (select y from c)', ['a', 'b', 'c']],
    ['select * from a, b as x, c', ['a', 'b', 'c']],
  ];
  for (const [sql, names] of touched)
    it(`${sql} touches ${names.join(', ')}`, () =>
      assert.deepEqual(
        parsed(sql, 'data').tables.map(({ name }) => name),
        names,
      ));

  it('reads SET', () => {
    assert.deepEqual(
      parsed("set foreign_key_checks=0, @@session.sql_mode='', global x = 1, @y = 2", 'set').variables,
      [
        { name: 'foreign_key_checks', value: '0' },
        { name: 'sql_mode', value: '' },
      ],
    );
  });

  const kinds: readonly (readonly [string, string])[] = [
    ['rename table a to b, c to d', 'renameTable'],
    ['drop table if exists a, b cascade', 'dropTable'],
    ['truncate table a', 'truncate'],
    ['use shop', 'use'],
    ['drop view if exists a', 'dropView'],
    ['create database x character set utf8mb4', 'createDatabase'],
    ['create trigger t before insert on a for each row begin set new.x = 1; end', 'noEffect'],
    ['create procedure p() begin select 1; end', 'noEffect'],
    ['lock tables a write', 'noEffect'],
    ['', 'noEffect'],
    ['execute stmt', 'unreadable'],
    ['drop database shop', 'unreadable'],
  ];
  for (const [sql, kind] of kinds)
    it(`${sql || '(nothing)'}: ${kind}`, () => assert.equal(parseStatement(sql, mysql).kind, kind));
});
