import assert from 'node:assert/strict';
import { FACTS, holds } from '../../../src/core/schema/facts';
import { parseServer } from '../../../src/core/schema/profiles';
import { fromTheManual, TESTED } from '../../../src/core/schema/tested';

describe('what is known of a server, and from where', () => {
  it('every difference between servers names its source', () => {
    for (const [name, { source }] of Object.entries(FACTS)) assert.ok(source.length > 5, name);
  });

  for (const [server, mark] of [
    ['mysql-9.7', null],
    ['9.7.4', null],
    ['mariadb-10.11', null],
    ['10.11.14-MariaDB-log', null],
    ['mariadb-11.8', null],
    ['mysql-5.7', 'MySQL 5.7'],
    ['mysql-8.0', 'MySQL 8.0'],
    ['8.4.6', 'MySQL 8.4'],
    ['mysql-9.3', 'MySQL 9.3'],
    ['mariadb-10.6', 'MariaDB 10.6'],
    ['mariadb-11.4', 'MariaDB 11.4'],
    ['mariadb-12.1', 'MariaDB 12.1'],
  ] as const)
    it(`${server}: ${mark ? 'from the manual' : 'tested'}`, () =>
      assert.deepEqual(fromTheManual(parseServer(server)), mark ? [mark] : []));

  it('a patch before which something changed is from the manual, though its series is tested', () => {
    const old = parseServer('10.11.6-MariaDB');
    assert.deepEqual(fromTheManual(old), ['MariaDB 10.11']);
    assert.equal(holds(old, 'refusesNullCascade'), false);
  });

  it('a fix that older series got counts there from its patch on', () => {
    const refuses = (version: string) => holds(parseServer(`${version}-MariaDB`), 'refusesNullCascade');
    assert.deepEqual(['10.6.19', '10.6.20', '11.4.3', '11.4.4', '11.6.1', '11.7.1', '12.0.2'].map(refuses), [
      false,
      true,
      false,
      true,
      false,
      true,
      true,
    ]);
  });

  it('every tested version is one of its own', () => {
    for (const { vendor, version } of TESTED)
      assert.deepEqual(fromTheManual(parseServer(`${vendor}-${version.join('.')}`)), []);
  });
});
