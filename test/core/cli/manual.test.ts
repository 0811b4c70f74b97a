import assert from 'node:assert/strict';
import { appWith, call, create } from '../../support/tempApp';

const ONE = '2026_01_01_000000_one';

describe('an answer for a server that no test asked', () => {
  const commands = ['schema', 'rerun', 'lint'];
  for (const command of commands)
    it(`${command} says in its text, once, that it is from the manual`, async () => {
      const app = appWith({ [ONE]: create('lamps') });
      const marks = async (server: string) => {
        const { out } = await call(app.root, [command, '--server', server]);
        return out.match(/MySQL \S+: from the manual/g) ?? [];
      };
      assert.deepEqual(await marks('mysql-8.4'), ['MySQL 8.4: from the manual']);
      assert.deepEqual(await marks('mysql-9.7.4'), []);
    });
});
