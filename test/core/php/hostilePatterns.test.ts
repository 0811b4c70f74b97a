import assert from 'node:assert/strict';
import { patternShape } from '../../../src/core/php/builtins/patternCost';
import { fitsStars } from '../../../src/core/php/wildcards';
import { evaluate } from './evaluate';

const TOO_LONG = '?a pattern that may take too long on a text of this length';

/** Patterns that a regular-expression engine would follow for longer than anybody waits. */
const ENDLESS: readonly string[] = [
  "preg_match('/^(?:(a+))+$/', str_repeat('a', 39) . '!')",
  "preg_match('/(a|a)+$/', str_repeat('a', 39) . '!')",
  "preg_match('/^(a?){30}a{30}$/', str_repeat('a', 300))",
  "preg_match('/^(a?){30}a{30}$/', str_repeat('a', 29))",
  "preg_match('/^' . str_repeat('(.*)', 8) . 'x$/', str_repeat('a', 390))",
  "preg_match('/^' . str_repeat('a?', 40) . '!$/', str_repeat('a', 30))",
  "preg_match('/^(((a+)+)+)+$/', str_repeat('a', 16) . '!')",
  "preg_match('/^(a|a|a|a)+$/', str_repeat('a', 16) . '!')",
  "preg_match('/^(?=(a+)+!)/', str_repeat('a', 39))",
  "preg_match('/((()|()){40})x/', '')",
  "preg_match('/^([[:alpha:])]a+)+$/', ')' . str_repeat('a', 39) . '!')",
  "preg_replace('/(\\w+\\s?)+$/', '', str_repeat('a', 39) . '!')",
  "preg_split('/(a*)*b/', str_repeat('a', 39))",
];

/** What code really asks. */
const ORDINARY: readonly [php: string, value: unknown][] = [
  ["preg_match('/^create_(\\w+)_table$/', 'create_users_and_their_many_friends_table')", 1],
  ["preg_match('/^(\\d{4})_(\\d{2})_(\\d{2})_(\\d{6})_(.+)$/', '2026_01_01_000000_create_users_table')", 1],
  ["preg_match('/^(?:[a-z]+_)+id$/', 'user_group_id')", 1],
  ["preg_match('/^(?<name>\\w+)\\((\\d+)(?:,\\s*(\\d+))?\\)$/', 'decimal(10, 2)')", 1],
  ["preg_replace('/\\s+/', ' ', str_repeat('a  b ', 1000))", 'a b '.repeat(1000)],
  ["preg_replace('/[^a-z0-9]+/i', '_', 'Some long: name of a thing')", 'Some_long_name_of_a_thing'],
  ["preg_replace('/(?<!^)[A-Z]/', '_$0', 'someCamelName')", 'some_Camel_Name'],
  ["preg_split('/[\\s,]+/', 'a, b  c')", ['a', 'b', 'c']],
  ["preg_match_all(\"/'((?:[^'\\\\\\\\]|\\\\\\\\.)*)'/\", \"enum('a','b','c')\")", 3],
];

describe('a regular expression', () => {
  for (const php of ENDLESS)
    it(`is not tried where it may never end: ${php}`, () => {
      const begun = Date.now();
      assert.equal(evaluate(`return ${php};`).value, TOO_LONG);
      assert.ok(Date.now() - begun < 2000);
    });
  for (const [php, value] of ORDINARY)
    it(`is followed: ${php}`, () => assert.deepEqual(evaluate(`return ${php};`).value, value));

  it('that takes long may not be asked again and again', () => {
    const { outcome } = evaluate(
      "for ($i = 0; $i < 100000; $i++) preg_match('/^(a+)+$/', 'aaaaaaaaaaaaaaaaaaaa!');",
    );
    assert.equal(outcome.kind, 'spent');
  });

  for (const [source, groups] of [
    ['a(b)(?:c)(?=(d))', 3],
    ['[(](?<!e)(\\()', 2],
    ['', 1],
  ] as const)
    it(`has ${groups - 1} groups: ${source}`, () => assert.equal(patternShape(source).groups, groups));
});

describe('a pattern with stars', () => {
  const cases: readonly [pattern: string, text: string, fits: boolean][] = [
    ['a*', 'abc', true],
    ['*c', 'abc', true],
    ['*b*', 'abc', true],
    ['a*b*c', 'a\nb\nbc', true],
    ['a*b', 'abc', false],
    ['', '', true],
    ['*', '', true],
    ['a.c', 'abc', false],
    [`${'*a'.repeat(20)}b`, 'a'.repeat(5000), false],
  ];
  for (const [pattern, text, fits] of cases)
    it(`${pattern} ${fits ? 'fits' : 'does not fit'} ${JSON.stringify(text.slice(0, 20))}`, () =>
      assert.equal(fitsStars(pattern, text), fits));
});
