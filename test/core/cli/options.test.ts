import assert from 'node:assert/strict';
import { readOptions } from '../../../src/cli/options';

const options = (...args: string[]) => {
  const invocation = readOptions(args, '/app');
  assert.equal(invocation.kind, 'run');
  return invocation.kind === 'run' ? invocation.options : assert.fail();
};

describe('command line arguments', () => {
  it('have defaults', () => {
    const { command, project, failOn, json } = options('report');
    assert.deepEqual(
      { command, project, failOn, json },
      { command: 'report', project: '/app', failOn: 'error', json: false },
    );
  });

  it('may stand before and after the source', () => {
    assert.deepEqual(options('schema', '--json', 'staging.sql', '--server', 'mariadb-10.11').positionals, [
      'staging.sql',
    ]);
  });

  it('take a path several times', () => {
    assert.deepEqual(options('schema', '--path', 'a', '--path', 'b/*').path, ['a', 'b/*']);
  });

  const wrong: [args: string[], message: RegExp][] = [
    [['frobnicate'], /no command "frobnicate"/],
    [['toString'], /no command "toString"/],
    [['constructor'], /no command "constructor"/],
    [['__proto__'], /no command "__proto__"/],
    [['report', '--colour'], /--colour/],
    [['report', '--min-tables', 'many'], /--min-tables takes a whole number/],
    [['rerun', '--on', 'staging.sql'], /after or final/],
    [['report', 'staging.sql'], /does not take the argument/],
    [['schema', '--fail-on', 'sometimes'], /error, warning or never/],
    [['schema', '--server'], /--server/],
  ];
  for (const [args, message] of wrong)
    it(`refuse ${args.join(' ')}`, () =>
      assert.throws(() => readOptions(args, '/app'), { name: 'UserError', message }));
});
