import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/analysis/edits';
import { DEFAULT_SETTINGS } from '../../../src/project/settings';
import { createAnalysis } from '../../../src/worker/analysis';
import { appWith, migration } from '../../support/tempApp';
import { checkCase, FILE, type LintCase, OWN } from './lintCases';

const RULES = new Set([
  'name-too-long',
  'key-too-long',
  'index-needs-length',
  'fk-parent-missing',
  'fk-type-mismatch',
  'fk-parent-not-unique',
  'set-null-not-null',
  'foreign-key-twice',
  'column-twice',
  'index-twice',
  'after-missing-column',
  'after-in-create',
  'drop-by-column-name',
  'drop-order',
  'first-run-fails',
]);

const base = `Schema::create('users', fn (Blueprint $table) => $table->id());
Schema::create('old_users', fn (Blueprint $table) => $table->increments('id'));
Schema::create('teams', fn (Blueprint $table) => $table->uuid('id')->primary());
Schema::create('codes', function (Blueprint $table) {
    $table->id();
    $table->string('code');
    $table->string('plain', 20)->index();
});
Schema::create('lamps', function (Blueprint $table) {
    $table->id();
    $table->string('name')->index();
    $table->foreignId('owner_id')->constrained('users');
});`;

const table = (...lines: string[]) =>
  `Schema::table('lamps', function (Blueprint $table) {\n${lines.map((line) => `    ${line}`).join('\n')}\n});`;

const create = (name: string, ...lines: string[]) =>
  `Schema::create('${name}', function (Blueprint $table) {\n${lines.map((line) => `    ${line}`).join('\n')}\n});`;

const LONG = 'appointment_modification_statistics';

const CASES: readonly LintCase[] = [
  {
    title: 'a conventional name is too long: the table stays half-made, and a name is offered',
    code: create(
      LONG,
      '$table->id();',
      "$table->string('modified_by_some_type');",
      "$table->unique(['modified_by_some_type', 'id']);",
    ),
    found: [
      [
        'name-too-long',
        4,
        `the half-made table ${LONG} stays: 1059 Identifier name '${LONG}_modified_by_some_type_id_unique' is too long`,
      ],
    ],
    fix: [
      "Name it 'appoi_modif_stati_modified_by_some_type_id_unique'",
      create(
        LONG,
        '$table->id();',
        "$table->string('modified_by_some_type');",
        "$table->unique(['modified_by_some_type', 'id'], 'appoi_modif_stati_modified_by_some_type_id_unique');",
      ),
    ],
  },
  {
    title: 'two names are too long: the first is named, and the next is found then',
    code: create(
      LONG,
      "$table->string('a_rather_long_name_of_one')->unique();",
      "$table->string('a_rather_long_name_of_two')->index();",
    ),
    found: [['name-too-long', 2, /1059/]],
    fix: [
      "Name it 'appoi_modif_stati_a_rather_long_name_of_one_unique'",
      create(
        LONG,
        "$table->string('a_rather_long_name_of_one')->unique('appoi_modif_stati_a_rather_long_name_of_one_unique');",
        "$table->string('a_rather_long_name_of_two')->index();",
      ),
    ],
  },
  {
    title: "morphs' index is too long",
    code: create(LONG, "$table->morphs('somebody_who_modified');"),
    found: [['name-too-long', 2, /1059/]],
    fix: [
      "Name it 'ams_somebody_who_modified_type_somebody_who_modified_id_index'",
      create(
        LONG,
        "$table->morphs('somebody_who_modified', 'ams_somebody_who_modified_type_somebody_who_modified_id_index');",
      ),
    ],
  },
  {
    title: "a foreign key's name is too long: constrained() takes one",
    code: create(LONG, "$table->foreignId('responsible_user_of_it_id')->constrained('users');"),
    found: [['name-too-long', 2, /1059/]],
    fix: [
      "Name it 'appoi_modif_stati_responsible_user_of_it_id_foreign'",
      create(
        LONG,
        "$table->foreignId('responsible_user_of_it_id')->constrained('users', indexName: 'appoi_modif_stati_responsible_user_of_it_id_foreign');",
      ),
    ],
  },
  {
    title: 'a key is too long',
    code: table("$table->string('a', 800);", "$table->index(['a']);"),
    found: [['key-too-long', 3, '1071 Specified key was too long; max key length is 3072 bytes']],
    fix: [
      "Index only the beginning of 'a'",
      table("$table->string('a', 800);", "$table->rawIndex('a(191)', 'lamps_a_index');"),
    ],
  },
  {
    title: 'a column and its key that is too long',
    code: table("$table->string('long', 1000)->index();"),
    found: [['key-too-long', 2, /1071/]],
    fix: [
      "Index only the beginning of 'long'",
      table("$table->string('long', 1000);", "$table->rawIndex('`long`(191)', 'lamps_long_index');"),
    ],
  },
  {
    title: 'several columns are too long together: those that are short stay whole',
    code: table(
      "$table->string('a', 700);",
      "$table->text('b');",
      "$table->index(['a', 'owner_id', 'b'], 'both'); // for searches",
    ),
    found: [['index-needs-length', 4, /1170/]],
    fix: [
      "Index only the beginning of 'a', 'b'",
      table(
        "$table->string('a', 700);",
        "$table->text('b');",
        "$table->rawIndex('a(191), owner_id, b(191)', 'both'); // for searches",
      ),
    ],
  },
  {
    title: 'so many that less of each has to do',
    code: table(
      ...['a', 'b', 'c', 'd', 'e'].map((name) => `$table->string('${name}');`),
      "$table->index(['a', 'b', 'c', 'd', 'e']);",
    ),
    found: [['key-too-long', 7, /1071/]],
    fix: [
      "Index only the beginning of 'a', 'b', 'c', 'd', 'e'",
      table(
        ...['a', 'b', 'c', 'd', 'e'].map((name) => `$table->string('${name}');`),
        "$table->rawIndex('a(64), b(64), c(64), d(64), e(64)', 'lamps_a_b_c_d_e_index');",
      ),
    ],
  },
  {
    title: 'a unique key over beginnings would refuse other rows',
    code: table("$table->string('a', 800)->unique();"),
    found: [['key-too-long', 2, /1071/]],
    fix: null,
  },
  {
    title: 'MariaDB takes the same: nothing is refused',
    server: 'mariadb-10.11',
    code: table("$table->string('a', 800);", "$table->index(['a']);", '$table->text("b")->index();'),
    found: [],
  },
  {
    title: 'an index of a text needs a length',
    code: table("$table->text('story')->index();"),
    found: [
      [
        'index-needs-length',
        2,
        "1170 BLOB/TEXT column 'story' used in key specification without a key length",
      ],
    ],
    fix: [
      "Index only the beginning of 'story'",
      table("$table->text('story');", "$table->rawIndex('story(191)', 'lamps_story_index');"),
    ],
  },
  {
    title: 'an index of a text with a name of its own, on several lines, Laravel 8',
    laravel: '8.83.27',
    code: `Schema::table('lamps', function (Blueprint $t) {
    $t->text('story')
        ->nullable()
        ->index("stories");
});`,
    found: [['index-needs-length', 2, /1170/]],
    fix: [
      "Index only the beginning of 'story'",
      `Schema::table('lamps', function (Blueprint $t) {
    $t->text('story')
        ->nullable();
    $t->rawIndex('story(191)', 'stories');
});`,
    ],
  },
  {
    title: 'the parent is nowhere',
    code: table("$table->foreignId('shade_id')->constrained();"),
    found: [
      [
        'fk-parent-missing',
        2,
        "1824 Failed to open the referenced table 'shades' (there is no table shades)",
      ],
    ],
  },
  {
    title: 'the parent is created further down: a column with its key',
    code: `${create('shades', '$table->id();', "$table->foreignId('room_id')->nullable()->constrained()->nullOnDelete();")}\n${create('rooms', '$table->id();')}\nSchema::dropIfExists('codes');`,
    found: [['fk-parent-missing', 3, 'there is no table rooms']],
    fix: [
      "Make the foreign key behind 'rooms'",
      `${create('shades', '$table->id();', "$table->foreignId('room_id')->nullable();")}\n${create('rooms', '$table->id();')}\n\nSchema::table('shades', function (Blueprint $table) {\n    $table->foreign('room_id')->references('id')->on('rooms')->nullOnDelete();\n});\nSchema::dropIfExists('codes');`,
    ],
  },
  {
    title: 'the parent is created further down: nothing else in the statement, MariaDB',
    server: 'mariadb-10.11',
    code: `${create('shades', '$table->id();', "$table->foreignId('room_id');")}\n${table("$table->foreign('id')->references('id')->on('rooms');")}\n${create('rooms', '$table->id();')}`,
    found: [['fk-parent-missing', 6, 'there is no table rooms']],
    fix: [
      "Make the foreign key behind 'rooms'",
      `${create('shades', '$table->id();', "$table->foreignId('room_id');")}\n${create('rooms', '$table->id();')}\n\n${table("$table->foreign('id')->references('id')->on('rooms');")}`,
    ],
  },
  {
    title: 'the parent is created further down, with another type: no move helps',
    code: `${table("$table->foreignId('room_id')->constrained();")}\n${create('rooms', "$table->uuid('id')->primary();")}`,
    found: [['fk-parent-missing', 2, 'there is no table rooms']],
    fix: null,
  },
  {
    title: 'the parent is nowhere: MariaDB',
    server: 'mariadb-10.11',
    code: table("$table->foreignId('shade_id')->constrained();"),
    found: [['fk-parent-missing', 2, /1005 .*errno: 150.*there is no table shades/]],
  },
  {
    title: 'the parent has no such column',
    code: table("$table->foreignId('x')->constrained('users', 'key');"),
    found: [['fk-parent-missing', 2, 'users has no column key']],
  },
  {
    title: 'bigint to int: the chain gets a foreign() of its own',
    code: table("$table->foreignId('user_id')->nullable()->constrained('old_users')->nullOnDelete();"),
    found: [['fk-type-mismatch', 2, 'lamps.user_id is bigint unsigned, old_users.id is int unsigned']],
    fix: [
      "Make 'user_id' unsignedInteger, as old_users.id is",
      table(
        "$table->unsignedInteger('user_id')->nullable();",
        "$table->foreign('user_id')->references('id')->on('old_users')->nullOnDelete();",
      ),
    ],
  },
  {
    title: 'bigint to uuid',
    code: table("$table->foreignId('team_id')->constrained();"),
    found: [['fk-type-mismatch', 2, 'lamps.team_id is bigint unsigned, teams.id is char(36)']],
    fix: ["Make 'team_id' uuid, as teams.id is", table("$table->foreignUuid('team_id')->constrained();")],
  },
  {
    title: 'signed to unsigned, the key in a statement of its own: MariaDB',
    server: 'mariadb-10.11',
    code: table(
      "$table->integer('user_id')->comment('who');",
      "$table->foreign('user_id')->references('id')->on('users');",
    ),
    found: [['fk-type-mismatch', 3, 'lamps.user_id is int, users.id is bigint unsigned']],
    fix: [
      "Make 'user_id' unsignedBigInteger, as users.id is",
      table(
        "$table->unsignedBigInteger('user_id')->comment('who');",
        "$table->foreign('user_id')->references('id')->on('users');",
      ),
    ],
  },
  {
    title: 'another collation',
    code: table(
      "$table->string('plain', 20)->charset('latin1')->collation('latin1_swedish_ci');",
      "$table->foreign('plain')->references('plain')->on('codes');",
    ),
    found: [
      [
        'fk-type-mismatch',
        3,
        'lamps.plain is varchar(20) latin1_swedish_ci, codes.plain is varchar(20) utf8mb4_unicode_ci',
      ],
    ],
  },
  {
    title: 'no unique key on the parent',
    code: table(
      "$table->string('plain', 20);",
      "$table->foreign('plain')->references('plain')->on('codes');",
    ),
    found: [['fk-parent-not-unique', 3, 'no unique key of codes is (plain)']],
    fix: null,
  },
  {
    title: 'no unique key on a parent of its own',
    code: `${create('rooms', '$table->id();', "$table->string('code')->nullable(); // its name")}\n${table("$table->string('room');", "$table->foreign('room')->references('code')->on('rooms');")}`,
    found: [['fk-parent-not-unique', 7, 'no unique key of rooms is (code)']],
    fix: [
      'Make (code) of rooms unique',
      `${create('rooms', '$table->id();', "$table->string('code')->nullable()->unique(); // its name")}\n${table("$table->string('room');", "$table->foreign('room')->references('code')->on('rooms');")}`,
    ],
  },
  {
    title: 'no unique key over two columns of a parent of its own: MariaDB',
    server: 'mariadb-10.11',
    code: `${create('rooms', '$table->id();', "$table->char('a', 2);", "$table->char('b', 2);")}\n${create('beds', '$table->id();', "$table->char('x', 2);", "$table->char('y', 2);", "$table->foreign(['x', 'y'])->references(['a', 'b'])->on('rooms');")}`,
    found: [['fk-parent-not-unique', 10, 'no unique key of rooms is (a, b)']],
    fix: [
      'Make (a, b) of rooms unique',
      `${create('rooms', '$table->id();', "$table->char('a', 2);", "$table->char('b', 2);", "$table->unique(['a', 'b']);")}\n${create('beds', '$table->id();', "$table->char('x', 2);", "$table->char('y', 2);", "$table->foreign(['x', 'y'])->references(['a', 'b'])->on('rooms');")}`,
    ],
  },
  {
    title: 'no key at all on the parent: MariaDB',
    server: 'mariadb-10.11',
    code: table("$table->string('code');", "$table->foreign('code')->references('code')->on('codes');"),
    found: [['fk-parent-not-unique', 3, /1005/]],
  },
  {
    title: 'a key that is not unique is enough for MariaDB',
    server: 'mariadb-10.11',
    code: table(
      "$table->string('plain', 20);",
      "$table->foreign('plain')->references('plain')->on('codes');",
    ),
    found: [],
  },
  {
    title: 'SET NULL on NOT NULL',
    code: table("$table->foreignId('user_id')->constrained()->nullOnDelete();"),
    found: [['set-null-not-null', 2, 'SET NULL, but user_id is NOT NULL']],
    fix: [
      "Make 'user_id' nullable",
      table("$table->foreignId('user_id')->nullable()->constrained()->nullOnDelete();"),
    ],
  },
  {
    title: 'SET NULL, and nullable() where it is lost',
    server: 'mariadb-10.11',
    code: table("$table->foreignId('user_id')->constrained()->nullOnDelete()->nullable();"),
    found: [['set-null-not-null', 2, /1005 .*SET NULL, but user_id is NOT NULL/]],
    fix: [
      'Move nullable() before constrained()',
      table("$table->foreignId('user_id')->nullable()->constrained()->nullOnDelete();"),
    ],
  },
  {
    title: 'after() a column that is not there',
    code: table("$table->string('colour')->after('shade')->nullable();"),
    found: [['after-missing-column', 2, "1054 Unknown column 'shade' in 'lamps'"]],
    fix: ['Remove after()', table("$table->string('colour')->nullable();")],
  },
  {
    title: 'after() where a table is made',
    code: create('shades', '$table->id();', "$table->string('colour')->after('id');"),
    found: [['after-in-create', 1, '1064']],
    fix: ['Remove after()', create('shades', '$table->id();', "$table->string('colour');")],
  },
  {
    title: 'a column twice in a new table',
    code: create('shades', '$table->id();', "$table->string('id');"),
    found: [['column-twice', 1, "1060 Duplicate column name 'id'"]],
    fix: null,
  },
  {
    title: 'a column twice in a new table, by the same code',
    code: create('shades', '$table->id();', '$table->timestamps();', '// once more', '$table->timestamps();'),
    found: [['column-twice', 1, "1060 Duplicate column name 'created_at'"]],
    fix: [
      'Leave out what is made twice',
      create('shades', '$table->id();', '$table->timestamps();', '// once more'),
    ],
  },
  {
    title: 'a column made again by a later statement, which is written the same',
    code: `${create('shades', '$table->id();', "$table->string('colour')->nullable();")}
Schema::table('shades', function (Blueprint $table) {
    $table->string( 'colour' )
        ->nullable();
    $table->integer('watts');
});`,
    found: [['column-twice', 6, "1060 Duplicate column name 'colour'"]],
    fix: [
      'Leave out what is made twice',
      `${create('shades', '$table->id();', "$table->string('colour')->nullable();")}
Schema::table('shades', function (Blueprint $table) {
    $table->integer('watts');
});`,
    ],
  },
  {
    title: 'a primary key twice in a new table',
    laravel: '10.50.4',
    code: create('shades', '$table->id();', "$table->string('colour');", "$table->primary('id');"),
    found: [['index-twice', 1, '1068 Multiple primary key defined']],
    fix: ['Leave out what is made twice', create('shades', '$table->id();', "$table->string('colour');")],
  },
  {
    title: 'two primary keys over other columns: which is meant is not known',
    laravel: '10.50.4',
    code: create(
      'shades',
      '$table->id();',
      "$table->string('colour');",
      "$table->primary(['id', 'colour']);",
    ),
    found: [['index-twice', 1, '1068 Multiple primary key defined']],
    fix: null,
  },
  {
    title: 'a foreign key twice in a new table',
    code: create(
      'shades',
      "$table->foreignId('user_id')->nullable()->constrained();",
      "$table->foreign('user_id')->references('id')->on('users');",
    ),
    found: [['foreign-key-twice', 3, '1826 Duplicate foreign key constraint name']],
    fix: [
      'Leave out what is made twice',
      create('shades', "$table->foreignId('user_id')->nullable()->constrained();"),
    ],
  },
  {
    title: 'a foreign key twice, the second by constrained(): MariaDB',
    server: 'mariadb-10.11',
    code: create(
      'shades',
      "$table->unsignedBigInteger('user_id');",
      "$table->foreign('user_id')->references('id')->on('users')->cascadeOnDelete();",
      "$table->foreignId('owner_id')->constrained('users');",
      "$table->foreign('owner_id')->references('id')->on('users');",
    ),
    found: [['foreign-key-twice', 5, /errno: 121/]],
    fix: [
      'Leave out what is made twice',
      create(
        'shades',
        "$table->unsignedBigInteger('user_id');",
        "$table->foreign('user_id')->references('id')->on('users')->cascadeOnDelete();",
        "$table->foreignId('owner_id')->constrained('users');",
      ),
    ],
  },
  {
    title: 'a foreign key twice with different rules: which is meant is not known',
    code: create(
      'shades',
      "$table->foreignId('user_id')->constrained()->cascadeOnDelete();",
      "$table->foreign('user_id')->references('id')->on('users');",
    ),
    found: [['foreign-key-twice', 3, /1826/]],
    fix: null,
  },
  {
    title: 'an index twice in a new table',
    code: create('shades', "$table->string('colour')->index();", "$table->index('colour');"),
    found: [['index-twice', 2, "1061 Duplicate key name 'shades_colour_index'"]],
    fix: [
      'Leave out what is made twice',
      create('shades', "$table->string('colour');", "$table->index('colour');"),
    ],
  },
  {
    title: 'a column that is there already is told by the second run',
    code: table("$table->string('name');"),
    found: [],
  },
  {
    title: "dropForeign() by the column's name",
    code: table("$table->dropForeign('owner_id');"),
    found: [
      ['drop-by-column-name', 2, 'a string is the name of the foreign key, which is lamps_owner_id_foreign'],
    ],
    fix: ["Name the column: dropForeign(['owner_id'])", table("$table->dropForeign(['owner_id']);")],
  },
  {
    title: "dropIndex() by the column's name",
    code: table('$table->dropIndex("name");'),
    found: [['drop-by-column-name', 2, 'a string is the name of the index, which is lamps_name_index']],
    fix: ['Name the column: dropIndex(["name"])', table('$table->dropIndex(["name"]);')],
  },
  {
    title: 'a foreign key that is not there at all',
    code: table("$table->dropForeign('nobody');"),
    found: [['first-run-fails', 2, "1091 Can't DROP 'nobody'"]],
  },
  {
    title: 'the column before its foreign key: MySQL',
    code: table("$table->dropColumn('owner_id');", "$table->dropForeign(['owner_id']);"),
    found: [['drop-order', 2, /1828 .*lamps_owner_id_foreign of lamps, goes only later/]],
    fix: [
      'Drop what needs it first',
      table("$table->dropForeign(['owner_id']);", "$table->dropColumn('owner_id');"),
    ],
  },
  {
    title: 'the column, and never its foreign key: MariaDB',
    server: 'mariadb-10.11',
    code: table("$table->dropColumn('owner_id');"),
    found: [['drop-order', 2, /1553 .*lamps_owner_id_foreign of lamps needs it/]],
    fix: [
      'Drop the foreign key first',
      table("$table->dropForeign(['owner_id']);", "$table->dropColumn('owner_id');"),
    ],
  },
  {
    title: 'the index before its foreign key',
    code: table("$table->dropIndex('lamps_owner_id_foreign');", "$table->dropForeign(['owner_id']);"),
    found: [['drop-order', 2, /1553/]],
    fix: [
      'Drop what needs it first',
      table("$table->dropForeign(['owner_id']);", "$table->dropIndex('lamps_owner_id_foreign');"),
    ],
  },
  {
    title: 'the parent before the child',
    code: "Schema::drop('users');\nSchema::drop('lamps');",
    found: [['drop-order', 1, /3730/]],
    fix: ['Drop what needs it first', "Schema::drop('lamps');\nSchema::drop('users');"],
  },
  {
    title: 'the parent before the child: MariaDB',
    server: 'mariadb-10.11',
    code: "Schema::dropIfExists('users');\nSchema::dropIfExists('lamps');",
    found: [['drop-order', 1, /1451/]],
    fix: ['Drop what needs it first', "Schema::dropIfExists('lamps');\nSchema::dropIfExists('users');"],
  },
  {
    title: 'tabs, another variable, no imports, a connection named',
    code: "\\Illuminate\\Support\\Facades\\Schema::connection('mysql')->table('lamps', function ($t) {\n\t$t->foreignId('user_id')->constrained('old_users');\n});",
    found: [['fk-type-mismatch', 2, 'old_users.id is int unsigned']],
    fix: [
      "Make 'user_id' unsignedInteger, as old_users.id is",
      "\\Illuminate\\Support\\Facades\\Schema::connection('mysql')->table('lamps', function ($t) {\n\t$t->unsignedInteger('user_id');\n\t$t->foreign('user_id')->references('id')->on('old_users');\n});",
    ],
  },
  {
    title: 'the column of an earlier migration keeps its type: no fix',
    code: table("$table->foreign('name')->references('id')->on('teams')->nullOnDelete();"),
    found: [['set-null-not-null', 2, 'name is NOT NULL']],
    fix: null,
  },
  {
    title: 'an arrow function: no place for a statement more, so no fix',
    code: "Schema::table('lamps', fn (Blueprint $table) => $table->foreignId('user_id')->constrained('old_users'));",
    found: [['fk-type-mismatch', 1, 'old_users.id is int unsigned']],
    fix: null,
  },
  {
    title: 'a loop: the one call that makes both columns gets both right',
    code: "Schema::table('lamps', function (Blueprint $table) {\n    foreach (['a_id', 'b_id'] as $name) {\n        $table->foreignId($name)->constrained('teams');\n    }\n});",
    found: [['fk-type-mismatch', 3, 'lamps.a_id is bigint unsigned, teams.id is char(36)']],
    fix: [
      "Make 'a_id' uuid, as teams.id is",
      "Schema::table('lamps', function (Blueprint $table) {\n    foreach (['a_id', 'b_id'] as $name) {\n        $table->foreignUuid($name)->constrained('teams');\n    }\n});",
    ],
  },
  {
    title: 'MySQL 5.7 has one error for all: the cause is read off the tables',
    server: 'mysql-5.7',
    code: table("$table->foreignId('user_id')->constrained('old_users');"),
    found: [['fk-type-mismatch', 2, /1215 .*old_users\.id is int unsigned/]],
  },
  {
    title: 'another refusal',
    code: table("$table->renameColumn('nobody', 'somebody');"),
    found: [['first-run-fails', 2, '1054']],
  },
  {
    title: "an exception of the code's own",
    code: "$first = DB::table('lamps')->first();\nDB::table('users')->insert(['id' => $first->owner_id]);",
    found: [
      [
        'first-run-fails',
        2,
        'The code stops here: ErrorException: Attempt to read property "owner_id" on null',
      ],
    ],
    fix: null,
  },
  {
    title: 'an exception that may be thrown',
    code: "if (env('SOMETHING')) {\n    throw new RuntimeException('no');\n}",
    found: [],
  },
  {
    title: 'what the code catches',
    code: `try {\n    ${table("$table->dropForeign('nobody');")}\n} catch (\\Throwable) {\n}`,
    found: [],
  },
  {
    title: 'what can not be known',
    code: `if (env('SOMETHING')) {\n    ${table("$table->dropForeign('nobody');")}\n}`,
    found: [],
  },
  {
    title: 'nothing wrong',
    code: table("$table->foreignId('user_id')->nullable()->constrained()->nullOnDelete();"),
    found: [],
  },
];

describe('lint: what the first run raises', () => {
  for (const testCase of CASES) it(testCase.title, () => checkCase({ base, ...testCase }, RULES));

  for (const code of [
    table("$table->dropColumn('owner_id');", "$table->dropForeign(['owner_id']);"),
    table("$table->dropColumn('owner_id');"),
    table("$table->foreignId('user_id')->constrained('old_users');"),
  ])
    it(`keeps line ends: ${code.split('\n')[1]?.trim()}`, async () => {
      const text = migration(code).replaceAll('\n', '\r\n');
      const app = appWith({ '2026_01_01_000000_base': base, [OWN]: text });
      const found = await createAnalysis(app.root, DEFAULT_SETTINGS).lint(FILE);
      const fix = found?.findings[0]?.fixes[0];
      assert.ok(fix?.proven);
      assert.doesNotMatch(applyEdits(text, fix.edits), /[^\r]\n/);
    });
});
