import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/analysis/edits';
import { DEFAULT_SETTINGS } from '../../../src/project/settings';
import { createAnalysis } from '../../../src/worker/analysis';
import { appWith, createTable, dump, migration } from '../../support/tempApp';

const RULES = /^guard-/;
const LAMPS = '2026_01_01_000000_lamps';
const OWN = '2026_01_03_000000_own';
const FILE = `database/migrations/${OWN}.php`;

const lamps = `Schema::create('lamps', function (Blueprint $table) {
    $table->id();
    $table->string('name');
});`;
const column = (guard: string) => `if (${guard}) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->integer('priority')->default(1);
    });
}`;
const lampsWith = (...lines: string[]) =>
  createTable(
    'lamps',
    '`id` bigint unsigned NOT NULL AUTO_INCREMENT',
    '`name` varchar(255) NOT NULL',
    ...lines,
    'PRIMARY KEY (`id`)',
  );

interface Case {
  readonly title: string;
  readonly code: string;
  /** What staging has; null: nothing is compared with. */
  readonly staging: readonly string[] | null;
  readonly ran?: readonly string[];
  readonly more?: Readonly<Record<string, string>>;
  /** Rule and line in up(), with the message. */
  readonly found: readonly string[];
  /** up() after the first fix. */
  readonly fixed?: string;
}

const CASES: readonly Case[] = [
  {
    title: 'the column is there in another form',
    code: column("! Schema::hasColumn('lamps', 'priority')"),
    staging: [lampsWith('`priority` varchar(20) DEFAULT NULL')],
    found: [
      "guard-hides-drift 3: Where this will run, a guard passes over what is there already in table 'lamps': column 'lamps.priority' will differ or be missing",
    ],
  },
  {
    title: 'the column is there as the migration would make it',
    code: column("! Schema::hasColumn('lamps', 'priority')"),
    staging: [lampsWith("`priority` int NOT NULL DEFAULT '1'")],
    found: [],
  },
  {
    title: 'the column is not there',
    code: column("! Schema::hasColumn('lamps', 'priority')"),
    staging: [lampsWith()],
    found: [],
  },
  {
    title: 'the migration has run there: what differs is later drift',
    code: column("! Schema::hasColumn('lamps', 'priority')"),
    staging: [lampsWith('`priority` varchar(20) DEFAULT NULL')],
    ran: [LAMPS, OWN],
    found: [],
  },
  {
    title: 'nothing is compared with',
    code: column("! Schema::hasColumn('lamps', 'priority')"),
    staging: null,
    found: [],
  },
  {
    title: 'the table is there without some of its columns and keys',
    code: `if (! Schema::hasTable('shades')) {
    Schema::create('shades', function (Blueprint $table) {
        $table->id();
        $table->string('colour')->unique();
    });
}`,
    staging: [lampsWith(), createTable('shades')],
    found: [
      "guard-hides-drift 4: Where this will run, a guard passes over what is there already in table 'shades': column 'shades.colour', index 'shades.shades_colour_unique' will differ or be missing",
    ],
  },
  {
    title: 'a collision without a guard is no hidden drift',
    code: "Schema::create('shades', fn (Blueprint $table) => $table->uuid('id'));",
    staging: [lampsWith(), createTable('shades')],
    found: [],
  },
  {
    title: 'another pending migration before it has to do with the table',
    code: column("! Schema::hasColumn('lamps', 'priority')"),
    staging: [lampsWith('`priority` varchar(20) DEFAULT NULL')],
    more: {
      '2026_01_02_000000_drop':
        "if (Schema::hasColumn('lamps', 'priority')) {\n    Schema::table('lamps', fn (Blueprint $table) => $table->dropColumn('priority'));\n}",
    },
    found: [],
  },
  {
    title: 'the table is not there, so the column is not either',
    code: column("! Schema::hasColumn('lamps', 'priority')"),
    staging: [createTable('others')],
    found: [
      "guard-without-table 3: The table is not there where this will run, so the guard lets it through: 1146 Table 'laravel.lamps' doesn't exist",
    ],
  },
  {
    title: 'a guard that names another column than it protects',
    code: column("! Schema::hasColumn('lamps', 'priorty')"),
    staging: null,
    found: [
      "guard-mismatch 3: The guard asks for something else, so a second run stops here: 1060 Duplicate column name 'priority'",
    ],
    fixed: column("! Schema::hasColumn('lamps', 'priority')"),
  },
  {
    title: 'a guard that names another table than it protects',
    code: "if (! Schema::hasTable('shade')) {\n    Schema::create('shades', fn (Blueprint $table) => $table->id());\n}",
    staging: null,
    found: [
      "guard-mismatch 2: The guard asks for something else, so a second run stops here: 1050 Table 'shades' already exists",
    ],
    fixed:
      "if (! Schema::hasTable('shades')) {\n    Schema::create('shades', fn (Blueprint $table) => $table->id());\n}",
  },
  {
    title: 'a guard for what it rests on is no guard against a second run',
    code: column("Schema::hasTable('lamps')"),
    staging: null,
    found: [],
  },
];

describe('what guards do', () => {
  for (const { title, code, staging, ran = [LAMPS], more = {}, found, fixed } of CASES)
    it(title, async () => {
      const files: Readonly<Record<string, string>> = staging ? { 'staging.sql': dump(staging, ran) } : {};
      const app = appWith({ [LAMPS]: lamps, ...more, [OWN]: code }, files);
      const settings = { ...DEFAULT_SETTINGS, actual: staging ? 'staging.sql' : null };
      const linted = await createAnalysis(app.root, settings).lint(FILE);
      const findings = linted?.findings.filter(({ rule }) => RULES.test(rule)) ?? [];
      assert.deepEqual(
        findings.map(({ rule, line, message }) => `${rule} ${line - 12}: ${message}`),
        found,
      );
      const [fix] = findings.flatMap(({ fixes }) => fixes);
      assert.equal(fix && applyEdits(migration(code), fix.edits), fixed && migration(fixed));
    });
});
