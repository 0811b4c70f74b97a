import assert from 'node:assert/strict';
import { canonicalExpression } from '../../../src/core/sql/expression';

describe('an expression as it was written equals the one that SHOW CREATE prints', () => {
  const cases: readonly (readonly [written: string, printed: string])[] = [
    ['datediff(to_day, from_day) + 1', '((to_days(`to_day`) - to_days(`from_day`)) + 1)'],
    ['datediff(now(), a) > 2', '((to_days(now()) - to_days(`a`)) > 2)'],
    ['2 * datediff(a, b)', '(2 * (to_days(`a`) - to_days(`b`)))'],
  ];
  for (const [written, printed] of cases)
    it(written, () => assert.equal(canonicalExpression(written), canonicalExpression(printed)));
});
