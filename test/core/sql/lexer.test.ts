import assert from 'node:assert/strict';
import { canonicalExpression } from '../../../src/core/sql/expression';
import { tokenize } from '../../../src/core/sql/lexer';
import { lexicalRules } from '../../../src/core/sql/lexicalRules';
import { mariadb, mysql, server } from './cases';

const words = (sql: string, on = mysql) =>
  tokenize(sql, lexicalRules(on))
    .filter(({ kind }) => kind !== 'end')
    .map(({ kind, text }) => `${kind}:${text}`);

describe('SQL in tokens', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["'it''s' 'a\\'b\\n\\%'", ["string:it's", "string:a'b\n\\%"]],
    ['`we``ird` "x"', ['name:we`ird', 'string:x']],
    [
      "_utf8mb4'x' N'y' _binary 0x41",
      ['introducer:utf8mb4', 'string:x', 'introducer:utf8mb3', 'string:y', 'introducer:binary', 'bytes:0x41'],
    ],
    ["x'4142' b'01' 0b1", ["bytes:x'4142'", "bytes:b'01'", 'bytes:0b1']],
    [
      '1 1.5 .5 1e3 2fa_secret db.1table',
      [
        'number:1',
        'number:1.5',
        'number:.5',
        'number:1e3',
        'word:2fa_secret',
        'word:db',
        'symbol:.',
        'name:1table',
      ],
    ],
    ['a->>b<=>c!=d', ['word:a', 'symbol:->>', 'word:b', 'symbol:<=>', 'word:c', 'symbol:!=', 'word:d']],
    ['a--b -- c\n#d\n/* e */f', ['word:a', 'symbol:-', 'symbol:-', 'word:b', 'word:f']],
    ['@a @@session.b', ['variable:@a', 'variable:@@session.b']],
    ["'open", ["broken:'open"]],
    ['/* open', ['broken:/* open']],
  ];
  for (const [sql, expected] of cases) it(sql, () => assert.deepEqual(words(sql), expected));

  it('reads quotes as the sql_mode says', () => {
    const ansi = { ...mysql, sqlMode: ['ANSI_QUOTES'] };
    assert.deepEqual(words('"a"', ansi), ['name:a']);
    const plain = { ...mysql, sqlMode: ['NO_BACKSLASH_ESCAPES'] };
    assert.deepEqual(words("'a\\'", plain), ['string:a\\']);
  });

  it('reads || as the sql_mode says', () => {
    assert.equal(canonicalExpression('a || b'), '`a` or `b`');
    assert.equal(canonicalExpression('a || b', { sqlMode: ['PIPES_AS_CONCAT'] }), 'concat(`a`, `b`)');
  });
});

describe('an executable comment', () => {
  /** Comment, and which servers run it. */
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['/*! x */', ['mysql-5.7', 'mysql-8.4', 'mariadb-10.2', 'mariadb-10.11']],
    ['/*!40101 x */', ['mysql-5.7', 'mysql-8.4', 'mariadb-10.2', 'mariadb-10.11']],
    ['/*!80016 x */', ['mysql-8.4']],
    ['/*!50700 x */', ['mysql-5.7', 'mysql-8.4']],
    ['/*!100301 x */', ['mariadb-10.11']],
    ['/*M!100400 x */', ['mariadb-10.11']],
    ['/*M! x */', ['mariadb-10.2', 'mariadb-10.11']],
    ['/*M!999999\\- x */', []],
  ];
  for (const [sql, expected] of cases) {
    it(`${sql}: ${expected.join(', ') || 'nobody'}`, () => {
      const all = ['mysql-5.7', 'mysql-8.4', 'mariadb-10.2', 'mariadb-10.11'];
      assert.deepEqual(
        all.filter((name) => words(sql, server(name)).length > 0),
        expected,
      );
    });
  }

  it('may hold plain comments, and strings with an end in them', () => {
    assert.deepEqual(words("/*!99999 a /* b */ c */ d '*/'", mariadb), ['word:d', 'string:*/']);
    assert.deepEqual(words("/*!50001 a '*/' */ b"), ['word:a', 'string:*/', 'word:b']);
  });
});
