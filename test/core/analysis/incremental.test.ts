import assert from 'node:assert/strict';
import { type KeptPreflight, preflight } from '../../../src/core/analysis/preflight';
import { type Replay, replay } from '../../../src/core/analysis/replay';
import { startWorld } from '../../../src/core/analysis/start';
import { listMigrations } from '../../../src/core/laravel/migrations';
import { parseServer } from '../../../src/core/schema/profiles';
import { getTable } from '../../../src/core/schema/tableMap';
import { generatedApp, type Numbers, numbers } from '../../support/generatedApp';
import { demoTexts, openTexts, plainSchema, plainTrace, plainWorld } from '../../support/texts';

const server = parseServer('mysql-8.4');
const MIGRATIONS = 'database/migrations';

/** Random edits of migrations, as people make them and as they do not. */
function edit(texts: Map<string, string>, original: ReadonlyMap<string, string>, next: Numbers): string {
  const files = [...texts.keys()].filter((path) => path.startsWith(`${MIGRATIONS}/`)).sort();
  const file = files[next(files.length)]!;
  const text = texts.get(file)!;
  const lines = text.split('\n');
  const written = lines.flatMap((line, i) => (/\$table->\w+\('/.test(line) ? [i] : []));
  const at = written[next(written.length || 1)];
  const set = (what: string, after: string) => {
    texts.set(file, after);
    return `${what} ${file}`;
  };
  switch (next(9)) {
    case 0:
      return set('comment at the end of', `${text}// seen\n`);
    case 1:
      return set('line in front in', text.replace('<?php', '<?php\n'));
    case 2:
      return set('line less in', lines.filter((_, i) => i !== at).join('\n'));
    case 3:
      if (at === undefined) return set('nothing in', text);
      lines.splice(at, 0, "            $table->string('edited_here')->nullable();");
      return set('line more in', lines.join('\n'));
    case 4:
      return set('another name in', text.replace(/'(\w+)'(?=\)|,)/, "'$1_edited'"));
    case 5:
      return set('broken text in', text.slice(0, next(text.length)));
    case 6: {
      texts.delete(file);
      return `without ${file}`;
    }
    case 7: {
      const name = `${file.slice(0, -4)}_again.php`;
      texts.set(name, texts.get(files[next(files.length)]!)!);
      return `new ${name}`;
    }
    default: {
      for (const [path, before] of original) if (next(2) === 0) texts.set(path, before);
      return 'half of all as they were';
    }
  }
}

function check(texts: Map<string, string>, seed: number, rounds: number): void {
  const next = numbers(seed);
  const original = new Map(texts);
  const app = openTexts(texts);
  const { world: start } = startWorld(app, server, false);
  let kept: Replay = replay(app, listMigrations(app), start);
  // Half of the migrations have run; the others meet a schema of their own.
  const ran = listMigrations(app)
    .filter((_, i) => i % 2 === 0)
    .map(({ name }) => name);
  const actual = kept.world;
  let ahead: KeptPreflight = preflight(app, listMigrations(app), ran, actual);
  const done: string[] = [];
  for (let round = 0; round < rounds; round++) {
    for (let n = 1 + next(2); n > 0; n--) done.push(edit(texts, original, next));
    const about = `seed ${seed}: ${done.join('; ')}`;
    const migrations = listMigrations(app);
    const sameFiles =
      kept.steps.length === migrations.length &&
      migrations.every(({ file }, i) => kept.steps[i]?.migration.file === file);
    // As an editor asks for one migration before it asks for all.
    if (sameFiles && next(2) === 0)
      kept = replay(app, migrations, start, {
        previous: kept,
        until: migrations[next(migrations.length)]!.file,
      });
    if (next(3) === 0) continue;
    kept = replay(app, migrations, start, { previous: kept });
    const fresh = replay(app, migrations, start);
    assert.deepEqual(
      kept.steps.map(({ trace }) => plainTrace(trace)),
      fresh.steps.map(({ trace }) => plainTrace(trace)),
      about,
    );
    assert.deepEqual(plainWorld(kept.world), plainWorld(fresh.world), about);
    for (let n = 0; n < 4; n++) {
      const at = next(migrations.length);
      const [mine, theirs] = [kept.steps[at]!, fresh.steps[at]!];
      assert.deepEqual(plainWorld(mine.before), plainWorld(theirs.before), about);
      assert.deepEqual(
        mine.trace.entries.map(({ before, after }) => [plainSchema(before), plainSchema(after)]),
        theirs.trace.entries.map(({ before, after }) => [plainSchema(before), plainSchema(after)]),
        about,
      );
    }
    ahead = preflight(app, migrations, ran, actual, ahead);
    const { runs: _, repaired, ...rest } = ahead;
    const { runs: __, repaired: freshlyRepaired, ...freshRest } = preflight(app, migrations, ran, actual);
    assert.deepEqual(rest, freshRest, about);
    assert.deepEqual(plainWorld(repaired), plainWorld(freshlyRepaired), about);
  }
}

describe('what is kept of a replay after edits is what a replay from the beginning gives', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

  it(`of the demo (SEED=${seed})`, function () {
    this.timeout(60_000);
    check(demoTexts(), seed, 3);
  });

  for (const count of [30, 120])
    it(`of ${count} generated migrations (SEED=${seed})`, function () {
      this.timeout(60_000);
      check(new Map(generatedApp(count, seed)), seed, 12);
    });
});

describe('after an edit', () => {
  const migration = (body: string) => `<?php
use Illuminate\\Database\\Migrations\\Migration;
use Illuminate\\Database\\Schema\\Blueprint;
use Illuminate\\Support\\Facades\\Schema;
return new class extends Migration { public function up() { ${body} } };`;
  const USERS = `${MIGRATIONS}/2024_01_01_000000_users.php`;
  const users = migration("Schema::create('users', function (Blueprint $table) { $table->id(); });");
  const texts = new Map([
    ['composer.json', '{}'],
    [USERS, users],
    [
      `${MIGRATIONS}/2024_01_02_000000_add.php`,
      migration("Schema::table('users', function (Blueprint $table) { $table->string('a'); });"),
    ],
    [
      `${MIGRATIONS}/2024_01_03_000000_guarded.php`,
      migration(
        "if (! Schema::hasColumn('users', 'b')) Schema::table('users', fn (Blueprint $table) => $table->string('b'));",
      ),
    ],
    [
      `${MIGRATIONS}/2024_01_04_000000_other.php`,
      migration("Schema::create('others', function (Blueprint $table) { $table->id(); });"),
    ],
  ]);
  const app = openTexts(texts);
  const { world: start } = startWorld(app, server, false);
  const run = (previous: Replay | null): Replay => replay(app, listMigrations(app), start, { previous });
  const statements = (of: Replay, at: number) =>
    of.steps[at]!.trace.entries.map(({ statement }) => statement);
  const columns = (of: Replay, at: number) => {
    const { schema } = of.steps[at]!.trace.world.connections.get('mysql')!;
    return getTable(schema.tables, 'users')!.columns.map(({ name, origin }) => [
      name,
      origin?.range.file.slice(-8),
    ]);
  };

  const first = run(null);
  texts.set(USERS, users.replace('$table->id();', "$table->id(); $table->string('b');"));
  const edited = run(first);
  texts.set(USERS, users);
  const undone = run(edited);

  it('the statements of what asks nothing are sent again as they are', () => {
    assert.equal(statements(edited, 1)[0], statements(first, 1)[0]);
    assert.deepEqual(columns(edited, 1), [
      ['id', 'sers.php'],
      ['b', 'sers.php'],
      ['a', '_add.php'],
    ]);
  });

  it('what asks for what has changed runs again', () => {
    assert.deepEqual(statements(edited, 2), []);
    assert.deepEqual(columns(edited, 2), columns(edited, 1));
  });

  it('what has to do with nothing of it is kept', () =>
    assert.equal(statements(edited, 3)[0], statements(first, 3)[0]));

  it('that is taken back everything is as it was, without being run', () => {
    for (const at of [0, 1, 2, 3]) assert.equal(statements(undone, at)[0], statements(first, at)[0]);
    assert.deepEqual(columns(undone, 3), columns(first, 3));
    assert.equal(undone.steps[3]!.trace, first.steps[3]!.trace);
  });
});
