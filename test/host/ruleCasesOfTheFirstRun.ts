import type { RuleCase } from './ruleCases';

/** Rules about the first run, what code does not say, order, suppressions and the team's policy. */
export const FIRST_RUN: readonly RuleCase[] = [
  {
    rule: 'name-too-long',
    up: `Schema::create('appointment_modification_statistics', function (Blueprint $table) {
    $table->id();
    $table->string('modified_by_some_type');
    $table->unique(['modified_by_some_type', 'id']);
});`,
    at: [16, "$table->unique(['modified_by_some_type', 'id'])"],
    message:
      "The server refuses this, and the half-made table appointment_modification_statistics stays: 1059 Identifier name 'appointment_modification_statistics_modified_by_some_type_id_unique' is too long",
    fix: [
      "Name it 'appoi_modif_stati_modified_by_some_type_id_unique'",
      'up',
      `Schema::create('appointment_modification_statistics', function (Blueprint $table) {
    $table->id();
    $table->string('modified_by_some_type');
    $table->unique(['modified_by_some_type', 'id'], 'appoi_modif_stati_modified_by_some_type_id_unique');
});`,
    ],
  },
  {
    rule: 'key-too-long',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->string('long', 1000)->index();
});`,
    at: [14, "$table->string('long', 1000)->index()"],
    message: 'The server refuses this: 1071 Specified key was too long; max key length is 3072 bytes',
    fix: [
      "Index only the beginning of 'long'",
      'up',
      `Schema::table('lamps', function (Blueprint $table) {
    $table->string('long', 1000);
    $table->rawIndex('\`long\`(191)', 'lamps_long_index');
});`,
    ],
  },
  {
    rule: 'index-needs-length',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->text('body');
    $table->index('body');
});`,
    at: [15, "$table->index('body')"],
    message:
      "The server refuses this: 1170 BLOB/TEXT column 'body' used in key specification without a key length",
    fix: [
      "Index only the beginning of 'body'",
      'up',
      `Schema::table('lamps', function (Blueprint $table) {
    $table->text('body');
    $table->rawIndex('body(191)', 'lamps_body_index');
});`,
    ],
  },
  {
    rule: 'fk-parent-missing',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->foreignId('room_id')->constrained();
});
Schema::create('rooms', fn (Blueprint $table) => $table->id());`,
    at: [14, "$table->foreignId('room_id')->constrained()"],
    message:
      "The server refuses this: 1824 Failed to open the referenced table 'rooms' (there is no table rooms)",
    fix: [
      "Make the foreign key behind 'rooms'",
      'up',
      `Schema::table('lamps', function (Blueprint $table) {
    $table->foreignId('room_id');
});
Schema::create('rooms', fn (Blueprint $table) => $table->id());

Schema::table('lamps', function (Blueprint $table) {
    $table->foreign('room_id')->references('id')->on('rooms');
});`,
    ],
  },
  {
    rule: 'fk-type-mismatch',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->foreignId('old_user_id')->constrained();
});`,
    at: [14, "$table->foreignId('old_user_id')->constrained()"],
    message:
      "The server refuses this: 3780 Referencing column 'old_user_id' and referenced column 'id' in foreign key constraint 'lamps_old_user_id_foreign' are incompatible. (lamps.old_user_id is bigint unsigned, old_users.id is int unsigned)",
    fix: [
      "Make 'old_user_id' unsignedInteger, as old_users.id is",
      'up',
      `Schema::table('lamps', function (Blueprint $table) {
    $table->unsignedInteger('old_user_id');
    $table->foreign('old_user_id')->references('id')->on('old_users');
});`,
    ],
  },
  {
    rule: 'fk-parent-not-unique',
    up: `Schema::create('rooms', fn (Blueprint $table) => $table->string('name'));
Schema::table('lamps', function (Blueprint $table) {
    $table->string('room');
    $table->foreign('room')->references('name')->on('rooms');
});`,
    at: [16, "$table->foreign('room')->references('name')->on('rooms')"],
    message:
      "The server refuses this: 6125 Failed to add the foreign key constraint. Missing unique key for constraint 'lamps_room_foreign' in the referenced table 'rooms' (no unique key of rooms is (name))",
    fix: [
      'Make (name) of rooms unique',
      'up',
      `Schema::create('rooms', fn (Blueprint $table) => $table->string('name')->unique());
Schema::table('lamps', function (Blueprint $table) {
    $table->string('room');
    $table->foreign('room')->references('name')->on('rooms');
});`,
    ],
  },
  {
    rule: 'set-null-not-null',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->foreignId('user_id')->constrained()->nullOnDelete();
});`,
    at: [14, "$table->foreignId('user_id')->constrained()->nullOnDelete()"],
    message:
      "The server refuses this: 1830 Column 'user_id' cannot be NOT NULL: needed in a foreign key constraint 'lamps_user_id_foreign' SET NULL (SET NULL, but user_id is NOT NULL)",
    fix: [
      "Make 'user_id' nullable",
      'up',
      `Schema::table('lamps', function (Blueprint $table) {
    $table->foreignId('user_id')->nullable()->constrained()->nullOnDelete();
});`,
    ],
  },
  {
    rule: 'foreign-key-twice',
    up: `Schema::create('shades', function (Blueprint $table) {
    $table->foreignId('user_id')->constrained();
    $table->foreign('user_id')->references('id')->on('users');
});`,
    at: [15, "$table->foreign('user_id')->references('id')->on('users')"],
    message:
      "The server refuses this, and the half-made table shades stays: 1826 Duplicate foreign key constraint name 'shades_user_id_foreign'",
    fix: [
      'Leave out what is made twice',
      'up',
      `Schema::create('shades', function (Blueprint $table) {
    $table->foreignId('user_id')->constrained();
});`,
    ],
  },
  {
    rule: 'column-twice',
    up: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->timestamps();
    $table->timestamps();
});`,
    at: [13, "Schema::create('shades', function (Blueprint $table) {"],
    message: "The server refuses this: 1060 Duplicate column name 'created_at'",
    fix: [
      'Leave out what is made twice',
      'up',
      `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->timestamps();
});`,
    ],
  },
  {
    rule: 'index-twice',
    up: `Schema::create('shades', function (Blueprint $table) {
    $table->string('colour')->index();
    $table->index('colour');
});`,
    at: [14, "$table->string('colour')->index()"],
    message:
      "The server refuses this, and the half-made table shades stays: 1061 Duplicate key name 'shades_colour_index'",
    fix: [
      'Leave out what is made twice',
      'up',
      `Schema::create('shades', function (Blueprint $table) {
    $table->string('colour');
    $table->index('colour');
});`,
    ],
  },
  {
    rule: 'after-missing-column',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->integer('priority')->after('nothing');
});`,
    at: [14, "$table->integer('priority')->after('nothing')"],
    message: "The server refuses this: 1054 Unknown column 'nothing' in 'lamps'",
    fix: [
      'Remove after()',
      'up',
      `Schema::table('lamps', function (Blueprint $table) {
    $table->integer('priority');
});`,
    ],
  },
  {
    rule: 'after-in-create',
    up: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->string('name')->after('id');
});`,
    at: [13, "Schema::create('shades', function (Blueprint $table) {"],
    message:
      "The server refuses this: 1064 You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near 'after `id`) default character set utf8mb4 collate 'utf8mb4_unicode_ci'' at line 1",
    fix: [
      'Remove after()',
      'up',
      `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->string('name');
});`,
    ],
  },
  {
    rule: 'drop-by-column-name',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->dropForeign('owner_id');
});`,
    at: [14, "$table->dropForeign('owner_id')"],
    message:
      "The server refuses this: 1091 Can't DROP 'owner_id'; check that column/key exists (a string is the name of the foreign key, which is lamps_owner_id_foreign)",
    fix: [
      "Name the column: dropForeign(['owner_id'])",
      'up',
      `Schema::table('lamps', function (Blueprint $table) {
    $table->dropForeign(['owner_id']);
});`,
    ],
  },
  {
    rule: 'drop-order',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->dropIndex('lamps_owner_id_foreign');
});`,
    at: [14, "$table->dropIndex('lamps_owner_id_foreign')"],
    message:
      "The server refuses this: 1553 Cannot drop index 'lamps_owner_id_foreign': needed in a foreign key constraint (lamps_owner_id_foreign of lamps needs it)",
    fix: null,
  },
  {
    rule: 'first-run-fails',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->dropColumn('nothing');
});`,
    at: [14, "$table->dropColumn('nothing')"],
    message: "The server refuses this: 1091 Can't DROP 'nothing'; check that column/key exists",
    fix: null,
  },
  {
    rule: 'change-drops-attributes',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->unsignedInteger('watts')->change();
});`,
    at: [14, "$table->unsignedInteger('watts')->change()"],
    message: "change() drops what the chain leaves out: lamps.watts loses DEFAULT '60'",
    fix: [
      'Keep them: ->default(60)',
      'up',
      `Schema::table('lamps', function (Blueprint $table) {
    $table->unsignedInteger('watts')->default(60)->change();
});`,
    ],
  },
  {
    rule: 'modifier-after-constrained',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->foreignId('user_id')->constrained()->nullable();
});`,
    at: [14, "$table->foreignId('user_id')->constrained()->nullable()"],
    message: 'nullable() is lost: behind constrained() it is the foreign key that gets it, not the column',
    fix: [
      'Move nullable() before constrained()',
      'up',
      `Schema::table('lamps', function (Blueprint $table) {
    $table->foreignId('user_id')->nullable()->constrained();
});`,
    ],
  },
  {
    rule: 'duplicate-index',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->index(['code', 'watts'], 'again');
});`,
    at: [14, "$table->index(['code', 'watts'], 'again')"],
    message: 'again (code, watts) of lamps is the same as code_watts',
    fix: [
      'Leave out again',
      'up',
      `Schema::table('lamps', function (Blueprint $table) {
});`,
    ],
  },
  {
    rule: 'redundant-index',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->index('code');
});`,
    at: [14, "$table->index('code')"],
    message: 'lamps_code_index (code) of lamps is the beginning of code_watts (code, watts)',
    fix: [
      'Leave out lamps_code_index',
      'up',
      `Schema::table('lamps', function (Blueprint $table) {
});`,
    ],
  },
  {
    rule: 'index-left-by-drop-foreign',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->dropForeign(['owner_id']);
});`,
    at: [14, "$table->dropForeign(['owner_id'])"],
    message: 'The index lamps_owner_id_foreign that the server made for the foreign key stays on lamps',
    fix: [
      'Drop the index lamps_owner_id_foreign, too',
      'up',
      `Schema::table('lamps', function (Blueprint $table) {
    $table->dropForeign(['owner_id']);
    if (Schema::hasIndex($table->getTable(), 'lamps_owner_id_foreign')) {
        $table->dropIndex('lamps_owner_id_foreign');
    }
});`,
    ],
  },
  {
    rule: 'unique-with-soft-delete',
    up: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->softDeletes();
    $table->string('mail');
    $table->unique(['mail', 'deleted_at']);
});`,
    at: [17, "$table->unique(['mail', 'deleted_at'])"],
    message:
      'The unique key shades_mail_deleted_at_unique lets two live rows of shades be alike: deleted_at is NULL in both, and NULLs are never equal',
    fix: null,
  },
  {
    rule: 'needs-later-migration',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->foreignId('later_id')->constrained();
});`,
    at: [14, "$table->foreignId('later_id')->constrained()"],
    message:
      "This needs what 2026_03_01_000000_later makes, which runs later: 1824 Failed to open the referenced table 'laters'",
    fix: null,
  },
  {
    rule: 'same-timestamp',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->foreignId('twin_id')->constrained();
});`,
    at: [1, ''],
    message:
      'This needs 2026_02_01_000000_other, which has the same timestamp: only the alphabet lets that one run first',
    fix: null,
  },
  {
    rule: 'pending-behind-ran',
    up: "Schema::dropIfExists('old_users');",
    at: [1, ''],
    message: 'This has not run, while 2026_03_01_000000_later has: artisan runs it behind that',
    fix: null,
  },
  {
    rule: 'suppression-without-reason',
    up: `// schema-gap-ignore create-table-unguarded
Schema::create('shades', fn (Blueprint $table) => $table->id());`,
    at: [13, '// schema-gap-ignore create-table-unguarded'],
    message: 'This suppresses nothing until it says why: schema-gap-ignore create-table-unguarded: reason',
    fix: null,
  },
  {
    rule: 'suppression-unused',
    up: `// schema-gap-ignore create-table-unguarded: it is not there
Schema::dropIfExists('shades');`,
    at: [13, '// schema-gap-ignore create-table-unguarded: it is not there'],
    message: 'Nothing here is suppressed by this any more',
    fix: null,
  },
  {
    rule: 'too-many-indexes',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->index(['old', 'code', 'watts']);
});`,
    policy: true,
    at: [14, "$table->index(['old', 'code', 'watts'])"],
    message:
      'lamps has 5 indexes now, more than the 3 that the team allows; by their first column they are 5 families: PRIMARY 1, owner_id 1, code 1, name 1, old 1',
    fix: null,
  },
  {
    rule: 'tenant-column',
    up: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
});`,
    policy: true,
    at: [13, "Schema::create('shades', function (Blueprint $table) {"],
    message: "The team's policy: shades has no company_id",
    fix: [
      "Add 'company_id' with its foreign key",
      'up',
      `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->foreignId('company_id');
});

if (! collect(Schema::getForeignKeys('shades'))->contains('name', 'shades_company_id_foreign')) {
    Schema::table('shades', function (Blueprint $table) {
        $table->foreign('company_id')->references('id')->on('companies')->cascadeOnUpdate()->cascadeOnDelete();
    });
}`,
    ],
  },
  {
    rule: 'tenant-foreign-key',
    up: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->foreignId('company_id')->constrained();
});`,
    policy: true,
    at: [15, "$table->foreignId('company_id')->constrained()"],
    message:
      "The team's policy: the foreign key of shades.company_id has no ON DELETE CASCADE, ON UPDATE CASCADE",
    fix: [
      'Add cascadeOnDelete(), cascadeOnUpdate()',
      'up',
      `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->foreignId('company_id')->constrained()->cascadeOnDelete()->cascadeOnUpdate();
});`,
    ],
  },
  {
    rule: 'tenant-index',
    up: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->unsignedBigInteger('company_id');
});`,
    policy: true,
    at: [15, "$table->unsignedBigInteger('company_id')"],
    message: "The team's policy: no index of shades starts with company_id",
    fix: [
      'Add index()',
      'up',
      `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->unsignedBigInteger('company_id')->index();
});`,
    ],
  },
  {
    rule: 'tenant-unique',
    up: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->foreignId('company_id')->constrained()->cascadeOnUpdate()->cascadeOnDelete();
    $table->string('code')->unique();
});`,
    policy: true,
    at: [16, "$table->string('code')->unique()"],
    message: "The team's policy: the unique key shades_code_unique of shades does not start with company_id",
    fix: [
      "Let it start with 'company_id'",
      'up',
      `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->foreignId('company_id')->constrained()->cascadeOnUpdate()->cascadeOnDelete();
    $table->string('code');
    $table->unique(['company_id', 'code']);
});`,
    ],
  },
  {
    rule: 'tenant-polymorphic',
    up: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->foreignId('company_id')->constrained()->cascadeOnUpdate()->cascadeOnDelete();
    $table->string('owner_type');
    $table->unsignedBigInteger('owner_id');
});`,
    policy: true,
    at: [16, "$table->string('owner_type')"],
    message: "The team's policy: no index of shades finds a row by owner_type and owner_id",
    fix: [
      "Add an index over 'owner_type', 'owner_id'",
      'up',
      `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->foreignId('company_id')->constrained()->cascadeOnUpdate()->cascadeOnDelete();
    $table->string('owner_type');
    $table->unsignedBigInteger('owner_id');
    $table->index(['owner_type', 'owner_id']);
});`,
    ],
  },
];
