import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../../src/project/settings';
import { createAnalysis } from '../../../src/worker/analysis';
import { appWith, create, documentOf } from '../../support/tempApp';

const OWN = '2026_01_02_000000_own';
const FILE = `database/migrations/${OWN}.php`;
const shades = create('shades');

const rules = async (code: string, more: Partial<typeof DEFAULT_SETTINGS.policy> = {}) => {
  const app = appWith({ [OWN]: code });
  const settings = { ...DEFAULT_SETTINGS, policy: { ...DEFAULT_SETTINGS.policy, ...more } };
  const { findings = [] } = (await createAnalysis(app.root, settings).lint(FILE)) ?? {};
  return findings.map(({ rule }) => rule).filter((rule) => rule !== 'down-missing');
};

const CASES: readonly [title: string, code: string, left: readonly string[]][] = [
  ['above the statement', `// schema-gap-ignore create-table-unguarded: it is dropped first\n${shades}`, []],
  [
    'with other comments between',
    `// schema-gap-ignore create-table-unguarded: so\n// as said\n\n${shades}`,
    [],
  ],
  ['behind the statement', `${shades} // schema-gap-ignore create-table-unguarded: so`, []],
  ['in a block comment', `/* schema-gap-ignore create-table-unguarded: so */\n${shades}`, []],
  ['several rules', `# schema-gap-ignore second-run-fails, create-table-unguarded: so\n${shades}`, []],
  ['for the file', `${shades}\n${create('rooms')}\n// schema-gap-ignore-file create-table-unguarded: so`, []],
  [
    'only the statement that follows',
    `// schema-gap-ignore create-table-unguarded: so\n${shades}\n${create('rooms')}`,
    ['create-table-unguarded'],
  ],
  [
    'not without a reason',
    `// schema-gap-ignore create-table-unguarded\n${shades}`,
    ['create-table-unguarded', 'suppression-without-reason'],
  ],
  [
    'not another rule',
    `// schema-gap-ignore add-column-unguarded: so\n${shades}`,
    ['create-table-unguarded', 'suppression-unused'],
  ],
];

describe('a comment that suppresses', () => {
  for (const [title, code, left] of CASES) it(title, async () => assert.deepEqual(await rules(code), left));

  it('keeps its line ends and names a rule that there is not', async () => {
    const code = `// schema-gap-ignore no-such-rule: so\r\n${shades}\r`;
    assert.deepEqual(await rules(code), ['create-table-unguarded', 'suppression-unused']);
  });

  it('is left alone by --fix', async () => {
    const app = appWith({ [OWN]: `// schema-gap-ignore create-table-unguarded: so\n${shades}` });
    const before = app.read(FILE);
    await app.cli('lint', FILE, '--fix');
    assert.doesNotMatch(app.read(FILE), /hasTable/);
    assert.match(before, /schema-gap-ignore/);
  });
});

describe('the settings of rules', () => {
  it('turn one off, or give it another level', async () => {
    assert.deepEqual(await rules(shades, { rules: { 'create-table-unguarded': 'off' } }), []);
    const app = appWith(
      { [OWN]: shades },
      {
        '.vscode/settings.json':
          '{"schemaGap.rules": {"create-table-unguarded": "error", "down-missing": "off"}}',
      },
    );
    const { status, out } = await app.cli('lint', FILE, '--json');
    assert.deepEqual(
      [status, JSON.parse(out).findings.map(({ severity }: { severity: string }) => severity)],
      [1, ['error']],
    );
  });
});

describe('a baseline', () => {
  it('keeps what it has from being told again, wherever its line is', async () => {
    const app = appWith({ [OWN]: shades });
    await app.cli('lint', FILE, '--write-baseline');
    assert.equal(JSON.parse(app.read('schema-gap-baseline.json')).format, 1);
    app.write(FILE, app.read(FILE).replace('        Schema', `\n        ${create('rooms')}\n        Schema`));
    const left = documentOf(await app.cli('lint', FILE, '--json')).findings;
    assert.deepEqual(
      left
        .map(({ statement }: { statement: string }) => statement.slice(0, 20))
        .filter((text: string) => text !== ''),
      ['create table `rooms`'],
    );
    await app.cli('lint', FILE, '--write-baseline');
    assert.deepEqual(documentOf(await app.cli('lint', FILE, '--json')).findings, []);
  });

  it('that can not be read is passed over', async () => {
    const app = appWith({ [OWN]: shades }, { 'schema-gap-baseline.json': '{"format": 1, "findings": [{}]}' });
    assert.equal(documentOf(await app.cli('lint', FILE, '--json')).findings.length > 0, true);
  });
});
