import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/analysis/edits';
import { DEFAULT_SETTINGS } from '../../../src/project/settings';
import { createAnalysis } from '../../../src/worker/analysis';
import { appWith, migration } from '../../support/tempApp';

const BASE = '2026_01_01_000000_base';
const OWN = '2026_01_02_000000_own';
const FILE = `database/migrations/${OWN}.php`;

const base = `Schema::create('users', fn (Blueprint $table) => $table->id());
Schema::create('lamps', function (Blueprint $table) {
    $table->id();
    $table->string('name', 80)->nullable()->default('x')->comment("a lamp's")->index();
    $table->timestamp('seen')->nullable()->useCurrent();
    $table->foreignId('owner_id')->constrained('users')->cascadeOnDelete();
});`;

const method = (down: string) => `
    public function down(): void
    {
${down
  .split('\n')
  .map((line) => `        ${line}`)
  .join('\n')}
    }
`;

const lint = async (text: string) => {
  const app = appWith({ [BASE]: base, [OWN]: text });
  const { findings = [] } = (await createAnalysis(app.root, DEFAULT_SETTINGS).lint(FILE)) ?? {};
  return findings.filter((finding) => finding.rule.startsWith('down-'));
};

interface Case {
  readonly title: string;
  readonly up: string;
  readonly down: string | null;
  readonly found: readonly (readonly [rule: string, message: RegExp])[];
  /** The body of down() after the first finding's first fix; null: there is none. */
  readonly fixed?: string | null;
}

const CASES: readonly Case[] = [
  {
    title: 'what undoes everything is silent',
    up: "Schema::create('shades', fn (Blueprint $table) => $table->id());",
    down: "Schema::dropIfExists('shades');",
    found: [],
  },
  {
    title: 'no down() at all: a table',
    up: "Schema::create('shades', fn (Blueprint $table) => $table->id());",
    down: null,
    found: [['down-missing', /there is no down\(\)/]],
    fixed: "Schema::dropIfExists('shades');",
  },
  {
    title: 'no down() at all: tables whose keys came later than they',
    up: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->foreignId('room_id');
});
Schema::create('rooms', fn (Blueprint $table) => $table->id());
Schema::table('shades', fn (Blueprint $table) => $table->foreign('room_id')->references('id')->on('rooms'));`,
    down: null,
    found: [['down-missing', /there is no down\(\)/]],
    fixed: "Schema::dropIfExists('shades');\nSchema::dropIfExists('rooms');",
  },
  {
    title: 'an empty down(): columns, index and key',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->integer('watts');
    $table->string('room');
    $table->unique('room');
    $table->index(['room', 'name']);
    $table->foreignId('user_id')->constrained();
});`,
    down: '//',
    found: [['down-missing', /sends no statement/]],
    fixed: `Schema::table('lamps', function (Blueprint $table) {
    $table->dropForeign('lamps_user_id_foreign');
    $table->dropIndex('lamps_room_name_index');
    $table->dropColumn(['watts', 'room', 'user_id']);
});`,
  },
  {
    title: 'a dropped column comes back with all that it had, where it was',
    up: "Schema::table('lamps', fn (Blueprint $table) => $table->dropColumn('name'));",
    down: '',
    found: [['down-missing', /sends no statement/]],
    fixed: `Schema::table('lamps', function (Blueprint $table) {
    $table->string('name', 80)->nullable()->default('x')->comment('a lamp\\'s')->after('id');
    $table->index('name', 'lamps_name_index');
});`,
  },
  {
    title: 'a dropped table comes back',
    up: "Schema::drop('lamps');",
    down: '',
    found: [['down-missing', /sends no statement/]],
    fixed: `Schema::create('lamps', function (Blueprint $table) {
    $table->id();
    $table->string('name', 80)->nullable()->default('x')->comment('a lamp\\'s');
    $table->timestamp('seen')->nullable()->useCurrent();
    $table->unsignedBigInteger('owner_id');
    $table->index('name', 'lamps_name_index');
    $table->foreign('owner_id', 'lamps_owner_id_foreign')->references('id')->on('users')->onDelete('cascade');
});`,
  },
  {
    title: 'renames go back, the last one first',
    up: `Schema::rename('lamps', 'lights');
Schema::table('lights', fn (Blueprint $table) => $table->renameColumn('name', 'title'));
Schema::table('lights', fn (Blueprint $table) => $table->integer('watts'));`,
    down: '',
    found: [['down-missing', /sends no statement/]],
    fixed: `Schema::table('lights', function (Blueprint $table) {
    $table->dropColumn('watts');
});
Schema::table('lights', function (Blueprint $table) {
    $table->renameColumn('title', 'name');
});
Schema::rename('lights', 'lamps');`,
  },
  {
    title: 'a changed column is changed back',
    up: "Schema::table('lamps', fn (Blueprint $table) => $table->timestamp('seen')->change());",
    down: null,
    found: [['down-missing', /there is no down/]],
    fixed: `Schema::table('lamps', function (Blueprint $table) {
    $table->timestamp('seen')->nullable()->useCurrent()->change();
});`,
  },
  {
    title: 'an index that a foreign key needs: the server’s refusal, and the order that it takes',
    up: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->foreignId('lamp_id')->constrained()->index();
});
Schema::table('lamps', function (Blueprint $table) {
    $table->unsignedBigInteger('user_id')->index();
    $table->foreign('user_id')->references('id')->on('users');
});`,
    down: `Schema::table('lamps', function (Blueprint $table) {
    $table->dropIndex(['user_id']);
    $table->dropForeign(['user_id']);
    $table->dropColumn('user_id');
});
Schema::dropIfExists('shades');`,
    found: [['down-fails', /^Rollback stops here: 1553 Cannot drop index 'lamps_user_id_index'/]],
    fixed: `Schema::table('lamps', function (Blueprint $table) {
    $table->dropForeign(['user_id']);
    $table->dropIndex(['user_id']);
    $table->dropColumn('user_id');
});
Schema::dropIfExists('shades');`,
  },
  {
    title: 'tables dropped in an order that their keys forbid',
    up: `Schema::create('rooms', fn (Blueprint $table) => $table->id());
Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->foreignId('room_id')->constrained();
});`,
    down: `Schema::dropIfExists('rooms');
Schema::dropIfExists('shades');`,
    found: [['down-fails', /^Rollback stops here: 3730 Cannot drop table 'rooms'/]],
    fixed: `Schema::dropIfExists('shades');
Schema::dropIfExists('rooms');`,
  },
  {
    title: 'something is left',
    up: `Schema::create('shades', fn (Blueprint $table) => $table->id());
Schema::table('lamps', fn (Blueprint $table) => $table->integer('watts'));`,
    down: "Schema::dropIfExists('shades');",
    found: [['down-leaves', /^Rollback leaves column 'lamps.watts' behind$/]],
    fixed: `Schema::dropIfExists('shades');
Schema::table('lamps', function (Blueprint $table) {
    $table->dropColumn('watts');
});`,
  },
  {
    title: 'what up() did not make is taken away',
    up: "Schema::table('lamps', fn (Blueprint $table) => $table->integer('watts'));",
    down: "Schema::dropIfExists('lamps');",
    found: [['down-destroys', /^Rollback takes away what up\(\) did not make: table 'lamps'$/]],
  },
  {
    title: 'a column that comes back elsewhere is back',
    up: "Schema::table('lamps', fn (Blueprint $table) => $table->dropColumn('seen'));",
    down: "Schema::table('lamps', fn (Blueprint $table) => $table->timestamp('seen')->nullable()->useCurrent());",
    found: [],
  },
  {
    title: 'rows only: nothing to undo',
    up: "DB::table('users')->insert(['id' => 1]);",
    down: null,
    found: [],
  },
];

const textOf = ({ up, down }: Pick<Case, 'up' | 'down'>) => migration(up, down === null ? '' : method(down));

describe('rollback', () => {
  for (const { title, found, fixed, ...code } of CASES)
    it(title, async () => {
      const text = textOf(code);
      const findings = await lint(text);
      assert.deepEqual(
        findings.map(({ rule, message }, i) => [rule, found[i]?.[1].test(message) ? 'ok' : message]),
        found.map(([rule]) => [rule, 'ok']),
      );
      if (fixed === undefined) return;
      const [fix] = findings.flatMap((finding) => finding.fixes);
      if (fixed === null) return assert.equal(fix, undefined);
      assert.equal(fix?.proven, true);
      const edited = applyEdits(text, fix?.edits ?? []);
      assert.equal(
        edited,
        code.down === null
          ? migration(code.up).replace(/\n};\n$/, `\n${method(fixed)}};\n`)
          : textOf({ ...code, down: fixed }),
      );
      assert.deepEqual(await lint(edited), []);
    });
});
