import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/analysis/edits';
import type { Fix } from '../../../src/core/analysis/results';
import { DEFAULT_SETTINGS } from '../../../src/project/settings';
import { createAnalysis } from '../../../src/worker/analysis';
import { appWith, type TempApp } from '../../support/tempApp';

const BASE = '2026_01_01_000000_base';
const OWN = '2026_01_02_235958_own';
const FOLDER = 'database/migrations';

const base = `Schema::create('users', fn (Blueprint $table) => $table->id());
Schema::create('lamps', function (Blueprint $table) {
    $table->id();
    $table->string('name')->index();
    $table->foreignId('owner_id')->constrained('users');
});`;

interface Case {
  readonly title: string;
  readonly up: string;
  readonly down?: string;
  readonly name?: string;
  readonly laravel?: string;
  /** Other migrations by name. */
  readonly others?: Readonly<Record<string, string>>;
  /** Name of each file to its up() and down(); null: no such fix. */
  readonly parts: Readonly<Record<string, readonly [up: string, down: string | null]>> | null;
}

const indented = (code: string) => code.replace(/^(?=.)/gm, '        ');

const fileOf = (
  { up, down }: Pick<Case, 'up' | 'down'>,
  head = 'return new class extends Migration',
  end = '};',
) => `<?php

use Illuminate\\Database\\Migrations\\Migration;
use Illuminate\\Database\\Schema\\Blueprint;
use Illuminate\\Support\\Facades\\DB;
use Illuminate\\Support\\Facades\\Schema;

${head}
{
    public function up(): void
    {
${indented(up)}
    }
${down === undefined ? '' : `\n    public function down(): void\n    {\n${indented(down)}\n    }\n`}${end}
`;

/** The body of a method, outdented; null where there is none. */
function bodyOf(text: string, method: string): string | null {
  const lines = text.split(/\r?\n/);
  const from = lines.findIndex((line) => line.includes(`function ${method}()`)) + 2;
  const to = lines.findIndex((line, i) => i >= from && /^(?: {4}|\t)\}$/.test(line));
  const body = lines.slice(from, to).map((line) => line.replace(/^ {8}/, ''));
  return from < 2 ? null : body.join('\n');
}

const analysed = (app: TempApp, policy = {}) =>
  createAnalysis(app.root, { ...DEFAULT_SETTINGS, policy: { ...DEFAULT_SETTINGS.policy, ...policy } });

/** The fix that makes files, of the first finding that has one. */
async function splitIn(app: TempApp, name: string): Promise<Fix | undefined> {
  const found = await analysed(app).lint(`${FOLDER}/${name}.php`);
  assert.equal(found?.problem, null);
  const fixes = (found?.findings ?? [])
    .filter(({ rule }) => rule.startsWith('resume'))
    .flatMap((one) => one.fixes);
  return fixes.find(({ edits }) => edits.some((edit) => 'create' in edit));
}

/** All texts after a fix, by file name without `.php`. */
function applied(app: TempApp, name: string, { edits }: Fix): Readonly<Record<string, string>> {
  const own = applyEdits(app.read(`${FOLDER}/${name}.php`), edits);
  const made = edits.flatMap((edit) => ('create' in edit ? [[nameOf(edit.file), edit.create]] : []));
  return { [name]: own, ...Object.fromEntries(made) };
}

const nameOf = (file: string) => /([^/]+)\.php$/.exec(file)![1]!;

const CASES: readonly Case[] = [
  {
    title:
      'one guard around a column and its index: each in a file, with its own guard and its part of down()',
    up: `if (! Schema::hasColumn('lamps', 'room')) {
    Schema::table('lamps', function (Blueprint $table) {
        // where it hangs
        $table->string('room')->nullable();
        $table->index('room'); // for searches
    });
}`,
    down: `Schema::table('lamps', function (Blueprint $table) {
    $table->dropIndex(['room']);
    $table->dropColumn('room');
});`,
    parts: {
      [OWN]: [
        `Schema::table('lamps', function (Blueprint $table) {
    // where it hangs
    if (! Schema::hasColumn('lamps', 'room')) {
        $table->string('room')->nullable();
    }
});`,
        `Schema::table('lamps', function (Blueprint $table) {
    $table->dropColumn('room');
});`,
      ],
      '2026_01_02_235959_add_room_index_to_lamps_table': [
        `Schema::table('lamps', function (Blueprint $table) {
    if (! Schema::hasIndex('lamps', 'lamps_room_index')) {
        $table->index('room');
    } // for searches
});`,
        `Schema::table('lamps', function (Blueprint $table) {
    $table->dropIndex(['room']);
});`,
      ],
    },
  },
  {
    title: 'a key dropped and made anew: guards, which each file alone needs',
    up: `// The old one has no rule.
Schema::table('lamps', fn (Blueprint $table) => $table->dropForeign(['owner_id']));

Schema::table('lamps', fn (Blueprint $table) => $table->foreign('owner_id')->references('id')->on('users')->cascadeOnDelete());`,
    down: `Schema::table('lamps', fn (Blueprint $table) => $table->dropForeign(['owner_id']));
Schema::table('lamps', fn (Blueprint $table) => $table->foreign('owner_id')->references('id')->on('users'));`,
    parts: {
      [OWN]: [
        `// The old one has no rule.
if (collect(Schema::getForeignKeys('lamps'))->contains('name', 'lamps_owner_id_foreign')) {
    Schema::table('lamps', fn (Blueprint $table) => $table->dropForeign(['owner_id']));
}`,
        `Schema::table('lamps', fn (Blueprint $table) => $table->foreign('owner_id')->references('id')->on('users'));`,
      ],
      '2026_01_02_235959_add_owner_id_foreign_to_lamps_table': [
        `if (! collect(Schema::getForeignKeys('lamps'))->contains('name', 'lamps_owner_id_foreign')) {
    Schema::table('lamps', fn (Blueprint $table) => $table->foreign('owner_id')->references('id')->on('users')->cascadeOnDelete());
}`,
        `Schema::table('lamps', fn (Blueprint $table) => $table->dropForeign(['owner_id']));`,
      ],
    },
  },
  {
    title: 'a new table and its keys; down() of the keys is written from what they are',
    name: '2026_01_02_000000_own',
    up: `if (! Schema::hasTable('shades')) {
    Schema::create('shades', function (Blueprint $table) {
        $table->id();
        $table->foreignId('lamp_id')->constrained()->cascadeOnDelete(); // whose
        $table->string('colour')->unique();
    });
}`,
    down: "Schema::dropIfExists('shades');",
    parts: {
      '2026_01_02_000000_own': [
        `if (! Schema::hasTable('shades')) {
    Schema::create('shades', function (Blueprint $table) {
        $table->id();
        $table->foreignId('lamp_id'); // whose
        $table->string('colour');
    });
}`,
        "Schema::dropIfExists('shades');",
      ],
      '2026_01_02_000001_add_lamp_id_foreign_to_shades_table': [
        `Schema::table('shades', function (Blueprint $table) {
    if (! collect(Schema::getForeignKeys('shades'))->contains('name', 'shades_lamp_id_foreign')) {
        $table->foreign('lamp_id')->references('id')->on('lamps')->cascadeOnDelete();
    }
});`,
        `Schema::table('shades', function (Blueprint $table) {
    $table->dropForeign('shades_lamp_id_foreign');
    $table->dropIndex('shades_lamp_id_foreign');
});`,
      ],
      '2026_01_02_000002_add_colour_unique_to_shades_table': [
        `Schema::table('shades', function (Blueprint $table) {
    if (! Schema::hasIndex('shades', 'shades_colour_unique')) {
        $table->unique('colour');
    }
});`,
        `Schema::table('shades', function (Blueprint $table) {
    $table->dropUnique('shades_colour_unique');
});`,
      ],
    },
  },
  {
    title: 'values go into the files that use them; there is no down() to divide',
    name: '2026_01_02_000000_own',
    up: `$lamps = 'lamps';
$users = 'users';
Schema::table($lamps, function (Blueprint $table) {
    $table->dropForeign(['owner_id']);
});
Schema::table($lamps, function (Blueprint $table) use ($users) {
    $table->foreign('owner_id')->references('id')->on($users)->cascadeOnDelete();
});`,
    parts: {
      '2026_01_02_000000_own': [
        `$lamps = 'lamps';
if (collect(Schema::getForeignKeys($lamps))->contains('columns', ['owner_id'])) {
    Schema::table($lamps, function (Blueprint $table) {
        $table->dropForeign(['owner_id']);
    });
}`,
        null,
      ],
      '2026_01_02_000001_add_owner_id_foreign_to_lamps_table': [
        `$lamps = 'lamps';
$users = 'users';
if (! collect(Schema::getForeignKeys($lamps))->contains('columns', ['owner_id'])) {
    Schema::table($lamps, function (Blueprint $table) use ($users) {
        $table->foreign('owner_id')->references('id')->on($users)->cascadeOnDelete();
    });
}`,
        null,
      ],
    },
  },
  {
    title: 'values read from rows are left to no other file',
    up: `$ids = DB::table('users')->pluck('id');
Schema::table('lamps', fn (Blueprint $table) => $table->dropForeign(['owner_id']));
Schema::table('lamps', fn (Blueprint $table) => $table->foreign('owner_id')->references('id')->on('users')->cascadeOnDelete());`,
    parts: null,
  },
  {
    title: 'a loop stays whole, so there is nothing to divide',
    up: `foreach (['cascade', 'restrict'] as $rule) {
    Schema::table('lamps', fn (Blueprint $table) => $table->dropForeign(['owner_id']));
    Schema::table('lamps', fn (Blueprint $table) => $table->foreign('owner_id')->references('id')->on('users')->onDelete($rule));
}`,
    parts: null,
  },
  {
    title: 'no room before the next migration',
    others: { '2026_01_02_235959_a': "Schema::create('rooms', fn (Blueprint $table) => $table->id());" },
    up: `Schema::table('lamps', fn (Blueprint $table) => $table->dropForeign(['owner_id']));
Schema::table('lamps', fn (Blueprint $table) => $table->foreign('owner_id')->references('id')->on('users')->cascadeOnDelete());`,
    parts: null,
  },
];

describe('a migration split into one for each statement', () => {
  for (const { title, name = OWN, others = {}, laravel, parts, ...code } of CASES)
    it(title, async () => {
      const app = appWith({ [BASE]: base, ...others, [name]: fileOf(code) }, {}, laravel);
      const fix = await splitIn(app, name);
      if (!parts) return assert.equal(fix?.title, undefined);
      assert.ok(fix?.proven);
      const texts = applied(app, name, fix);
      assert.deepEqual(
        Object.fromEntries(
          Object.entries(texts).map(([key, text]) => [key, [bodyOf(text, 'up'), bodyOf(text, 'down')]]),
        ),
        parts,
      );
      for (const [key, text] of Object.entries(texts)) app.write(`${FOLDER}/${key}.php`, text);
      const after = analysed(app);
      for (const key of Object.keys(texts)) {
        const left = (await after.lint(`${FOLDER}/${key}.php`))?.findings ?? [];
        assert.deepEqual(
          left.filter(({ method }) => method === 'up').map(({ message }) => message),
          [],
        );
      }
    });

  const twice = CASES[1]!;

  it('a named class gets the name that Laravel expects, and imports that nobody needs stay behind', async () => {
    const text = fileOf(twice, 'class Own extends Migration', '}');
    const app = appWith({ [BASE]: base, [OWN]: text });
    const texts = applied(app, OWN, (await splitIn(app, OWN))!);
    assert.match(texts[OWN]!, /^class Own extends Migration$/m);
    const made = texts['2026_01_02_235959_add_owner_id_foreign_to_lamps_table']!;
    assert.match(made, /^class AddOwnerIdForeignToLampsTable extends Migration$/m);
    assert.ok(
      made.includes('use Illuminate\\Support\\Facades\\DB;'),
      'what the whole did not need, either, stays',
    );
  });

  it('keeps tabs and the ends of lines', async () => {
    const text = fileOf(twice).replace(/ {4}/g, '\t').replace(/\n/g, '\r\n');
    const app = appWith({ [BASE]: base, [OWN]: text });
    const texts = Object.values(applied(app, OWN, (await splitIn(app, OWN))!));
    assert.equal(texts.length, 2);
    for (const each of texts) assert.ok(!/ {4}|[^\r]\n/.test(each), each);
  });

  it('is not offered where a helper method is shared', async () => {
    const helper = '    private function name(): string { return "lamps"; }\n};';
    const text = fileOf(twice, undefined, helper);
    const app = appWith({ [BASE]: base, [OWN]: text });
    assert.equal(await splitIn(app, OWN), undefined);
  });

  it('lint --fix writes guards, and makes no files', async () => {
    const app = appWith({ [BASE]: base, [OWN]: fileOf(CASES[0]!) });
    await app.cli('lint', '--fix');
    const migrations = analysed(app).migrationFiles();
    assert.deepEqual(migrations, [`${FOLDER}/${BASE}.php`, `${FOLDER}/${OWN}.php`]);
    assert.match(app.read(`${FOLDER}/${OWN}.php`), /hasIndex/);
  });
});
