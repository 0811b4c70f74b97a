import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalExpression } from '../../../src/core/sql/expression';

describe('an expression in one form', () => {
  /** MySQL's SHOW CREATE TABLE, MariaDB's, what a person writes. */
  const spellings: readonly (readonly [string, string, string])[] = [
    ['(`a` + 1)', '`a` + 1', '(( A + 1 ))'.replace('A', 'a')],
    ['((`a` % 3) + (2 * (`a` - 1)))', '`a` MOD 3 + 2 * (`a` - 1)', 'mod(a, 3) + 2*(a-1)'],
    ['(`a` - (`a` - 1))', '`a` - (`a` - 1)', 'a-(a-1)'],
    ["concat(`b`,_utf8mb4'x',_utf8mb4'é')", "concat(`b`,'x','é')", "CONCAT(b, 'x', N'é')"],
    ["json_unquote(json_extract(`j`,_utf8mb4'$.a'))", "json_unquote(json_extract(`j`,'$.a'))", "j->>'$.a'"],
    ['(0 = `a`)', '`a` = 0', 'not a'],
    ['((0 <> `a`) or (`b` = 1))', '`a` <> 0 or `b` = 1', 'a or b = 1'],
    ["(not((`b` like _utf8mb4'x%')))", "`b`  not like 'x%'", "b not like 'x%'"],
    ['(`a` not between 1 and 2)', '`a` not between 1 and 2', 'not (a between 1 and 2)'],
    [
      '((`a` is not null) and ((0 <> `a`) is true))',
      '`a` is not null and `a` is true',
      'not isnull(a) and a is true',
    ],
    [
      'if((`a` is null),1,(case `a` when 1 then 2 else 3 end))',
      'if(`a` is null,1,case `a` when 1 then 2 else 3 end)',
      'IF(a IS NULL, 1, CASE a WHEN 1 THEN 2 ELSE 3 END)',
    ],
    ['cast(`a` as char charset utf8mb4)', 'cast(`a` as char charset utf8mb4)', 'convert(a, char)'],
    ['cast(`b` as unsigned)', 'cast(`b` as unsigned)', 'cast(b as unsigned integer)'],
    ['(`d` + interval 1 day)', '`d` + interval 1 day', 'date_add(d, interval 1 day)'],
    ["trim(both _utf8mb4' ' from `b`)", "trim(both ' ' from `b`)", "trim(both ' ' from b)"],
    ['(upper(`b`) collate utf8mb4_bin)', 'ucase(`b`) collate utf8mb4_bin', 'upper(b) collate utf8mb4_bin'],
    ["regexp_like(`b`,_utf8mb4'a')", "`b` regexp 'a'", "b rlike 'a'"],
    [
      '(((-(`a`) * -(1)) + ~(`a`)) | (3 & (1 << (2 ^ 1))))',
      '-`a` * -1 + ~`a` | 3 & 1 << 2 ^ 1',
      '-a * -1 + ~a | 3 & 1 << 2 ^ 1',
    ],
    ['((ifnull(`a`,0) DIV 2) % 3)', 'ifnull(`a`,0) DIV 2 MOD 3', 'ifnull(a, 0) div 2 mod 3'],
    ['length(`b`)', 'octet_length(`b`)', 'LENGTH(b)'],
    ['substr(`b`,2,3)', 'substr(`b`,2,3)', 'substring(b from 2 for 3)'],
    ['cast(`d` as date)', 'cast(`d` as date)', 'date(d)'],
    ['dayofmonth(`d`)', 'dayofmonth(`d`)', 'day(d)'],
    ['((`a` <> 1) and (`a` <> 2))', '`a` <> 1 and `a` <> 2', 'a != 1 && a <> 2'],
    ["locate(_utf8mb4'a',`b`)", "locate('a',`b`)", "position('a' in b)"],
    [
      '((`a` not in (1,2)) or ((`b` > 1) xor (`c` > 1)))',
      '`a` not in (1,2) or `b` > 1 xor `c` > 1',
      'a not in (1,2) or (b > 1 xor c > 1)',
    ],
    ['now()', 'current_timestamp()', 'LOCALTIMESTAMP'],
    ['now(6)', 'current_timestamp(6)', 'CURRENT_TIMESTAMP(6)'],
    ['curdate()', 'curdate()', 'current_date'],
    [
      "coalesce(`b`,_utf8mb4'it\\'s \"q\" \\\\ ')",
      "coalesce(`b`,'it\\'s \"q\" \\\\ ')",
      'coalesce(b, "it\'s \\"q\\" \\\\ ")',
    ],
  ];
  for (const [onMysql, onMariadb, written] of spellings) {
    it(written, () => {
      const canonical = canonicalExpression(written);
      assert.equal(canonicalExpression(onMysql), canonical, 'MySQL’s');
      assert.equal(canonicalExpression(onMariadb), canonical, 'MariaDB’s');
    });
  }

  const different: readonly (readonly [string, string])[] = [
    ['a - (b - c)', 'a - b - c'],
    ['(a + b) * c', 'a + b * c'],
    ['a and (b or c)', 'a and b or c'],
    ['not (a = 1)', 'not a = 1 or b'],
    ["concat('a ', b)", "concat('a', b)"],
    ["'a'", '"b"'],
    ['a = 0', 'a <> 0'],
    ['json_extract(j, "$.A")', 'json_extract(j, "$.a")'],
    ['-(-a)', '-a'],
  ];
  for (const [a, b] of different)
    it(`${a} is not ${b}`, () => assert.notEqual(canonicalExpression(a), canonicalExpression(b)));

  it('stays what it is when it is read again', () => {
    const leaf = fc.constantFrom('`a`', '`b`', '1', "'x'", "'it''s'", 'null', 'curdate()');
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        leaf,
        fc
          .tuple(
            tie('tree'),
            fc.constantFrom(
              '+',
              '-',
              '*',
              '/',
              '%',
              'div',
              'and',
              'or',
              'xor',
              '=',
              '<>',
              '<',
              '&',
              '|',
              '<<',
              '^',
            ),
            tie('tree'),
          )
          .map(([a, o, b]) => `(${a}) ${o} (${b})`),
        tie('tree').map((a) => `not (${a})`),
        tie('tree').map((a) => `-(${a})`),
        fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a}) in (1, ${b})`),
        fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a}) not between (${b}) and 3`),
        fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `if(${a}, ${b}, null)`),
        fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `case when ${a} then ${b} end`),
        tie('tree').map((a) => `(${a}) is not null`),
      ),
    }));
    fc.assert(
      fc.property(tree, (text) => {
        const once = canonicalExpression(text);
        assert.equal(canonicalExpression(once), once);
        assert.equal(canonicalExpression(`((${text}))`), once);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('keeps the tokens of what it does not read, in one spelling', () => {
    assert.equal(
      canonicalExpression("A in  (SELECT(`j`)) AND x   -> '$.a'"),
      canonicalExpression("a IN (select(`j`)) and X -> '$.a'"),
    );
  });
});
