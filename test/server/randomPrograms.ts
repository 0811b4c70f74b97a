import { type Random, randomFrom } from './random';

/*
 * Random migrations: what people write with Schema and Blueprint, over a few names, so that it often collides. A
 * program is the bodies of several `up()`, to be run one after the other. It depends on the seed alone: real Laravel
 * runs the same ones.
 */

export interface ProgramOptions {
  /** The Laravel's major version: what it has not is not written. */
  readonly laravel: number;
  /** Leaves out what only a database can be asked. */
  readonly changes: boolean;
}

interface Writer {
  readonly r: Random;
  readonly laravel: number;
  readonly changes: boolean;
  /** The tables that the program has probably made, with their columns. */
  readonly tables: Map<string, string[]>;
}

const TABLES = ['users', 'posts', 'teams', 'tags', 'order_items'];
const COLUMNS = [
  'name',
  'email',
  'title',
  'body',
  'age',
  'price',
  'active',
  'slug',
  'kind',
  'meta',
  'starts_at',
];

const php = (value: string) => `'${value.replaceAll("'", "\\'")}'`;
const phpList = (values: readonly string[]) => `[${values.map(php).join(', ')}]`;

/** The bodies of the `up()` of several migrations. */
export function randomProgram(seed: number, length: number, options: ProgramOptions): readonly string[] {
  const writer: Writer = { r: randomFrom(seed), ...options, tables: new Map() };
  return Array.from({ length }, () => migration(writer));
}

function migration(w: Writer): string {
  const count = w.r.way([
    [5, () => 1],
    [3, () => 2],
    [1, () => 3],
  ]);
  return Array.from({ length: count }, () => call(w)).join('\n');
}

function someTable({ r, tables }: Writer): string {
  const names = [...tables.keys()];
  return names.length && r.chance(0.92) ? r.pick(names) : r.pick(TABLES);
}

function someColumn({ r, tables }: Writer, table: string): string {
  const columns = tables.get(table) ?? [];
  return columns.length && r.chance(0.92) ? r.pick(columns) : r.pick(COLUMNS);
}

function call(w: Writer): string {
  const { r, tables } = w;
  const create = () => {
    const free = TABLES.filter((name) => !tables.has(name));
    const table = free.length && r.chance(0.9) ? r.pick(free) : r.pick(TABLES);
    const isNew = !tables.has(table);
    const columns: string[] = [];
    if (isNew) tables.set(table, columns);
    const lines = Array.from({ length: 2 + r.below(6) }, (_, i) =>
      i === 0 ? first(w, columns) : line(w, table, columns, true),
    );
    const body = `Schema::create(${php(table)}, function (Blueprint $table) {\n    ${lines.join('\n    ')}\n});`;
    return r.chance(0.15) ? `if (! Schema::hasTable(${php(table)})) {\n${body}\n}` : body;
  };
  if (tables.size === 0) return create();
  return r.way([
    [tables.size < 3 ? 8 : 3, create],
    [12, () => change(w)],
    [1, () => rename(w)],
    [1, () => drop(w)],
    [0.5, () => `Schema::dropColumns(${php(someTable(w))}, ${phpList([someColumn(w, someTable(w))])});`],
    [
      0.5,
      () => `Schema::disableForeignKeyConstraints();\n${drop(w)}\nSchema::enableForeignKeyConstraints();`,
    ],
  ]);
}

function change(w: Writer): string {
  const { r } = w;
  const table = someTable(w);
  const columns = w.tables.get(table) ?? [];
  const lines = Array.from(
    {
      length: r.way([
        [5, () => 1],
        [3, () => 2],
        [1, () => 4],
      ]),
    },
    () => (r.chance(0.5) ? line(w, table, columns, false) : command(w, table, columns)),
  );
  const guard = columns.length ? r.pick(columns) : 'name';
  const body = `Schema::table(${php(table)}, function (Blueprint $table) {\n    ${lines.join('\n    ')}\n});`;
  return r.way([
    [12, () => body],
    [1, () => `if (! Schema::hasColumn(${php(table)}, ${php(r.pick(COLUMNS))})) {\n${body}\n}`],
    [1, () => `if (Schema::hasColumn(${php(table)}, ${php(guard)})) {\n${body}\n}`],
    [1, () => `if (Schema::hasTable(${php(table)})) {\n${body}\n}`],
    [1, () => `try {\n${body}\n} catch (\\Illuminate\\Database\\QueryException $e) {\n}`],
  ]);
}

function rename(w: Writer): string {
  const from = someTable(w);
  const to = w.r.pick(TABLES);
  const columns = w.tables.get(from);
  if (columns && !w.tables.has(to)) {
    w.tables.delete(from);
    w.tables.set(to, columns);
  }
  return `Schema::rename(${php(from)}, ${php(to)});`;
}

function drop(w: Writer): string {
  const table = someTable(w);
  w.tables.delete(table);
  return `Schema::${w.r.pick(['drop', 'dropIfExists', 'dropIfExists'])}(${php(table)});`;
}

/** The first line of a new table: mostly a key. */
function first({ r }: Writer, columns: string[]): string {
  return r.way([
    [6, () => keep(columns, ['id'], '$table->id();')],
    [1, () => keep(columns, ['id'], "$table->increments('id');")],
    [1, () => keep(columns, ['id'], "$table->uuid('id')->primary();")],
    [1, () => keep(columns, ['id'], "$table->bigInteger('id')->unsigned()->primary();")],
    [1, () => keep(columns, ['name'], "$table->string('name');")],
  ]);
}

function keep(columns: string[], names: readonly string[], text: string): string {
  for (const name of names) if (!columns.includes(name)) columns.push(name);
  return text;
}

/** One line that adds columns. */
function line(w: Writer, table: string, columns: string[], creating: boolean): string {
  const { r } = w;
  const free = COLUMNS.filter((name) => !columns.includes(name));
  const name = free.length && r.chance(0.93) ? r.pick(free) : r.pick(COLUMNS);
  const one = (text: string) => keep(columns, [name], text);
  return r.way([
    [20, () => one(`$table->${column(r, name)}${modifiers(w, columns, creating)};`)],
    [2, () => keep(columns, ['created_at', 'updated_at'], `$table->timestamps(${r.pick(['', '', '3'])});`)],
    [0.7, () => keep(columns, ['deleted_at'], '$table->softDeletes();')],
    [0.5, () => keep(columns, ['remember_token'], '$table->rememberToken();')],
    [
      1,
      () =>
        keep(
          columns,
          [`${name}_type`, `${name}_id`],
          `$table->${r.pick(['morphs', 'nullableMorphs', 'uuidMorphs'])}(${php(name)});`,
        ),
    ],
    [3, () => reference(w, columns)],
    [creating ? 2 : 0, () => index(w, table, columns)],
    [
      1,
      () =>
        one(`$table->${column(r, name)}${r.pick(['->unique()', '->index()', '->nullable()->unique()'])};`),
    ],
    [
      w.changes && !creating ? 4 : 0,
      () => `$table->${changeable(w, someColumn(w, table))}${changed(r)}->change();`,
    ],
  ]);
}

function column(r: Random, name: string): string {
  const n = php(name);
  return r.way([
    [8, () => `string(${n}${r.pick(['', '', ', 50', ', 191', ', 1000'])})`],
    [2, () => `${r.pick(['text', 'text', 'mediumText', 'longText'])}(${n})`],
    [1, () => `char(${n}, ${r.pick([1, 36])})`],
    [
      6,
      () =>
        `${r.pick(['integer', 'bigInteger', 'unsignedBigInteger', 'unsignedInteger', 'smallInteger', 'tinyInteger', 'mediumInteger', 'unsignedTinyInteger'])}(${n})`,
    ],
    [3, () => `boolean(${n})`],
    [2, () => `decimal(${n}${r.pick(['', ', 8, 2', ', 15, 4'])})`],
    [1, () => `${r.pick(['float', 'double'])}(${n})`],
    [3, () => `${r.pick(['timestamp', 'dateTime', 'date', 'time', 'timestamp'])}(${n})`],
    [0.5, () => `${r.pick(['timestamp', 'dateTime'])}(${n}, ${r.pick([0, 3, 6])})`],
    [0.5, () => `year(${n})`],
    [2, () => `${r.pick(['json', 'jsonb'])}(${n})`],
    [1, () => `binary(${n})`],
    [1.5, () => `uuid(${n})`],
    [2, () => `enum(${n}, ${r.pick(["['a', 'b']", "['draft', 'live', 'gone']"])})`],
    [0.5, () => `set(${n}, ['x', 'y'])`],
    [0.5, () => `${r.pick(['ipAddress', 'macAddress'])}(${n})`],
    [1, () => `foreignId(${n})`],
  ]);
}

function modifiers(w: Writer, columns: readonly string[], creating: boolean): string {
  const { r } = w;
  const parts: string[] = [];
  if (r.chance(0.4)) parts.push(`->nullable(${r.pick(['', '', '', 'true', 'false'])})`);
  if (r.chance(0.2))
    parts.push(`->default(${r.pick(['0', '1', 'true', "'x'", "'a'", 'null', '1.5', "''"])})`);
  if (r.chance(0.05)) parts.push(`->comment(${r.pick(["'c'", "'a note'"])})`);
  if (r.chance(0.05)) parts.push('->unsigned()');
  if (!creating && r.chance(0.2)) parts.push(`->after(${php(columns.length ? r.pick(columns) : 'name')})`);
  if (!creating && r.chance(0.03)) parts.push('->first()');
  if (r.chance(0.03)) parts.push(r.pick(["->charset('latin1')", "->collation('utf8mb4_bin')"]));
  if (r.chance(0.03)) parts.push('->useCurrent()');
  if (r.chance(0.02)) parts.push('->useCurrent()->useCurrentOnUpdate()');
  if (r.chance(0.02)) parts.push('->invisible()');
  if (r.chance(0.02)) parts.push(`->${r.pick(['storedAs', 'virtualAs'])}('1 + 1')`);
  return r.shuffled(parts).join('');
}

/** Doctrine, which changes columns before Laravel 11, knows no enum and no set. */
function changeable(w: Writer, name: string): string {
  const made = column(w.r, name);
  return w.laravel < 11 && /^(?:enum|set)/.test(made) ? `string(${php(name)})` : made;
}

const changed = (r: Random) =>
  r.pick([
    '',
    '->nullable()',
    '->nullable()',
    '->nullable(false)',
    "->default('x')",
    '->default(0)',
    "->comment('changed')",
  ]);

/** A foreign key's column, or a foreign key over what is there. */
function reference(w: Writer, columns: string[]): string {
  const { r, tables } = w;
  const parents = [...tables.keys()];
  const parent = parents.length && r.chance(0.93) ? r.pick(parents) : r.pick(TABLES);
  const name = `${parent.replace(/s$/, '')}_id`;
  const rule = r.pick([
    '',
    '',
    '->cascadeOnDelete()',
    "->onDelete('cascade')",
    "->onDelete('set null')",
    '->nullOnDelete()',
    "->onUpdate('cascade')",
  ]);
  const nullable = r.maybe(/null/i.test(rule) ? 0.85 : 0.2, () => '->nullable()');
  return r.way([
    [
      6,
      () =>
        keep(
          columns,
          [name],
          `$table->foreignId(${php(name)})${nullable}->constrained(${r.maybe(0.3, () => php(parent))})${rule};`,
        ),
    ],
    [1, () => keep(columns, [name], `$table->foreignUuid(${php(name)})${nullable}->constrained()${rule};`)],
    [
      2,
      () =>
        keep(
          columns,
          [name],
          `$table->unsignedBigInteger(${php(name)})${nullable};\n    $table->foreign(${php(name)})->references('id')->on(${php(parent)})${rule};`,
        ),
    ],
    [
      1,
      () =>
        `$table->foreign(${php(columns.length ? r.pick(columns) : name)}${r.maybe(0.3, () => ", 'my_fk'")})->references('id')->on(${php(parent)})${rule};`,
    ],
  ]);
}

function index(w: Writer, table: string, columns: readonly string[]): string {
  const { r } = w;
  const names = columns.length ? r.some(columns, 2) : [someColumn(w, table)];
  const list = names.length === 1 && r.chance(0.5) ? php(names[0]!) : phpList(names);
  const name = r.maybe(0.2, () => `, ${php(r.pick(['my_index', 'other_index']))}`);
  return r.way([
    [5, () => `$table->index(${list}${name});`],
    [3, () => `$table->unique(${list}${name});`],
    [0.5, () => `$table->primary(${list});`],
    [0.5, () => `$table->fullText(${list}${name});`],
  ]);
}

/** One line that changes what a table has. */
function command(w: Writer, table: string, columns: string[]): string {
  const { r } = w;
  const name = someColumn(w, table);
  const gone = (names: readonly string[], text: string) => {
    for (const one of names) if (columns.includes(one)) columns.splice(columns.indexOf(one), 1);
    return text;
  };
  return r.way([
    [5, () => gone([name], `$table->dropColumn(${r.chance(0.6) ? php(name) : phpList([name])});`)],
    [4, () => index(w, table, columns)],
    [3, () => reference(w, columns)],
    [
      3,
      () =>
        `$table->drop${r.pick(['Index', 'Unique', 'Index'])}(${r.chance(0.7) ? phpList([name]) : php(r.pick(['my_index', 'other_index', `${table}_${name}_index`]))});`,
    ],
    [2, () => `$table->dropForeign(${r.chance(0.7) ? phpList([name]) : php('my_fk')});`],
    [0.5, () => `$table->dropConstrainedForeignId(${php(name)});`],
    [0.5, () => '$table->dropPrimary();'],
    [0.5, () => gone(['created_at', 'updated_at'], '$table->dropTimestamps();')],
    [0.3, () => gone(['deleted_at'], '$table->dropSoftDeletes();')],
    [
      w.changes ? 2 : 0,
      () => keep(columns, [], `$table->renameColumn(${php(name)}, ${php(r.pick(COLUMNS))});`),
    ],
    [w.changes ? 1 : 0, () => `$table->renameIndex(${php(`${table}_${name}_index`)}, ${php('my_index')});`],
    [0.3, () => `$table->rename(${php(r.pick(TABLES))});`],
    [0.3, () => '$table->drop();'],
  ]);
}
