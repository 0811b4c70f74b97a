/** The next number, below the one given. */
export type Numbers = (below: number) => number;

/** A source of numbers below `below` that depends on nothing but the seed. (mulberry32) */
export function numbers(seed: number): Numbers {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const NOUNS =
  `account address article asset booking branch campaign category channel comment company contact contract
coupon customer delivery device discount document event feature file group image invoice item job key label lead lesson
license location log member message note notice offer order package page partner payment permission plan product
profile project quote rate region report review role room schedule section service session setting shift shipment
source stage station stock supplier survey tag task team template ticket topic user vehicle vendor visit voucher`
    .split(/\s+/)
    .filter((noun) => noun !== 'user');

const plural = (noun: string) =>
  noun.endsWith('y')
    ? `${noun.slice(0, -1)}ies`
    : noun.endsWith('s') || noun.endsWith('ch')
      ? `${noun}es`
      : `${noun}s`;

/** Columns as migrations write them: the method with its arguments, and what may follow. */
const COLUMNS: readonly (readonly [string, string, readonly string[]])[] = [
  ['string', '', ['nullable()', "default('')", '']],
  ['string', ', 100', ['nullable()', '', 'unique()']],
  ['text', '', ['nullable()', '']],
  ['integer', '', ['default(0)', 'nullable()', 'unsigned()->default(0)']],
  ['unsignedBigInteger', '', ['nullable()', 'nullable()->index()']],
  ['boolean', '', ['default(false)', 'default(true)']],
  ['decimal', ', 10, 2', ['default(0)', 'nullable()']],
  ['timestamp', '', ['nullable()', 'nullable()->index()']],
  ['date', '', ['nullable()']],
  ['json', '', ['nullable()']],
  ['enum', ", ['draft', 'open', 'closed']", ["default('draft')"]],
];
const ADJECTIVES =
  `active billing code current default display due email external first internal kind label last legal
level limit local main master max min mode name number origin phone position price primary public rank reason remote
score second short size slug sort start state status stop summary title total type url value weight zip`.split(
    /\s+/,
  );

/** A row of InnoDB has an end: tables that have grown so far are left alone. */
const MOST_COLUMNS = 40;

interface Grown {
  readonly name: string;
  /** Plain texts, which may be renamed, changed and dropped. */
  readonly columns: string[];
  readonly used: Set<string>;
  readonly indexed: Set<string>;
}

/** What a method does: its body, and the properties before it. */
type Up = string | { readonly before: string; readonly body: string };

/**
 * The migrations of an application of any size, file names to texts: the same seed and size give the same. The mix is
 * that of grown applications: new tables with foreign keys, columns added later (some behind a guard), indexes, renames
 * and changes, loops over tables, data. All of them succeed on an empty database.
 */
export function generateMigrations(count: number, seed = 1): ReadonlyMap<string, string> {
  const next = numbers(seed);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;
  const users: Grown = {
    name: 'users',
    columns: ['name'],
    used: new Set(['id', 'name', 'email', 'password']),
    indexed: new Set(),
  };
  const tables = [users];
  const names = new Set(['users', 'settings']);
  const files = new Map<string, string>();
  let day = 0;
  const add = (title: string, up: Up, down: string) => {
    const date = new Date(Date.UTC(2015, 0, 1) + day * 36e5 * 7).toISOString();
    day += 1;
    const stamp = `${date.slice(0, 10).replaceAll('-', '_')}_${date.slice(11, 19).replaceAll(':', '')}`;
    files.set(`${stamp}_${title}.php`, migration(up, down));
  };
  const freshColumn = (table: Grown) => {
    let name = '';
    do name = `${pick(ADJECTIVES)}_${pick(NOUNS)}`;
    while (table.used.has(name));
    table.used.add(name);
    return name;
  };
  const columnLine = (table: Grown, isLater: boolean) => {
    const name = freshColumn(table);
    const [method, args, endings] = pick(COLUMNS);
    const ending = pick(endings.filter((each) => !isLater || !each.includes('unique')));
    if (method === 'string' && !ending.includes('unique')) table.columns.push(name);
    return `$table->${method}('${name}'${args})${ending ? `->${ending}` : ''};`;
  };
  const newTable = (): Grown => {
    let name = '';
    do name = next(3) === 0 ? plural(pick(NOUNS)) : `${pick(NOUNS)}_${plural(pick(NOUNS))}`;
    while (names.has(name) && next(4) > 0);
    if (names.has(name)) name = unusedName(name, names);
    names.add(name);
    return { name, columns: [], used: new Set(['id']), indexed: new Set() };
  };
  /** A table to change; that of the users is full some day. */
  const any = (): Grown =>
    tables[users.used.size > MOST_COLUMNS ? 1 + next(tables.length - 1) : next(tables.length)]!;
  const parent = () => (next(3) === 0 ? users : pick(tables));

  const kinds: Record<string, () => void> = {
    create() {
      const table = newTable();
      const lines = ['$table->id();'];
      for (let n = next(3); n > 0; n--) {
        const to = parent();
        const column = `${pick(NOUNS)}_${pick(['id', 'owner_id', 'ref_id'])}`;
        if (table.used.has(column)) continue;
        table.used.add(column);
        const rule = pick(['->cascadeOnDelete()', '->nullOnDelete()', '']);
        lines.push(`$table->foreignId('${column}')->nullable()->constrained('${to.name}')${rule};`);
      }
      for (let n = 3 + next(9); n > 0; n--) lines.push(columnLine(table, false));
      lines.push('$table->timestamps();');
      if (next(3) === 0) lines.push('$table->softDeletes();');
      if (table.columns.length > 1 && next(2) === 0)
        lines.push('', `$table->index(['${table.columns[0]}'], '${shortName(table.name)}_first_index');`);
      tables.push(table);
      add(
        `create_${table.name}_table`,
        schema('create', table.name, lines),
        `        Schema::dropIfExists('${table.name}');`,
      );
    },
    columns() {
      const table = any();
      const before = table.used.size;
      const lines = Array.from({ length: 1 + next(3) }, () => columnLine(table, true));
      const added = [...table.used].slice(before);
      const drop = schema('table', table.name, [`$table->dropColumn(['${added.join("', '")}']);`]);
      const title = `add_${added[0]}_to_${table.name}_table`;
      if (next(4) > 0) return add(title, schema('table', table.name, lines), drop);
      const guard = `        if (! Schema::hasColumn('${table.name}', '${added[0]}')) {`;
      return add(title, `${guard}\n${indent(schema('table', table.name, lines))}\n        }`, drop);
    },
    index() {
      const table = any();
      const column = table.columns[next(table.columns.length || 1)];
      if (!column || table.indexed.has(column)) return kinds.columns!();
      table.indexed.add(column);
      const name = `${shortName(table.name)}_${column}_idx`;
      return add(
        `index_${column}_on_${table.name}_table`,
        schema('table', table.name, [`$table->index('${column}', '${name}');`]),
        schema('table', table.name, [`$table->dropIndex('${name}');`]),
      );
    },
    foreign() {
      const table = any();
      const to = parent();
      const column = freshColumn(table);
      add(
        `add_${column}_reference_to_${table.name}_table`,
        schema('table', table.name, [
          `$table->foreignId('${column}')->nullable()->constrained('${to.name}')->nullOnDelete();`,
        ]),
        schema('table', table.name, [`$table->dropConstrainedForeignId('${column}');`]),
      );
    },
    rename() {
      const table = any();
      const at = table.columns.findIndex((column) => !table.indexed.has(column));
      if (at < 0 || table === users) return kinds.columns!();
      const from = table.columns[at]!;
      const to = freshColumn(table);
      table.columns[at] = to;
      return add(
        `rename_${from}_on_${table.name}_table`,
        schema('table', table.name, [`$table->renameColumn('${from}', '${to}');`]),
        schema('table', table.name, [`$table->renameColumn('${to}', '${from}');`]),
      );
    },
    change() {
      const table = any();
      const column = table.columns.find((each) => !table.indexed.has(each));
      if (!column || table === users) return kinds.columns!();
      return add(
        `widen_${column}_on_${table.name}_table`,
        schema('table', table.name, [`$table->string('${column}', 191)->nullable()->change();`]),
        '',
      );
    },
    drop() {
      const table = any();
      const at = table.columns.findIndex((column) => !table.indexed.has(column));
      if (at < 0 || table === users || table.columns.length < 3) return kinds.columns!();
      const [column] = table.columns.splice(at, 1);
      return add(
        `drop_${column}_from_${table.name}_table`,
        schema('table', table.name, [`$table->dropColumn('${column}');`]),
        schema('table', table.name, [`$table->string('${column}')->nullable();`]),
      );
    },
    loop() {
      const some = [...new Set([any(), any(), any()])];
      let column = '';
      do column = `${pick(ADJECTIVES)}_by_${pick(NOUNS)}`;
      while (some.some((table) => table.used.has(column)));
      for (const table of some) table.used.add(column);
      const list = some.map(({ name }) => `'${name}'`).join(', ');
      const lines = (body: string) => `        foreach ($this->tables as $name) {
            Schema::table($name, function (Blueprint $table) use ($name) {
                ${body}
            });
        }`;
      add(
        `add_${column}_to_several_tables`,
        {
          before: `    /** @var string[] */\n    private array $tables = [${list}];\n\n`,
          body: lines(`if (! Schema::hasColumn($name, '${column}')) {
                    $table->unsignedInteger('${column}')->nullable()->after('id');
                }`),
        },
        lines(`$table->dropColumn('${column}');`),
      );
    },
    data() {
      const key = `${pick(ADJECTIVES)}.${pick(NOUNS)}.${files.size}`;
      add(
        `insert_setting_${key.replaceAll('.', '_')}`,
        `        foreach (['${key}' => '${next(100)}', '${key}.limit' => null] as $key => $value) {
            if (DB::table('settings')->where('key', $key)->doesntExist()) {
                DB::table('settings')->insert([
                    'key' => $key,
                    'value' => $value,
                    'created_at' => now(),
                    'updated_at' => now(),
                ]);
            }
        }`,
        `        DB::table('settings')->where('key', 'like', '${key}%')->delete();`,
      );
    },
    raw() {
      const table = any();
      const column = freshColumn(table);
      add(
        `alter_${table.name}_for_${column}`,
        `        DB::statement("ALTER TABLE \`${table.name}\` ADD COLUMN \`${column}\` SMALLINT UNSIGNED NOT NULL DEFAULT 0");`,
        `        DB::statement("ALTER TABLE \`${table.name}\` DROP COLUMN \`${column}\`");`,
      );
    },
  };

  add(
    'create_users_table',
    schema('create', 'users', [
      '$table->id();',
      "$table->string('name');",
      "$table->string('email')->unique();",
      "$table->timestamp('email_verified_at')->nullable();",
      "$table->string('password');",
      '$table->rememberToken();',
      '$table->timestamps();',
    ]),
    "        Schema::dropIfExists('users');",
  );
  add(
    'create_settings_table',
    schema('create', 'settings', [
      '$table->id();',
      "$table->string('key')->unique();",
      "$table->text('value')->nullable();",
      '$table->timestamps();',
    ]),
    "        Schema::dropIfExists('settings');",
  );
  const mix = Object.entries({
    ...{
      create: 38,
      columns: 30,
      index: 7,
      foreign: 6,
      rename: 3,
      change: 5,
      drop: 4,
      loop: 2,
      data: 3,
      raw: 2,
    },
  }).flatMap(([kind, parts]) => Array(parts).fill(kind));
  while (files.size < count) {
    const wanted = tables.length < 8 ? 'create' : pick(mix);
    for (let i = tables.length - 1; i > 0; i--) if (tables[i]!.used.size > MOST_COLUMNS) tables.splice(i, 1);
    kinds[wanted]!();
  }
  return files;
}

function unusedName(name: string, names: ReadonlySet<string>): string {
  let n = 2;
  while (names.has(`${name}_${n}`)) n++;
  return `${name}_${n}`;
}

const shortName = (table: string) => table.slice(0, 24);

const indent = (text: string) =>
  text
    .split('\n')
    .map((line) => (line ? `    ${line}` : line))
    .join('\n');

function schema(method: string, table: string, lines: readonly string[]): string {
  const body = lines.map((line) => (line ? `            ${line}` : '')).join('\n');
  return `        Schema::${method}('${table}', function (Blueprint $table) {\n${body}\n        });`;
}

function migration(up: Up, down: string): string {
  const { before, body } = typeof up === 'string' ? { before: '', body: up } : up;
  return `<?php

use Illuminate\\Database\\Migrations\\Migration;
use Illuminate\\Database\\Schema\\Blueprint;
use Illuminate\\Support\\Facades\\DB;
use Illuminate\\Support\\Facades\\Schema;

return new class extends Migration
{
${before}    /**
     * Run the migrations.
     */
    public function up(): void
    {
${body}
    }

    /**
     * Reverse the migrations.
     */
    public function down(): void
    {
${down}
    }
};
`;
}

const COMPOSER = {
  name: 'generated/application',
  require: { php: '^8.2', 'laravel/framework': '^11.0' },
  autoload: { 'psr-4': { 'App\\': 'app/' } },
};

/** The files of an application with so many migrations: path to text. */
export function generatedApp(count: number, seed = 1): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    ['composer.json', `${JSON.stringify(COMPOSER, null, 2)}\n`],
    ['artisan', "<?php\n\nrequire __DIR__ . '/vendor/autoload.php';\n"],
  ]);
  for (const [name, text] of generateMigrations(count, seed)) files.set(`database/migrations/${name}`, text);
  return files;
}
