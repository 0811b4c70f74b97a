import fc from 'fast-check';

/** One change to a schema, and the only difference that it makes: `table kind name change properties`. */
export interface Mutation {
  readonly sql: string;
  readonly finding: string;
}

/** What both servers hold; every mutation is made on it. */
export const BASE: readonly string[] = [
  "create table parents (id bigint unsigned primary key, code varchar(20) not null, alt bigint unsigned not null, unique key uq_code (code), unique key uq_alt (alt)) comment='p'",
  "create table items (id bigint unsigned auto_increment primary key, parent_id bigint unsigned null, name varchar(50) not null default 'x' comment 'n', qty int unsigned not null default 1, price decimal(8,2) null, note text null, state enum('a','b') not null default 'a', made datetime null, seen timestamp null, total int as (qty * 2) virtual, flag tinyint(1) not null default 0, key k_name (name), key k_two (qty, name), key k_note (note(20)), unique key u_name (name, qty), constraint fk_parent foreign key (parent_id) references parents (id) on delete cascade, constraint chk_qty check (qty > 0)) comment='i'",
  'create table plain (a int, b int)',
  'create table parted (id int not null, c varchar(5)) partition by range (id) (partition p0 values less than (10), partition p1 values less than (20))',
  'create table hashed (id int not null) partition by hash (id) partitions 4',
  'create view seen_items as select id, name from items where qty > 1',
];

const of = (sql: string, finding: string): Mutation => ({ sql, finding });

const COLUMN = 'items column';
const definitions: Readonly<Record<string, readonly (readonly [definition: string, property: string])[]>> = {
  name: [
    ["varchar(60) not null default 'x' comment 'n'", 'type'],
    ["char(50) not null default 'x' comment 'n'", 'type'],
    ["varchar(50) null default 'x' comment 'n'", 'nullable'],
    ["varchar(50) not null default 'y' comment 'n'", 'default'],
    ["varchar(50) not null comment 'n'", 'default'],
    ["varchar(50) not null default 'x' comment 'm'", 'comment'],
    ["varchar(50) not null default 'x'", 'comment'],
    ["varchar(50) collate utf8mb4_bin not null default 'x' comment 'n'", 'collation'],
    [
      "varchar(50) character set latin1 collate latin1_swedish_ci not null default 'x' comment 'n'",
      'charset,collation',
    ],
  ],
  price: [
    ['decimal(9,2) null', 'type'],
    ['decimal(8,3) null', 'type'],
    ['decimal(8,2) unsigned null', 'type'],
    ['decimal(8,2) not null', 'nullable'],
    ["decimal(8,2) null default '1.5'", 'default'],
    ['double null', 'type'],
  ],
  state: [
    ["enum('a','b','c') not null default 'a'", 'type'],
    ["enum('b','a') not null default 'a'", 'type'],
    ["enum('a','b') not null default 'b'", 'default'],
    ["enum('a','b') null default 'a'", 'nullable'],
  ],
  made: [
    ['datetime(3) null', 'type'],
    ['timestamp null', 'type'],
    ['datetime null default current_timestamp', 'default'],
    ['datetime null on update current_timestamp', 'onUpdate'],
  ],
  note: [
    ['mediumtext null', 'type'],
    ['text not null', 'nullable'],
  ],
  total: [
    ['int as (qty * 3) virtual', 'generated'],
    ['int as (qty + 2) virtual', 'generated'],
    ['bigint as (qty * 2) virtual', 'type'],
  ],
  flag: [
    ['tinyint not null default 0', 'type'],
    ['tinyint(1) not null default 1', 'default'],
    ['smallint not null default 0', 'type'],
  ],
};

const changedColumns = Object.entries(definitions).flatMap(([name, changes]) =>
  changes.map(([definition, property]) =>
    of(`alter table items modify ${name} ${definition}`, `${COLUMN} ${name} different ${property}`),
  ),
);

const name = fc.stringMatching(/^n_[a-z]{1,8}$/);
const number = fc.integer({ min: 2, max: 900 });
const type = fc.constantFrom(
  'int',
  'bigint unsigned',
  'varchar(30)',
  'text',
  'json',
  'date',
  'decimal(5,1)',
  'binary(4)',
);
const place = fc.constantFrom('', ' first', ' after qty', ' after seen', ' after id');
const FOREIGN =
  'alter table items drop foreign key fk_parent, add constraint fk_parent2 foreign key (parent_id)';

const random: readonly fc.Arbitrary<Mutation>[] = [
  fc
    .tuple(name, type, place)
    .map(([n, t, at]) => of(`alter table items add ${n} ${t}${at}`, `items column ${n} extra`)),
  name.map((n) => of(`create table ${n} (a int, b varchar(9))`, `${n} table ${n} extra`)),
  name.map((n) => of(`create view ${n} as select a from plain`, `${n} view ${n} extra`)),
  name.map((n) => of(`alter table items add key ${n} (price)`, `items index ${n} extra`)),
  name.map((n) => of(`alter table items add unique ${n} (seen)`, `items index ${n} extra`)),
  name.map((n) => of(`alter table items rename index k_two to ${n}`, 'items index k_two different name')),
  fc
    .tuple(name, number)
    .map(([n, i]) =>
      of(`alter table items add constraint ${n} check (qty < ${i})`, `items check ${n} extra`),
    ),
  number.map((i) => of(`alter table plain comment = 'c${i}'`, 'plain option comment different comment')),
  number.map((i) => of(`alter table plain modify a varchar(${i})`, 'plain column a different type')),
  number.map((i) => of(`alter table plain modify a int default ${i}`, 'plain column a different default')),
  number.map((i) =>
    of(
      `create or replace view seen_items as select id, name from items where qty > ${i}`,
      'seen_items view seen_items different sql',
    ),
  ),
  number.map((i) =>
    of(
      `alter table items modify total int as (qty * ${i + 1}) virtual`,
      'items column total different generated',
    ),
  ),
  number.map((i) =>
    of(
      `alter table items modify name varchar(50) not null default 'x${i}' comment 'n'`,
      'items column name different default',
    ),
  ),
  fc
    .integer({ min: 1, max: 19 })
    .map((i) =>
      of(
        `alter table items drop key k_note, add key k_note (note(${i}))`,
        'items index k_note different columns',
      ),
    ),
];

const fixed: readonly Mutation[] = [
  ...changedColumns,
  of('alter table items drop column price', `${COLUMN} price missing`),
  of('alter table plain drop column b', 'plain column b missing'),
  of('alter table items modify seen timestamp null first', `${COLUMN} seen different position`),
  of('alter table items modify note text null after id', `${COLUMN} note different position`),
  of('alter table items drop key k_name', 'items index k_name missing'),
  of('alter table items drop key u_name', 'items index u_name missing'),
  of('alter table items drop key k_name, add unique k_name (name)', 'items index k_name different kind'),
  of('alter table items drop key k_two, add key k_two (name, qty)', 'items index k_two different columns'),
  of(
    'alter table items drop key k_two, add key k_two (qty desc, name)',
    'items index k_two different columns',
  ),
  of('alter table items drop key k_name, add key k_name (name(10))', 'items index k_name different columns'),
  of(
    "alter table items drop key k_name, add key k_name (name) comment 'c'",
    'items index k_name different comment',
  ),
  of(
    'alter table items drop foreign key fk_parent, drop key fk_parent, add key fk_parent (parent_id)',
    'items foreign-key fk_parent missing',
  ),
  of(
    `${FOREIGN} references parents (id) on delete set null`,
    'items foreign-key fk_parent different onDelete',
  ),
  of(`${FOREIGN} references parents (id)`, 'items foreign-key fk_parent different onDelete'),
  of(
    `${FOREIGN} references parents (id) on delete cascade on update cascade`,
    'items foreign-key fk_parent different onUpdate',
  ),
  of(
    `${FOREIGN} references parents (alt) on delete cascade`,
    'items foreign-key fk_parent different referencedColumns',
  ),
  of('alter table items drop constraint chk_qty', 'items check chk_qty missing'),
  of(
    'alter table items drop constraint chk_qty, add constraint chk_qty check (qty > 1)',
    'items check chk_qty different expression',
  ),
  of(
    'alter table items drop constraint chk_qty, add constraint chk_qty check (qty >= 0)',
    'items check chk_qty different expression',
  ),
  of('alter table plain engine = myisam', 'plain option engine different engine'),
  of('alter table plain collate utf8mb4_bin', 'plain option collation different collation'),
  of("alter table parents comment = ''", 'parents option comment different comment'),
  of('alter table hashed coalesce partition 1', 'hashed option partitioning different partitioning'),
  of('alter table parted remove partitioning', 'parted option partitioning different partitioning'),
  of(
    'alter table plain partition by key (a) partitions 2',
    'plain option partitioning different partitioning',
  ),
  of('drop table plain', 'plain table plain missing'),
  of('drop view seen_items', 'seen_items view seen_items missing'),
  of(
    'create or replace view seen_items as select id, note from items where qty > 1',
    'seen_items view seen_items different sql',
  ),
  of(
    'create or replace view seen_items as select id, name from items where qty >= 1',
    'seen_items view seen_items different sql',
  ),
];

/** One known change. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...fixed) },
  { weight: 2, arbitrary: fc.oneof(...random) },
);

/** All that need no random value. */
export const fixedMutations = fixed;
