import assert from 'node:assert/strict';
import { readDump } from '../../../src/core/sql/dump';
import { canonicalExpression } from '../../../src/core/sql/expression';
import { parseStatement } from '../../../src/core/sql/parse';
import { splitStatements } from '../../../src/core/sql/split';
import { mariadb, mysql } from './cases';

const N = 100_000;
const MANY = 'x'.repeat(2_000_000);

/** Input made to be slow or to overflow: every one must be answered in time that grows with its length only. */
const STATEMENTS: Readonly<Record<string, string>> = {
  'deep parentheses': `create table t (a int default ${'('.repeat(N)}1${')'.repeat(N)})`,
  'parentheses without an end': `create table t (a int as ${'('.repeat(N)}`,
  'a long condition': `create table t (a int, check (${'a and '.repeat(N)}a))`,
  'a long sum': `create table t (a int, check (${'a + '.repeat(N)}a))`,
  'many signs': `create table t (a int, check (${'- '.repeat(N)}a))`,
  'nested BETWEEN': `create table t (a int, check (${'a between 1 and '.repeat(N)}a))`,
  'nested CASE': `create table t (a int, check (${'case when '.repeat(N)}a))`,
  'nested executable comments': '/*!'.repeat(N),
  'skipped comments in comments': `/*!999999 ${'/* */'.repeat(N)}`,
  'a string without an end': `select 'a${"\\'".repeat(N)}`,
  'many strings': `select ${"'a' ".repeat(N)}`,
  'many tables': `select 1 ${'from a, '.repeat(N)}`,
  'TABLE TABLE TABLE': `drop ${'table '.repeat(N)}`,
  'many columns': `create table t (${'a int,'.repeat(N)}b int)`,
  'spaces in a member': `create table t (a enum('${' '.repeat(N)}x'))`,
  'nested subqueries': `create view v as ${'select * from ('.repeat(N)}select 1`,
  'nested joins': `create view v as select 1 from ${'('.repeat(N)}a${')'.repeat(N)}`,
  'many unions': `create view v as ${'select 1 union '.repeat(N / 10)}select 1`,
  'a long name': `create table ${MANY} (a int)`,
  'a long string': `create table t (a int comment '${MANY}')`,
};

describe('hostile SQL', () => {
  for (const [name, sql] of Object.entries(STATEMENTS)) {
    it(`answers ${name}`, function () {
      this.timeout(5_000);
      for (const server of [mysql, mariadb]) assert.ok(parseStatement(sql, server).kind);
    });
  }

  const expressions: Readonly<Record<string, string>> = {
    'not not not': `${'not '.repeat(N)}a`,
    collations: `a ${'collate x '.repeat(N)}`,
    arrows: `a${"->'$.x'".repeat(N)}`,
    'is null is null': `a${' is null'.repeat(N)}`,
    'a long cast': `cast(a as ${'char '.repeat(N)})`,
  };
  for (const [name, text] of Object.entries(expressions)) {
    it(`answers the expression ${name}`, function () {
      this.timeout(5_000);
      assert.ok(canonicalExpression(text).length > 0);
    });
  }

  const scripts: Readonly<Record<string, string>> = {
    'nothing but semicolons': ';'.repeat(1_000_000),
    'a million statements': 'a;\n'.repeat(300_000),
    'a million executable comments': '/*!1 '.repeat(300_000),
    'delimiters only': 'delimiter x\n'.repeat(N),
    'a dump of NULs': '\0'.repeat(1_000_000),
  };
  for (const [name, text] of Object.entries(scripts)) {
    it(`splits and reads ${name}`, function () {
      this.timeout(10_000);
      for (const _ of splitStatements(text)) {
        // all of them
      }
      const dump = readDump(text.slice(0, 100_000), { file: 'x.sql' });
      assert.equal(dump.schema.tables.size, 0);
    });
  }
});
