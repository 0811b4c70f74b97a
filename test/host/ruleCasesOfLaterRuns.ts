import type { RuleCase } from './ruleCases';

/** Rules about a second run, a run after one that stopped, guards and rollback. */
export const LATER_RUNS: readonly RuleCase[] = [
  {
    rule: 'create-table-unguarded',
    up: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
});`,
    at: [13, "Schema::create('shades', function (Blueprint $table) {"],
    message: "A second run stops here: 1050 Table 'shades' already exists",
    fix: [
      "Guard 'shades' with Schema::hasTable",
      'up',
      `if (! Schema::hasTable('shades')) {
    Schema::create('shades', function (Blueprint $table) {
        $table->id();
    });
}`,
    ],
  },
  {
    rule: 'add-column-unguarded',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->integer('priority')->default(1);
});`,
    at: [14, "$table->integer('priority')->default(1)"],
    message: "A second run stops here: 1060 Duplicate column name 'priority'",
    fix: [
      "Guard 'priority' with Schema::hasColumn",
      'up',
      `if (! Schema::hasColumn('lamps', 'priority')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->integer('priority')->default(1);
    });
}`,
    ],
  },
  {
    rule: 'add-index-unguarded',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->index('old');
});`,
    at: [14, "$table->index('old')"],
    message: "A second run stops here: 1061 Duplicate key name 'lamps_old_index'",
    fix: [
      "Guard 'lamps_old_index' with Schema::hasIndex",
      'up',
      `if (! Schema::hasIndex('lamps', 'lamps_old_index')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->index('old');
    });
}`,
    ],
  },
  {
    rule: 'add-fk-unguarded',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->foreign('maker_id')->references('id')->on('users');
});`,
    at: [14, "$table->foreign('maker_id')->references('id')->on('users')"],
    message: "A second run stops here: 1826 Duplicate foreign key constraint name 'lamps_maker_id_foreign'",
    fix: [
      "Guard 'lamps_maker_id_foreign' with Schema::getForeignKeys",
      'up',
      `if (! collect(Schema::getForeignKeys('lamps'))->contains('name', 'lamps_maker_id_foreign')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->foreign('maker_id')->references('id')->on('users');
    });
}`,
    ],
  },
  {
    rule: 'drop-table-no-if-exists',
    up: "Schema::drop('shelves');",
    at: [13, "Schema::drop('shelves')"],
    message: "A second run stops here: 1051 Unknown table 'laravel.shelves'",
    fix: ['Drop it only if it is there: dropIfExists', 'up', "Schema::dropIfExists('shelves');"],
  },
  {
    rule: 'drop-column-unguarded',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->dropColumn('old');
});`,
    at: [14, "$table->dropColumn('old')"],
    message: "A second run stops here: 1091 Can't DROP 'old'; check that column/key exists",
    fix: [
      "Guard 'old' with Schema::hasColumn",
      'up',
      `if (Schema::hasColumn('lamps', 'old')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->dropColumn('old');
    });
}`,
    ],
  },
  {
    rule: 'drop-index-unguarded',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->dropIndex('code_watts');
});`,
    at: [14, "$table->dropIndex('code_watts')"],
    message: "A second run stops here: 1091 Can't DROP 'code_watts'; check that column/key exists",
    fix: [
      "Guard 'code_watts' with Schema::hasIndex",
      'up',
      `if (Schema::hasIndex('lamps', 'code_watts')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->dropIndex('code_watts');
    });
}`,
    ],
  },
  {
    rule: 'drop-fk-unguarded',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->dropForeign(['owner_id']);
});`,
    at: [14, "$table->dropForeign(['owner_id'])"],
    message:
      "A second run stops here: 1091 Can't DROP 'lamps_owner_id_foreign'; check that column/key exists",
    fix: [
      "Guard 'lamps_owner_id_foreign' with Schema::getForeignKeys",
      'up',
      `if (collect(Schema::getForeignKeys('lamps'))->contains('name', 'lamps_owner_id_foreign')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->dropForeign(['owner_id']);
    });
}`,
    ],
  },
  {
    rule: 'drop-primary-unguarded',
    up: `Schema::table('teams', function (Blueprint $table) {
    $table->dropPrimary();
});`,
    at: [14, '$table->dropPrimary()'],
    message: "A second run stops here: 1091 Can't DROP 'PRIMARY'; check that column/key exists",
    fix: [
      "Guard 'primary' with Schema::hasIndex",
      'up',
      `if (Schema::hasIndex('teams', 'primary')) {
    Schema::table('teams', function (Blueprint $table) {
        $table->dropPrimary();
    });
}`,
    ],
  },
  {
    rule: 'change-unguarded',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->string('old', 50)->nullable()->change();
    $table->dropColumn('old');
});`,
    at: [14, "$table->string('old', 50)->nullable()->change()"],
    message: "A second run stops here: 1054 Unknown column 'old' in 'lamps'",
    fix: [
      "Guard 'old' with Schema::hasColumn",
      'up',
      `Schema::table('lamps', function (Blueprint $table) {
    if (Schema::hasColumn('lamps', 'old')) {
        $table->string('old', 50)->nullable()->change();
    }
    $table->dropColumn('old');
});`,
    ],
  },
  {
    rule: 'rename-unguarded',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->renameColumn('old', 'older');
});`,
    at: [14, "$table->renameColumn('old', 'older')"],
    message: "A second run stops here: 1054 Unknown column 'old' in 'lamps'",
    fix: [
      "Guard 'old', 'older' with Schema::hasColumn",
      'up',
      `if (Schema::hasColumn('lamps', 'old') && ! Schema::hasColumn('lamps', 'older')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->renameColumn('old', 'older');
    });
}`,
    ],
  },
  {
    rule: 'insert-not-idempotent',
    up: "DB::table('codes')->insert(['id' => 1, 'code' => 'a', 'plain' => 'b']);",
    at: [13, "DB::table('codes')->insert(['id' => 1, 'code' => 'a', 'plain' => 'b'])"],
    message: "A second run stops here: 1062 Duplicate entry '1' for key 'codes.PRIMARY'",
    fix: [
      'Insert it only if it is not there: insertOrIgnore',
      'up',
      "DB::table('codes')->insertOrIgnore(['id' => 1, 'code' => 'a', 'plain' => 'b']);",
    ],
  },
  {
    rule: 'second-run-fails',
    up: "DB::statement('alter table lamps add constraint positive check (watts > 0)');",
    at: [13, "DB::statement('alter table lamps add constraint positive check (watts > 0)')"],
    message: "A second run stops here: 3822 Duplicate check constraint name 'positive'.",
    fix: null,
  },
  {
    rule: 'resume-stops',
    up: `Schema::table('lamps', fn (Blueprint $table) => $table->dropForeign(['owner_id']));
Schema::table('lamps', fn (Blueprint $table) => $table->foreign('owner_id')->references('id')->on('users')->cascadeOnDelete());`,
    at: [13, "$table->dropForeign(['owner_id'])"],
    message:
      "After a run that stopped behind statement 1 of 2, the next one stops here: 1091 Can't DROP 'lamps_owner_id_foreign'; check that column/key exists",
    fix: [
      "Guard 'lamps_owner_id_foreign' with Schema::getForeignKeys",
      'up',
      `if (collect(Schema::getForeignKeys('lamps'))->contains('name', 'lamps_owner_id_foreign')) {
    Schema::table('lamps', fn (Blueprint $table) => $table->dropForeign(['owner_id']));
}
Schema::table('lamps', fn (Blueprint $table) => $table->foreign('owner_id')->references('id')->on('users')->cascadeOnDelete());`,
    ],
  },
  {
    rule: 'resume-differs',
    up: `if (! Schema::hasColumn('lamps', 'room')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->string('room')->nullable();
        $table->index('room');
    });
}`,
    at: [16, "$table->index('room')"],
    message:
      "If a run stops before this (statement 2 of 2), the next one passes over it: index 'lamps.lamps_room_index' differs or is missing",
    fix: [
      'Give each statement its own guard',
      'up',
      `Schema::table('lamps', function (Blueprint $table) {
    if (! Schema::hasColumn('lamps', 'room')) {
        $table->string('room')->nullable();
    }
    if (! Schema::hasIndex('lamps', 'lamps_room_index')) {
        $table->index('room');
    }
});`,
    ],
  },
  {
    rule: 'insert-repeats',
    up: "DB::table('codes')->insert(['code' => 'a', 'plain' => 'b']);",
    at: [13, "DB::table('codes')->insert(['code' => 'a', 'plain' => 'b'])"],
    message: "A second run inserts these rows of 'codes' again",
    fix: null,
  },
  {
    rule: 'guard-mismatch',
    up: `if (! Schema::hasColumn('lamps', 'room')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->integer('priority')->default(1);
    });
}`,
    at: [15, "$table->integer('priority')->default(1)"],
    message:
      "The guard asks for something else, so a second run stops here: 1060 Duplicate column name 'priority'",
    fix: [
      'Give each statement its own guard',
      'up',
      `if (! Schema::hasColumn('lamps', 'priority')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->integer('priority')->default(1);
    });
}`,
    ],
  },
  {
    rule: 'guard-hides-drift',
    up: `if (! Schema::hasColumn('lamps', 'glow')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->integer('glow')->default(1);
    });
}`,
    at: [15, "$table->integer('glow')->default(1)"],
    message:
      "Where this will run, a guard passes over what is there already in table 'lamps': column 'lamps.glow' will differ or be missing",
    fix: null,
  },
  {
    rule: 'guard-without-table',
    up: `if (! Schema::hasColumn('shelves', 'name')) {
    Schema::table('shelves', function (Blueprint $table) {
        $table->string('name');
    });
}`,
    at: [15, "$table->string('name')"],
    message:
      "The table is not there where this will run, so the guard lets it through: 1146 Table 'laravel.shelves' doesn't exist",
    fix: null,
  },
  {
    rule: 'down-missing',
    up: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
});`,
    at: [11, 'up'],
    message: 'Rollback undoes nothing: there is no down(), and the migration counts as not run',
    fix: ['Write down() from what up() does', 'down', "Schema::dropIfExists('shades');"],
  },
  {
    rule: 'down-fails',
    up: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
});`,
    down: "Schema::drop('shade');",
    at: [20, "Schema::drop('shade')"],
    message: "Rollback stops here: 1051 Unknown table 'laravel.shade'",
    fix: ['Write down() anew, from what up() does', 'down', "Schema::dropIfExists('shades');"],
  },
  {
    rule: 'down-destroys',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->integer('priority');
});`,
    down: "Schema::dropIfExists('lamps');",
    at: [18, 'down'],
    message: "Rollback takes away what up() did not make: table 'lamps'",
    fix: [
      'Complete down() with what is not undone',
      'down',
      `Schema::dropIfExists('lamps');
Schema::create('lamps', function (Blueprint $table) {
    $table->id();
    $table->string('name')->nullable()->default('new');
    $table->string('old')->nullable();
    $table->unsignedInteger('watts')->default(60);
    $table->string('code', 20);
    $table->timestamp('deleted_at')->nullable();
    $table->unsignedBigInteger('owner_id');
    $table->unsignedBigInteger('maker_id')->nullable();
    $table->index(['code', 'watts'], 'code_watts');
    $table->index('name', 'lamps_name_index');
    $table->foreign('owner_id', 'lamps_owner_id_foreign')->references('id')->on('users');
});`,
    ],
  },
  {
    rule: 'down-leaves',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->integer('priority');
    $table->integer('rank');
});`,
    down: `Schema::table('lamps', function (Blueprint $table) {
    $table->dropColumn('priority');
});`,
    at: [19, 'down'],
    message: "Rollback leaves column 'lamps.rank' behind",
    fix: [
      'Complete down() with what is not undone',
      'down',
      `Schema::table('lamps', function (Blueprint $table) {
    $table->dropColumn('priority');
});
Schema::table('lamps', function (Blueprint $table) {
    $table->dropColumn('rank');
});`,
    ],
  },
  {
    rule: 'down-differs',
    up: `Schema::table('lamps', function (Blueprint $table) {
    $table->dropColumn('watts');
});`,
    down: `Schema::table('lamps', function (Blueprint $table) {
    $table->integer('watts');
});`,
    at: [18, 'down'],
    message: "Rollback does not bring back column 'lamps.watts', index 'lamps.code_watts'",
    fix: [
      'Complete down() with what is not undone',
      'down',
      `Schema::table('lamps', function (Blueprint $table) {
    $table->integer('watts');
});
Schema::table('lamps', function (Blueprint $table) {
    $table->dropIndex('code_watts');
    $table->unsignedInteger('watts')->default(60)->change();
    $table->index(['code', 'watts'], 'code_watts');
});`,
    ],
  },
];
