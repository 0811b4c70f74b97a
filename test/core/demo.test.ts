import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/cli/run';
import { applyEdits } from '../../src/core/analysis/edits';
import type {
  LintDocument,
  PreflightDocument,
  ReportDocument,
  RerunDocument,
  SchemaDocument,
} from '../../src/core/analysis/results';
import { readWorkspaceSettings } from '../../src/project/settings';
import { createAnalysis } from '../../src/worker/analysis';
import { demoWorkspace } from '../support/paths';

const first = '2025_10_23_162250_add_priority_to_services_table';
const second = '2025_12_11_070815_add_sentiment_score_to_calls_table';
const lastRun = '2025_10_14_093000_add_expires_at_to_callback_requests';
const fileOf = (migration: string) => `database/migrations/${migration}.php`;
const duplicate = (column: string) => ({
  code: 1060,
  sqlState: '42S21',
  message: `Duplicate column name '${column}'`,
});
const firstStatement = "alter table `services` add `priority` int not null default '999' after `is_default`";

/** What a Laravel developer would write. */
const guarded = `        if (! Schema::hasColumn('services', 'priority')) {
            Schema::table('services', function (Blueprint $table) {
                $table->integer('priority')->default(999)->after('is_default');
            });
        }
`;

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly warnings: string;
}

/** The command line as dist/cli.js runs it, in the demo's folder (or another). */
async function schemaGap(args: readonly string[], cwd = demoWorkspace): Promise<Ran> {
  let out = '';
  let warnings = '';
  const status = await runCli(args, {
    cwd,
    write: (text) => {
      out += text;
    },
    warn: (text) => {
      warnings += text;
    },
    isTerminal: false,
  });
  return { status, out, warnings };
}

interface Answer<T> {
  readonly status: number;
  readonly document: T;
}

/** The document that a command prints with --json; each command line runs once. */
function documentOf<T>(...args: string[]): Promise<Answer<T>> {
  const key = args.join(' ');
  const made = answers.get(key) ?? schemaGap([...args, '--json']).then(readAnswer);
  answers.set(key, made);
  return made as Promise<Answer<T>>;
}
const answers = new Map<string, Promise<Answer<unknown>>>();

function readAnswer({ status, out, warnings }: Ran): Answer<unknown> {
  assert.equal(warnings, '');
  return { status, document: JSON.parse(out) as unknown };
}

const analysis = createAnalysis(demoWorkspace, readWorkspaceSettings(demoWorkspace).settings);

describe('the report on the demo', function () {
  this.timeout(60_000);
  let report: ReportDocument;
  before(async () => {
    report = (await analysis.report()).report;
  });

  it('counts 48 of 244 tables: 19.7 %', () => {
    assert.deepEqual(report.expected, { source: 'migrations', tables: 244 });
    assert.deepEqual(report.actual, { source: 'staging.sql', tables: 48 });
    assert.equal(report.completePercent, 19.7);
    assert.deepEqual(report.extraTables, []);
    assert.deepEqual(report.migrations, { files: 242, ran: 104, pending: 138 });
  });

  it('names 196 missing tables, each with the line that would have made it and why it did not', () => {
    assert.equal(report.missingTables.length, 196);
    assert.equal(new Set(report.missingTables.map((table) => table.name)).size, 196);
    for (const { name, why, createdBy } of report.missingTables) {
      assert.equal(why, 'never-attempted', name);
      const source = readFileSync(join(demoWorkspace, createdBy?.file ?? ''), 'utf8');
      assert.ok(createdBy && source.split('\n')[createdBy.line - 1]?.trim(), name);
    }
    const found = report.missingTables.find((table) => table.name === 'retell_call_sessions');
    const { name, family, critical, impact, why, createdBy } = found ?? {};
    assert.deepEqual(
      { name, family, critical, impact, why, createdBy: createdBy?.migration },
      {
        name: 'retell_call_sessions',
        family: 'retell_',
        critical: true,
        impact: 'cannot track voice calls',
        createdBy: '2025_10_24_083015_create_retell_call_sessions_table',
        why: 'never-attempted',
      },
    );
  });

  it('names the root cause, and that 137 migrations wait behind it', () => {
    const { migration, file, line, statement, serverError, blocks } = report.rootCause ?? {};
    assert.deepEqual(
      { migration, file, line, statement, serverError, blocks },
      {
        migration: first,
        file: fileOf(first),
        line: 17,
        statement: firstStatement,
        serverError: duplicate('priority'),
        blocks: 137,
      },
    );
  });

  const families: readonly (readonly [name: string, missing: number])[] = [
    ['retell_', 12],
    ['conversation_flow', 3],
    ['data_consistency_', 3],
    ['data_flow_', 1],
    ['notification_', 10],
    ['system_test_', 2],
    ['admin_updates', 1],
    ['appointment_wish', 2],
  ];
  for (const [name, missing] of families)
    it(`misses ${missing} of the family ${name}`, () => {
      assert.equal(report.families.find((family) => family.name === name)?.missing, missing);
      const members = report.missingTables.filter((table) => table.family === name);
      assert.equal(members.length, missing);
    });

  it('has every missing table in a family of at most a dozen', () => {
    const counted = report.families.reduce((sum, family) => sum + family.missing, 0);
    const alone = report.missingTables.filter((table) => table.family === null).length;
    assert.equal(counted + alone, 196);
    assert.equal(Math.max(...report.families.map((family) => family.missing)), 12);
  });

  const retell =
    `call_sessions call_events transcript_segments function_traces agents agent_prompts configurations
    error_log ai_call_campaigns agent_versions calls_backup call_debug_view`.split(/\s+/);
  it('misses the twelve voice-call tables by name', () => {
    const missing = report.missingTables
      .filter((table) => table.family === 'retell_')
      .map(({ name }) => name);
    assert.deepEqual(missing.sort(), retell.map((name) => `retell_${name}`).sort());
  });

  const critical: readonly (readonly [name: string, present: boolean])[] = [
    ['retell_call_sessions', false],
    ['retell_call_events', false],
    ['retell_transcript_segments', false],
    ['retell_function_traces', false],
    ['conversation_flows', false],
    ['appointments', true],
    ['customers', true],
    ['calls', true],
  ];
  it('says which critical tables are there', () =>
    assert.deepEqual(
      report.criticalTables.map(({ name, present }) => [name, present]),
      critical,
    ));

  const features: readonly (readonly [name: string, now: string, after: string])[] = [
    ['View calls', 'partly', 'yes'],
    ['View appointments', 'yes', 'yes'],
    ['Voice bookings', 'no', 'yes'],
    ['Call transcripts', 'no', 'yes'],
    ['Agent configuration', 'no', 'yes'],
    ['Conversation flow', 'no', 'yes'],
    ['Advanced notifications', 'no', 'yes'],
  ];
  it('says what works now and after the fix', () =>
    assert.deepEqual(
      report.features.map(({ name, now, after }) => [name, now, after]),
      features,
    ));

  it('shows that services.priority is not what its migration makes', () => {
    const priority = report.differences.filter(({ table }) => table === 'services');
    assert.deepEqual(
      priority.map(({ kind, name, properties, certain }) => [kind, name, properties, certain]),
      [['column', 'priority', ['nullable', 'default', 'position'], true]],
    );
    const shapes = [priority[0]?.expected, priority[0]?.actual] as Record<string, unknown>[];
    assert.deepEqual(
      shapes.map(({ type, nullable, default: value }) => [type, nullable, value]),
      [
        ['int', false, { kind: 'literal', value: '999' }],
        ['int', true, { kind: 'literal', value: '0' }],
      ],
    );
  });

  it('is certain of everything', () => {
    assert.deepEqual(report.unknown, []);
    assert.ok(report.differences.every((difference) => difference.certain));
  });

  it('exits with 0 under --fail-on never, whatever is missing; --min-tables is heard', async () => {
    const few = await schemaGap(['report', '--min-tables', '200', '--fail-on', 'never']);
    assert.equal(few.status, 0);
    assert.match(few.warnings, /48 tables, fewer than 200/);
  });

  it('exits with 0 where nothing is missing: production', async () => {
    const { status, document } = await documentOf<ReportDocument>('report', '--actual', 'production.sql');
    assert.deepEqual([status, document.completePercent, document.differences], [0, 100, []]);
  });

  it('gives the same counts when production is what is expected', async () => {
    const { document } = await documentOf<ReportDocument>('report', '--expected', 'production.sql');
    assert.deepEqual(document.expected, { source: 'production.sql', tables: 244 });
    assert.deepEqual([document.missingTables.length, document.completePercent], [196, 19.7]);
  });

  it('reads well in a terminal, and exits with 1', async () => {
    const { out, status } = await schemaGap(['report']);
    assert.equal(status, 1);
    const said = [
      '48 of 244 tables',
      '19.7 % complete',
      '196 missing',
      '104 of 242 migrations ran, 138 pending',
      `${first} fails`,
      `${fileOf(first)}:17`,
      "1060 Duplicate column name 'priority'",
      '137 migrations behind it are never attempted',
      second,
      'cannot track voice calls',
      'Voice bookings          no      yes',
    ];
    for (const text of said) assert.ok(out.includes(text), text);
  });
});

describe('preflight on the demo', function () {
  this.timeout(60_000);
  let status: number;
  let document: PreflightDocument;
  before(async () => {
    ({ status, document } = await documentOf<PreflightDocument>('preflight', '--on', 'staging.sql'));
  });

  it('knows that 104 ran and 138 are pending', () => {
    assert.deepEqual([document.ran, document.pending], [104, 138]);
    assert.equal(status, 1);
  });

  it('fails at the first pending migration, before which nothing and after which nobody runs', () => {
    const { migration, file, line, statement, serverError, leftBehind } = document.fails ?? {};
    assert.deepEqual(
      { migration, file, line, statement, serverError, leftBehind },
      {
        migration: first,
        file: fileOf(first),
        line: 17,
        statement: firstStatement,
        serverError: duplicate('priority'),
        leftBehind: [],
      },
    );
    assert.deepEqual(document.succeed, []);
    assert.equal(document.neverAttempted.length, 137);
    assert.equal(document.blockedTables.length, 196);
    assert.deepEqual(document.recordedWithoutFile, []);
  });

  it('foresees two collisions, the second far down the list', () => {
    assert.deepEqual(
      document.collisions.map(({ migration, serverError }) => [migration, serverError]),
      [
        [first, duplicate('priority')],
        [second, duplicate('sentiment_score')],
      ],
    );
    assert.deepEqual(document.collisions[0], document.fails);
  });

  it('shows the drift that a guard would hide: services.priority, not calls.sentiment_score', () => {
    assert.deepEqual(
      document.maskedDrift.map(({ migration, table, kind, name }) => [migration, table, kind, name]),
      [[first, 'services', 'column', 'priority']],
    );
  });

  it('names the same tables as the report', async () => {
    const { report } = await analysis.report();
    assert.deepEqual(
      [...document.blockedTables].sort(),
      report.missingTables.map((table) => table.name).sort(),
    );
  });

  it('is the same by the analysis object', async () => {
    const asked = await analysis.preflight('staging.sql', null);
    assert.deepEqual(JSON.parse(JSON.stringify(asked.document)), document);
  });

  it('has nothing to say about production', async () => {
    const production = await documentOf<PreflightDocument>('preflight', '--on', 'production.sql');
    const { ran, pending, fails, collisions, maskedDrift } = production.document;
    assert.deepEqual(
      [production.status, ran, pending, fails, collisions, maskedDrift],
      [0, 242, 0, null, [], []],
    );
  });

  it('reaches the end when both are guarded, and still shows the drift', async () => {
    const guardedBoth = createAnalysis(demoWorkspace, readWorkspaceSettings(demoWorkspace).settings);
    for (const name of [first, second]) {
      const found = await guardedBoth.lint(fileOf(name));
      const text = guardedBoth.textOf(fileOf(name)) ?? '';
      guardedBoth.setText(fileOf(name), applyEdits(text, found?.findings[0]?.fixes[0]?.edits ?? []));
    }
    const after = (await guardedBoth.preflight('staging.sql', null)).document;
    assert.deepEqual([after.fails, after.collisions, after.succeed.length], [null, [], 138]);
    assert.deepEqual(
      after.maskedDrift.map(({ table, name }) => `${table}.${name}`),
      ['services.priority'],
    );
  });
});

describe('lint on the migration that stopped staging', function () {
  this.timeout(60_000);
  it('finds the statement, with the error and a fix that has been run', async () => {
    const { status, document } = await documentOf<LintDocument>(
      'lint',
      fileOf(first),
      '--fail-on',
      'warning',
    );
    assert.equal(status, 1);
    const [finding, ...others] = document.findings;
    assert.deepEqual(others, []);
    const { rule, line, column, endLine, method, statement, serverError } = finding ?? {};
    assert.deepEqual(
      { rule, line, column, endLine, method, statement, serverError },
      {
        rule: 'add-column-unguarded',
        line: 17,
        column: 13,
        endLine: 17,
        method: 'up',
        statement: firstStatement,
        serverError: duplicate('priority'),
      },
    );
    const [fix] = finding?.fixes ?? [];
    assert.deepEqual([finding?.fixes.length, fix?.proven], [1, true]);
    const before = readFileSync(join(demoWorkspace, fileOf(first)), 'utf8');
    const unguarded = /^ {8}Schema::table\('services'[\s\S]*?^ {8}\}\);\n/m;
    assert.equal(applyEdits(before, fix?.edits ?? []), before.replace(unguarded, guarded));
  });

  it('is content once --fix has written it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'schema-gap-demo-'));
    try {
      cpSync(demoWorkspace, folder, { recursive: true });
      const fixed = await schemaGap(['lint', fileOf(first), '--fix'], folder);
      assert.match(fixed.out, /1 fix applied\n/);
      assert.ok(readFileSync(join(folder, fileOf(first)), 'utf8').includes(guarded));
      const again = await schemaGap(['lint', fileOf(first), '--json', '--fail-on', 'warning'], folder);
      // What the guard passes over on staging is another matter than the code.
      const left = (JSON.parse(again.out) as LintDocument).findings.map(({ rule }) => rule);
      assert.deepEqual([again.status, left], [0, ['guard-hides-drift']]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('looks at pending migrations only, unless one is named; warnings alone exit with 0', async () => {
    const { status, document } = await documentOf<LintDocument>('lint');
    const linted = [...new Set(document.findings.map((finding) => finding.migration))].sort();
    assert.deepEqual([status, linted[0]], [0, first]);
    const named = await analysis.lint(fileOf('0001_01_01_000000_create_users_table'));
    assert.deepEqual([named?.ran, named?.findings[0]?.serverError?.code], [true, 1050]);
  });
});

describe('schema and rerun on the demo', function () {
  this.timeout(60_000);
  it('schema: 244 tables and one view, nothing fails', async () => {
    const { status, document } = await documentOf<SchemaDocument>('schema');
    assert.deepEqual([document.tables.length, document.views.length, document.failed], [244, 1, []]);
    assert.deepEqual([status, document.laravel, document.unknown], [0, '11.57.1', []]);
  });

  it('schema of a dump: what ran is told', async () => {
    const { document } = await documentOf<SchemaDocument>('schema', 'staging.sql');
    assert.deepEqual([document.tables.length, document.ran?.length, document.ran?.[103]], [48, 104, lastRun]);
  });

  for (const on of ['after', 'final'] as const)
    it(`rerun --on ${on}: an answer for each of 242`, async () => {
      const { document } = await documentOf<RerunDocument>('rerun', '--on', on);
      assert.equal(document.migrations.length, 242);
      const priority = document.migrations.find((migration) => migration.name === first);
      assert.deepEqual(
        [priority?.outcome, priority?.serverError, priority?.line],
        ['error', duplicate('priority'), 17],
      );
      assert.ok(document.migrations.every(({ outcome }) => outcome !== 'unknown'));
    });

  it('appointments has its 43 indexes, and the six tables of tenants their foreign keys', async () => {
    const { document } = await analysis.schema('migrations', false);
    const table = (name: string) => document.tables.find((one) => one.name === name);
    assert.equal(table('appointments')?.indexes.length, 43);
    const keys =
      `notification_configurations policy_configurations callback_requests appointment_modifications
      callback_escalations appointment_modification_stats`.split(/\s+/);
    assert.deepEqual(
      keys.map((name) => table(name)?.foreignKeys.length),
      [1, 2, 5, 3, 4, 2],
    );
  });
});

/** Keys that a document must have, in each element of a list where the path names one. */
describe('the shapes that --json promises', function () {
  this.timeout(60_000);
  const shapes: readonly (readonly [command: string, path: string, keys: string])[] = [
    ['report', '', 'format expected actual completePercent missingTables extraTables differences families'],
    ['report', '', 'features rootCause unknown'],
    ['report', 'expected', 'source tables'],
    ['report', 'missingTables', 'name family critical impact createdBy why'],
    ['report', 'missingTables.createdBy', 'migration file line'],
    ['report', 'differences', 'table kind name expected actual createdBy certain'],
    ['report', 'families', 'name missing present impact'],
    ['report', 'features', 'name now after needs'],
    ['report', 'rootCause', 'migration serverError blocks'],
    ['report', 'rootCause.serverError', 'code sqlState message'],
    ['preflight --on staging.sql', '', 'format on ran pending fails collisions succeed neverAttempted'],
    ['preflight --on staging.sql', '', 'blockedTables maskedDrift unknown'],
    ['preflight --on staging.sql', 'fails', 'migration file line statement serverError leftBehind'],
    ['preflight --on staging.sql', 'collisions', 'migration file line statement serverError leftBehind'],
    ['lint', '', 'format findings'],
    [
      'lint',
      'findings',
      'rule severity file line column endLine endColumn migration method message statement',
    ],
    ['lint', 'findings', 'serverError fixes'],
    ['lint', 'findings.fixes', 'title proven edits'],
    ['lint', 'findings.fixes.edits', 'file'],
    ['rerun --on final', '', 'format on migrations'],
    ['rerun --on final', 'migrations', 'name outcome statements serverError line reason'],
    ['schema', '', 'format source server laravel tables views ran failed unknown'],
    ['schema', 'server', 'vendor version'],
    [
      'schema',
      'tables',
      'name kind engine charset collation comment columns indexes foreignKeys checks tainted',
    ],
    [
      'schema',
      'tables.columns',
      'name type nullable default autoIncrement onUpdate generated charset collation comment invisible definedBy',
    ],
    ['schema', 'tables.columns.definedBy', 'migration file line'],
    ['schema', 'tables.indexes', 'name kind columns'],
    ['schema', 'tables.foreignKeys', 'name columns references onDelete onUpdate'],
    ['schema', 'tables.foreignKeys.references', 'table columns'],
    ['schema', 'views', 'name sql'],
  ];
  const asked = async (command: string) => (await documentOf<object>(...command.split(' '))).document;
  for (const [command, path, keys] of shapes)
    it(`${command}: ${path || 'the document'}: ${keys}`, async () => {
      let found: unknown[] = [await asked(command)];
      for (const step of path.split('.').filter(Boolean))
        found = found.flatMap((each) => (each as Record<string, unknown>)[step] ?? []);
      assert.ok(found.length > 0, 'there is none');
      for (const each of found)
        for (const key of keys.split(' '))
          assert.ok(
            Object.hasOwn(each as object, key),
            `${key} is missing in ${JSON.stringify(each)?.slice(0, 200)}`,
          );
    });

  it('lint: an edit changes a text, makes a file or renames one', async () => {
    const { findings } = (await asked('lint')) as LintDocument;
    const keys = findings.flatMap(({ fixes }) =>
      fixes.flatMap(({ edits }) => edits.map((edit) => Object.keys(edit).join(' '))),
    );
    const shapes = ['file line column endLine endColumn text', 'file create', 'file renameTo'];
    assert.deepEqual(
      keys.filter((each) => !shapes.includes(each)),
      [],
    );
  });

  it('every document begins with the format', async () => {
    for (const command of ['report', 'lint', 'schema', 'rerun --on final', 'preflight --on staging.sql'])
      assert.equal(Object.entries((await asked(command)) as object)[0]?.join(), 'format,1', command);
  });
});
