import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/analysis/edits';
import type { Finding } from '../../../src/core/analysis/results';
import { type AnalysisSettings, DEFAULT_SETTINGS } from '../../../src/project/settings';
import { createAnalysis } from '../../../src/worker/analysis';
import { appWith, migration } from '../../support/tempApp';

const BASE = '2026_01_01_000000_base';
const OWN = '2026_01_02_000000_own';
const FILE = `database/migrations/${OWN}.php`;

/** What earlier migrations have made. */
const base = `Schema::create('users', fn (Blueprint $table) => $table->id());
Schema::create('lamps', function (Blueprint $table) {
    $table->id();
    $table->string('name')->index();
    $table->string('old')->nullable();
    $table->foreignId('owner_id')->constrained('users');
});`;

interface Case {
  readonly title: string;
  /** The whole body of up(), or a whole file. */
  readonly code: string;
  /** The same with the first fix applied; null: no fix is offered. */
  readonly fixed: string | null;
  /** The rule whose first fix it is; without it `add-column-unguarded`. */
  readonly rule?: string;
  readonly laravel?: string;
  readonly server?: string;
  readonly style?: 'if' | 'whenTable';
}

const findings = async (
  code: string,
  { laravel, server, style }: Partial<Case> = {},
): Promise<readonly Finding[]> => {
  const app = appWith({ [BASE]: base, [OWN]: code }, {}, laravel);
  const policy = { ...DEFAULT_SETTINGS.policy, guardStyle: style ?? 'if' };
  const settings: AnalysisSettings = { ...DEFAULT_SETTINGS, server: server ?? null, policy };
  const found = await createAnalysis(app.root, settings).lint(FILE);
  assert.equal(found?.problem, null);
  return found?.findings ?? [];
};

const text = (code: string) => (code.includes('<?php') ? code : migration(code));

const COLUMNS: readonly Case[] = [
  {
    title: 'a single column: around the whole Schema::table',
    code: `Schema::table('lamps', function (Blueprint $table) {
    $table->integer('priority')->default(999)->after('name');
});`,
    fixed: `if (! Schema::hasColumn('lamps', 'priority')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->integer('priority')->default(999)->after('name');
    });
}`,
  },
  {
    title: 'an arrow function: around the whole Schema::table',
    code: `Schema::table('lamps', fn (Blueprint $table) => $table->integer('priority'));`,
    fixed: `if (! Schema::hasColumn('lamps', 'priority')) {
    Schema::table('lamps', fn (Blueprint $table) => $table->integer('priority'));
}`,
  },
  {
    title: 'columns in the closure of after(): all together, each with its own place',
    code: `Schema::table('lamps', function (Blueprint $table) {
    $table->after('name', function (Blueprint $table) {
        $table->string('a');
        $table->string('b')->nullable();
        $table->foreignId('user_id')->constrained();
    });
});`,
    fixed: `Schema::table('lamps', function (Blueprint $table) {
    $table->after('name', function (Blueprint $table) {
        if (! Schema::hasColumn('lamps', 'a')) {
            $table->string('a');
        }
        if (! Schema::hasColumn('lamps', 'b')) {
            $table->string('b')->nullable()->after('a');
        }
        if (! Schema::hasColumn('lamps', 'user_id')) {
            $table->foreignId('user_id')->after('b');
        }
        if (! collect(Schema::getForeignKeys('lamps'))->contains('name', 'lamps_user_id_foreign')) {
            $table->foreign('user_id')->references('id')->on('users');
        }
    });
});`,
    laravel: '11.30.0',
  },
  {
    title: 'columns in the closure of after() where Laravel sends them as one',
    code: `Schema::table('lamps', function (Blueprint $table) {
    $table->after('name', function (Blueprint $table) {
        $table->string('a');
        $table->string('b')->nullable();
        $table->foreignId('user_id')->constrained();
    });
});`,
    fixed: `Schema::table('lamps', function (Blueprint $table) {
    $table->after('name', function (Blueprint $table) {
        if (! Schema::hasColumn('lamps', 'a')) {
            $table->string('a');
        }
        if (! Schema::hasColumn('lamps', 'b')) {
            $table->string('b')->nullable();
        }
        if (! Schema::hasColumn('lamps', 'user_id')) {
            $table->foreignId('user_id');
        }
        if (! collect(Schema::getForeignKeys('lamps'))->contains('name', 'lamps_user_id_foreign')) {
            $table->foreign('user_id')->references('id')->on('users');
        }
    });
});`,
    laravel: '10.48.0',
  },
  {
    title: 'index() and unique() on one column: Laravel makes the unique key only',
    code: `Schema::table('lamps', function (Blueprint $table) {
    $table->string('code')->index()->nullable()->unique();
});`,
    fixed: `Schema::table('lamps', function (Blueprint $table) {
    if (! Schema::hasColumn('lamps', 'code')) {
        $table->string('code')->nullable();
    }
    if (! Schema::hasIndex('lamps', 'lamps_code_unique')) {
        $table->unique('code');
    }
});`,
  },
  {
    title: 'one of several statements: inside the closure',
    code: `Schema::table('lamps', function (Blueprint $table) {
    $table->integer('priority');
    $table->string('name', 100)->change();
});`,
    fixed: `Schema::table('lamps', function (Blueprint $table) {
    if (! Schema::hasColumn('lamps', 'priority')) {
        $table->integer('priority');
    }
    $table->string('name', 100)->change();
});`,
  },
  {
    title: 'a chain over several lines keeps its form',
    code: `Schema::table('lamps', function (Blueprint $table) {
    $table->string('name', 100)->change();
    $table->integer('priority')
        ->default(1)

        ->comment('a "b"');
});`,
    fixed: `Schema::table('lamps', function (Blueprint $table) {
    $table->string('name', 100)->change();
    if (! Schema::hasColumn('lamps', 'priority')) {
        $table->integer('priority')
            ->default(1)

            ->comment('a "b"');
    }
});`,
  },
  {
    title: 'quotes stay as they are',
    code: `Schema::table("lamps", function (Blueprint $table) {
    $table->integer("priority");
});`,
    fixed: `if (! Schema::hasColumn("lamps", "priority")) {
    Schema::table("lamps", function (Blueprint $table) {
        $table->integer("priority");
    });
}`,
  },
  {
    title: 'timestamps() of an older Laravel, which sends them at once: both columns at once',
    laravel: '10.50.4',
    code: `Schema::table('lamps', function (Blueprint $table) {
    $table->timestamps();
});`,
    fixed: `if (! Schema::hasColumns('lamps', ['created_at', 'updated_at'])) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->timestamps();
    });
}`,
  },
  {
    title: 'softDeletes(): the column that it makes',
    code: `Schema::table('lamps', function (Blueprint $table) {
    $table->softDeletes();
});`,
    fixed: `if (! Schema::hasColumn('lamps', 'deleted_at')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->softDeletes();
    });
}`,
  },
  {
    title: 'timestamps(): by two statements, each with its guard',
    code: `Schema::table('lamps', function (Blueprint $table) {
    $table->timestamps();
});`,
    fixed: `Schema::table('lamps', function (Blueprint $table) {
    if (! Schema::hasColumn('lamps', 'created_at')) {
        $table->timestamp('created_at')->nullable();
    }
    if (! Schema::hasColumn('lamps', 'updated_at')) {
        $table->timestamp('updated_at')->nullable();
    }
});`,
  },
  {
    title: 'morphs(): columns and index, each with its guard',
    code: `Schema::table('lamps', function (Blueprint $table) {
    $table->nullableMorphs('thing');
});`,
    fixed: `Schema::table('lamps', function (Blueprint $table) {
    if (! Schema::hasColumn('lamps', 'thing_type')) {
        $table->string('thing_type')->nullable();
    }
    if (! Schema::hasColumn('lamps', 'thing_id')) {
        $table->unsignedBigInteger('thing_id')->nullable();
    }
    if (! Schema::hasIndex('lamps', 'lamps_thing_type_thing_id_index')) {
        $table->index(['thing_type', 'thing_id']);
    }
});`,
  },
  {
    title: 'foreignId()->constrained(): column and key, each with its guard',
    code: `Schema::table('lamps', function (Blueprint $table) {
    $table->foreignId('user_id')->nullable()->constrained()->cascadeOnDelete();
});`,
    fixed: `Schema::table('lamps', function (Blueprint $table) {
    if (! Schema::hasColumn('lamps', 'user_id')) {
        $table->foreignId('user_id')->nullable();
    }
    if (! collect(Schema::getForeignKeys('lamps'))->contains('name', 'lamps_user_id_foreign')) {
        $table->foreign('user_id')->references('id')->on('users')->cascadeOnDelete();
    }
});`,
  },
  {
    title: 'a column with references() and unique(), on the newest Laravel',
    laravel: '13.42.0',
    code: `Schema::table('lamps', function (Blueprint $table) {
    $table->foreignId("user_id")->unique()->references('id')->on('users');
});`,
    fixed: `Schema::table('lamps', function (Blueprint $table) {
    if (! Schema::hasColumn('lamps', "user_id")) {
        $table->foreignId("user_id");
    }
    if (! Schema::hasForeignKey('lamps', 'lamps_user_id_foreign')) {
        $table->foreign("user_id")->references('id')->on('users');
    }
    if (! Schema::hasIndex('lamps', 'lamps_user_id_unique')) {
        $table->unique("user_id");
    }
});`,
  },
  {
    title: 'a loop over names: guarded by the variable',
    code: `Schema::table('lamps', function (Blueprint $table) {
    foreach (['red', 'green'] as $colour) {
        $table->integer($colour)->default(0);
    }
});`,
    fixed: `Schema::table('lamps', function (Blueprint $table) {
    foreach (['red', 'green'] as $colour) {
        if (! Schema::hasColumn('lamps', $colour)) {
            $table->integer($colour)->default(0);
        }
    }
});`,
  },
  {
    title: 'a loop over tables: guarded by both variables',
    code: `foreach (['lamps', 'users'] as $name) {
    Schema::table($name, function (Blueprint $table) {
        $table->integer('priority');
    });
}`,
    fixed: `foreach (['lamps', 'users'] as $name) {
    if (! Schema::hasColumn($name, 'priority')) {
        Schema::table($name, function (Blueprint $table) {
            $table->integer('priority');
        });
    }
}`,
  },
  {
    title: 'a helper method with the Blueprint: guarded by its own table',
    code: migration(
      `Schema::table('lamps', function (Blueprint $table) {
    $this->prices($table);
});`,
      `
    private function prices(Blueprint $table): void
    {
        $table->integer('price');
    }
`,
    ),
    fixed: migration(
      `Schema::table('lamps', function (Blueprint $table) {
    $this->prices($table);
});`,
      `
    private function prices(Blueprint $table): void
    {
        if (! Schema::hasColumn($table->getTable(), 'price')) {
            $table->integer('price');
        }
    }
`,
    ),
  },
  {
    title: 'Schema::connection(): asked on the same connection',
    code: `Schema::connection('mysql')->table('lamps', function (Blueprint $table) {
    $table->integer('priority');
});`,
    fixed: `if (! Schema::connection('mysql')->hasColumn('lamps', 'priority')) {
    Schema::connection('mysql')->table('lamps', function (Blueprint $table) {
        $table->integer('priority');
    });
}`,
  },
  {
    title: 'tabs',
    code: migration(
      `Schema::table('lamps', function (Blueprint $table) {\n    $table->integer('priority');\n});`,
    ).replaceAll('    ', '\t'),
    fixed: migration(
      `if (! Schema::hasColumn('lamps', 'priority')) {\n    Schema::table('lamps', function (Blueprint $table) {\n        $table->integer('priority');\n    });\n}`,
    ).replaceAll('    ', '\t'),
  },
  {
    title: 'CRLF',
    code: migration(
      `Schema::table('lamps', function (Blueprint $table) {\n    $table->integer('priority');\n});`,
    ).replaceAll('\n', '\r\n'),
    fixed: migration(
      `if (! Schema::hasColumn('lamps', 'priority')) {\n    Schema::table('lamps', function (Blueprint $table) {\n        $table->integer('priority');\n    });\n}`,
    ).replaceAll('\n', '\r\n'),
  },
  {
    title: 'a facade that is not imported: by its full name',
    code: `<?php
return new class extends Illuminate\\Database\\Migrations\\Migration {
    public function up() {
        app('db.schema')->table('lamps', function ($table) {
            $this->prices($table);
        });
    }
    private function prices($table) {
        $table->integer('price');
    }
};
`,
    fixed: `<?php
return new class extends Illuminate\\Database\\Migrations\\Migration {
    public function up() {
        app('db.schema')->table('lamps', function ($table) {
            $this->prices($table);
        });
    }
    private function prices($table) {
        if (! \\Illuminate\\Support\\Facades\\Schema::hasColumn($table->getTable(), 'price')) {
            $table->integer('price');
        }
    }
};
`,
  },
  {
    title: 'a builder that the closure does not see: no proof, no fix',
    code: `$schema = DB::connection()->getSchemaBuilder();
$schema->table('lamps', function (Blueprint $table) {
    $table->integer('a');
    $table->string('name', 9)->change();
});`,
    fixed: null,
  },
  {
    title: 'a builder in a variable: asked itself',
    code: `$schema = DB::connection()->getSchemaBuilder();
$schema->table('lamps', function (Blueprint $table) {
    $table->integer('a');
});`,
    fixed: `$schema = DB::connection()->getSchemaBuilder();
if (! $schema->hasColumn('lamps', 'a')) {
    $schema->table('lamps', function (Blueprint $table) {
        $table->integer('a');
    });
}`,
  },
  {
    title: 'several columns in one ALTER (older Laravel): a guard for each',
    laravel: '8.83.29',
    code: `Schema::table('lamps', function (Blueprint $table) {
    $table->integer('red');
    $table->integer('green')->default(1);
});`,
    fixed: `Schema::table('lamps', function (Blueprint $table) {
    if (! Schema::hasColumn('lamps', 'red')) {
        $table->integer('red');
    }
    if (! Schema::hasColumn('lamps', 'green')) {
        $table->integer('green')->default(1);
    }
});`,
  },
  {
    title: 'two statements on one line are left alone',
    code: `$a = 1; Schema::table('lamps', function (Blueprint $table) { $table->integer('priority'); $a = 2; });`,
    fixed: null,
  },
  {
    title: 'a column that is dropped on the way: guarded where the second run stops',
    code: `Schema::table('lamps', function (Blueprint $table) {
    $table->integer('priority');
});
Schema::table('lamps', function (Blueprint $table) {
    $table->dropColumn('priority');
});
Schema::table('lamps', function (Blueprint $table) {
    $table->integer('priority');
});`,
    fixed: `if (! Schema::hasColumn('lamps', 'priority')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->integer('priority');
    });
}
Schema::table('lamps', function (Blueprint $table) {
    $table->dropColumn('priority');
});
Schema::table('lamps', function (Blueprint $table) {
    $table->integer('priority');
});`,
  },
];

const table = (...lines: string[]) =>
  `Schema::table('lamps', function (Blueprint $table) {\n${lines.map((line) => `    ${line}`).join('\n')}\n});`;
const guarded = (condition: string, code: string) =>
  `if (${condition}) {\n${code.replace(/^(?=.)/gm, '    ')}\n}`;

const TABLES: readonly Case[] = [
  {
    title: 'a value that only the closure knows is known behind it, too',
    rule: 'create-table-unguarded',
    code: `Schema::create('shades', static function (Blueprint $table): void {
    $first = 'lamp';
    $prefix = $first . '_of';
    $other = 'unused';
    $table->id();
    $table->string($prefix . '_type');
    $table->index([$prefix . '_type'], 'by_type');
});`,
    fixed: `if (! Schema::hasTable('shades')) {
    Schema::create('shades', static function (Blueprint $table): void {
        $first = 'lamp';
        $prefix = $first . '_of';
        $other = 'unused';
        $table->id();
        $table->string($prefix . '_type');
    });
}

Schema::table('shades', static function (Blueprint $table): void {
    $first = 'lamp';
    $prefix = $first . '_of';
    if (! Schema::hasIndex('shades', 'by_type')) {
        $table->index([$prefix . '_type'], 'by_type');
    }
});`,
  },
  {
    title: 'a table without keys',
    rule: 'create-table-unguarded',
    code: "Schema::create('shades', fn (Blueprint $table) => $table->id());",
    fixed: guarded(
      "! Schema::hasTable('shades')",
      "Schema::create('shades', fn (Blueprint $table) => $table->id());",
    ),
  },
  {
    title: 'a table with keys: those by themselves, since a run may stop before each',
    rule: 'create-table-unguarded',
    laravel: '13.42.0',
    code: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->string('name')->index(); // looked for
    $table->foreignId('lamp_id')->nullable()->constrained()->cascadeOnDelete();
    $table->morphs('thing');
    $table->unique(
        ['name', 'lamp_id'],
        'one_name',
    );
    $table->timestamps();
});`,
    fixed: `if (! Schema::hasTable('shades')) {
    Schema::create('shades', function (Blueprint $table) {
        $table->id();
        $table->string('name'); // looked for
        $table->foreignId('lamp_id')->nullable();
        $table->string('thing_type');
        $table->unsignedBigInteger('thing_id');
        $table->timestamps();
    });
}

Schema::table('shades', function (Blueprint $table) {
    if (! Schema::hasForeignKey('shades', 'shades_lamp_id_foreign')) {
        $table->foreign('lamp_id')->references('id')->on('lamps')->cascadeOnDelete();
    }
    if (! Schema::hasIndex('shades', 'shades_thing_type_thing_id_index')) {
        $table->index(['thing_type', 'thing_id']);
    }
    if (! Schema::hasIndex('shades', 'one_name')) {
        $table->unique(
            ['name', 'lamp_id'],
            'one_name',
        );
    }
    if (! Schema::hasIndex('shades', 'shades_name_index')) {
        $table->index('name');
    }
});`,
  },
  {
    title: 'a table with morphs(), whose id is a UUID in this application',
    rule: 'create-table-unguarded',
    code: `Schema::morphUsingUuids();
Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->nullableMorphs('thing');
});`,
    fixed: `Schema::morphUsingUuids();
if (! Schema::hasTable('shades')) {
    Schema::create('shades', function (Blueprint $table) {
        $table->id();
        $table->string('thing_type')->nullable();
        $table->uuid('thing_id')->nullable();
    });
}

Schema::table('shades', function (Blueprint $table) {
    if (! Schema::hasIndex('shades', 'shades_thing_type_thing_id_index')) {
        $table->index(['thing_type', 'thing_id']);
    }
});`,
  },
  {
    title: 'tables of a loop',
    rule: 'create-table-unguarded',
    laravel: '13.42.0',
    code: `foreach (['red', 'green'] as $name) {
    Schema::create($name, function (Blueprint $table) {
        $table->id();
        $table->foreignId('user_id')->constrained();
    });
}`,
    fixed: `foreach (['red', 'green'] as $name) {
    if (! Schema::hasTable($name)) {
        Schema::create($name, function (Blueprint $table) {
            $table->id();
            $table->foreignId('user_id');
        });
    }

    Schema::table($name, function (Blueprint $table) {
        if (! Schema::hasForeignKey($table->getTable(), ['user_id'])) {
            $table->foreign('user_id')->references('id')->on('users');
        }
    });
}`,
  },
  {
    title: 'a comment on the table, which may be sent again and again',
    rule: 'create-table-unguarded',
    code: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->comment('hello');
});`,
    fixed: `if (! Schema::hasTable('shades')) {
    Schema::create('shades', function (Blueprint $table) {
        $table->id();
    });
}

Schema::table('shades', function (Blueprint $table) {
    $table->comment('hello');
});`,
  },
  {
    title: 'keys in the branches of an if, also in those that this run does not take',
    rule: 'create-table-unguarded',
    code: `$teams = config('permission.teams', false);
$names = ['shades' => 'shades', 'owner' => 'owner_id'];
Schema::create(
    $names['shades'],
    function (Blueprint $table) use ($teams, $names) {
        $table->id();
        $table->foreignId($names['owner']);
        $table->string('name');

        if ($teams) { // not here
            $table->unique([$names['owner'], 'name']);
        } elseif (config('app.old')) {
            $table->index($names['owner'], 'by_owner');
        } else {
            $table->foreign($names['owner'])
                ->references('id')->on('users');
            $table->unique(['name']);
        }

        $table->foreign('id', 'own')->references('id')->on('users');
    }
);`,
    fixed: `$teams = config('permission.teams', false);
$names = ['shades' => 'shades', 'owner' => 'owner_id'];
if (! Schema::hasTable('shades')) {
    Schema::create(
        $names['shades'],
        function (Blueprint $table) use ($teams, $names) {
            $table->id();
            $table->foreignId($names['owner']);
            $table->string('name');
        }
    );
}

Schema::table($names['shades'], function (Blueprint $table) use ($teams, $names) {
    if ($teams) { // not here
        if (! Schema::hasIndex($table->getTable(), [$names['owner'], 'name'], 'unique')) {
            $table->unique([$names['owner'], 'name']);
        }
    } elseif (config('app.old')) {
        if (! Schema::hasIndex($table->getTable(), 'by_owner')) {
            $table->index($names['owner'], 'by_owner');
        }
    } else {
        if (! Schema::hasForeignKey($table->getTable(), ['owner_id'])) {
            $table->foreign($names['owner'])
                ->references('id')->on('users');
        }
        if (! Schema::hasIndex($table->getTable(), ['name'], 'unique')) {
            $table->unique(['name']);
        }
    }
    if (! Schema::hasForeignKey($table->getTable(), 'own')) {
        $table->foreign('id', 'own')->references('id')->on('users');
    }
});`,
    laravel: '13.42.0',
  },
  {
    title: 'columns in the branches of an if',
    rule: 'create-table-unguarded',
    code: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    if (config('app.key') !== 'x') {
        $table->string('name');
        $table->index('name');
    }
});`,
    fixed: null,
  },
  {
    title: 'keys that another method adds can not be told apart',
    rule: 'create-table-unguarded',
    code: migration(
      `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $this->name($table);
});`,
      `
    private function name(Blueprint $table): void
    {
        $table->string('name')->index();
    }
`,
    ),
    fixed: null,
  },
  {
    title: 'Schema::drop',
    rule: 'drop-table-no-if-exists',
    code: "Schema::connection('mysql')->drop('lamps');",
    fixed: "Schema::connection('mysql')->dropIfExists('lamps');",
  },
  {
    title: 'a table is renamed: both names are asked',
    rule: 'rename-unguarded',
    code: `Schema::rename("lamps", 'lights');`,
    fixed: guarded(
      `Schema::hasTable("lamps") && ! Schema::hasTable('lights')`,
      `Schema::rename("lamps", 'lights');`,
    ),
  },
  {
    title: 'a table is renamed and dropped: each name is asked once',
    rule: 'rename-unguarded',
    code: `Schema::rename('lamps', 'lamps_tmp');\nSchema::dropIfExists('lamps_tmp');`,
    fixed: `${guarded("Schema::hasTable('lamps') && ! Schema::hasTable('lamps_tmp')", "Schema::rename('lamps', 'lamps_tmp');")}\nSchema::dropIfExists('lamps_tmp');`,
  },
  {
    title: 'a change of a table that is dropped further down',
    rule: 'second-run-fails',
    code: `${table("$table->integer('a');")}\nSchema::dropIfExists('lamps');`,
    fixed: `${guarded("Schema::hasTable('lamps') && ! Schema::hasColumn('lamps', 'a')", table("$table->integer('a');"))}\nSchema::dropIfExists('lamps');`,
  },
];

const oldIndex =
  "Schema::getConnection()->select('select 1 from information_schema.statistics where table_schema = database() and table_name = ? and index_name = ?', ['lamps', 'lamps_old_index'])";
const oldKey =
  "Schema::getConnection()->select('select 1 from information_schema.table_constraints where table_schema = database() and table_name = ? and constraint_name = ?', ['lamps', 'lamps_owner_id_foreign'])";

/** Statement on the table `lamps`, the rule, Laravel, and the condition around it. */
const KEYS: readonly Case[] = (
  [
    [
      "$table->index('old');",
      'add-index-unguarded',
      '13.42.0',
      "! Schema::hasIndex('lamps', 'lamps_old_index')",
    ],
    [
      "$table->index('old');",
      'add-index-unguarded',
      '10.43.0',
      "! Schema::hasIndex('lamps', 'lamps_old_index')",
    ],
    [
      "$table->index('old');",
      'add-index-unguarded',
      '10.40.0',
      "! collect(Schema::getIndexes('lamps'))->contains('name', 'lamps_old_index')",
    ],
    ["$table->index('old');", 'add-index-unguarded', '8.83.29', `! ${oldIndex}`],
    [
      "$table->unique('old', 'Only');",
      'add-index-unguarded',
      '13.42.0',
      "! Schema::hasIndex('lamps', 'Only')",
    ],
    [
      "$table->fullText('old');",
      'add-index-unguarded',
      '11.57.1',
      "! Schema::hasIndex('lamps', 'lamps_old_fulltext')",
    ],
    [
      "$table->foreign('owner_id', 'again')->references('id')->on('users');",
      'add-fk-unguarded',
      '13.42.0',
      "! Schema::hasForeignKey('lamps', 'again')",
    ],
    [
      "$table->foreign('owner_id', 'again')->references('id')->on('users');",
      'add-fk-unguarded',
      '13.9.0',
      "! collect(Schema::getForeignKeys('lamps'))->contains('name', 'again')",
    ],
    ["$table->dropColumn('old');", 'drop-column-unguarded', '11.57.1', "Schema::hasColumn('lamps', 'old')"],
    [
      "$table->dropColumn(['old', 'name']);",
      'drop-column-unguarded',
      '11.57.1',
      "Schema::hasColumns('lamps', ['old', 'name'])",
    ],
    [
      "$table->dropIndex(['name']);",
      'drop-index-unguarded',
      '11.57.1',
      "Schema::hasIndex('lamps', 'lamps_name_index')",
    ],
    [
      "$table->dropForeign(['owner_id']);",
      'drop-fk-unguarded',
      '13.42.0',
      "Schema::hasForeignKey('lamps', 'lamps_owner_id_foreign')",
    ],
    ["$table->dropForeign(['owner_id']);", 'drop-fk-unguarded', '9.52.20', oldKey],
    [
      "$table->renameColumn('old', 'new');",
      'rename-unguarded',
      '11.57.1',
      "Schema::hasColumn('lamps', 'old') && ! Schema::hasColumn('lamps', 'new')",
    ],
    [
      "$table->renameIndex('lamps_name_index', 'by_name');",
      'rename-unguarded',
      '11.57.1',
      "Schema::hasIndex('lamps', 'lamps_name_index') && ! Schema::hasIndex('lamps', 'by_name')",
    ],
  ] as const
).map(([statement, rule, laravel, condition]) => ({
  title: `${statement} on Laravel ${laravel}`,
  code: table(statement),
  fixed: guarded(condition, table(statement)),
  rule,
  laravel,
}));

const OTHERS: readonly Case[] = [
  {
    title: 'keys of a loop: asked by the same names',
    rule: 'add-index-unguarded',
    code: table(
      "foreach (['old', 'owner_id'] as $column) {",
      "    $table->index($column, 'by_'.$column);",
      '}',
    ),
    fixed: table(
      "foreach (['old', 'owner_id'] as $column) {",
      "    if (! Schema::hasIndex('lamps', 'by_'.$column)) {",
      "        $table->index($column, 'by_'.$column);",
      '    }',
      '}',
    ),
  },
  {
    title: 'keys of a loop without names: asked by their columns',
    rule: 'add-index-unguarded',
    code: table("foreach (['old', 'owner_id'] as $column) {", '    $table->unique($column);', '}'),
    fixed: table(
      "foreach (['old', 'owner_id'] as $column) {",
      "    if (! Schema::hasIndex('lamps', [$column], 'unique')) {",
      '        $table->unique($column);',
      '    }',
      '}',
    ),
  },
  {
    title: 'dropConstrainedForeignId(): key and column, each with its guard',
    rule: 'drop-fk-unguarded',
    laravel: '13.42.0',
    code: table("$table->dropConstrainedForeignId('owner_id');"),
    fixed: table(
      "if (Schema::hasForeignKey('lamps', ['owner_id'])) {",
      "    $table->dropForeign(['owner_id']);",
      '}',
      "if (Schema::hasColumn('lamps', 'owner_id')) {",
      "    $table->dropColumn('owner_id');",
      '}',
    ).replace("['owner_id'])) {", "'lamps_owner_id_foreign')) {"),
  },
  {
    title: 'whenTableDoesntHaveColumn, where the settings want it',
    style: 'whenTable',
    code: table("$table->integer('priority');"),
    fixed: table("$table->integer('priority');").replace(
      "table('lamps', ",
      "whenTableDoesntHaveColumn('lamps', 'priority', ",
    ),
  },
  {
    title: 'whenTableHasColumn',
    style: 'whenTable',
    rule: 'drop-column-unguarded',
    code: table("$table->dropColumn('old');"),
    fixed: table("$table->dropColumn('old');").replace(
      "table('lamps', ",
      "whenTableHasColumn('lamps', 'old', ",
    ),
  },
  {
    title: 'whenTableDoesntHaveIndex, which only the newest have',
    style: 'whenTable',
    rule: 'add-index-unguarded',
    laravel: '12.42.0',
    code: table("$table->index('old');"),
    fixed: table("$table->index('old');").replace(
      "table('lamps', ",
      "whenTableDoesntHaveIndex('lamps', 'lamps_old_index', ",
    ),
  },
  {
    title: 'an older one gets a plain if',
    style: 'whenTable',
    rule: 'add-index-unguarded',
    laravel: '12.41.0',
    code: table("$table->index('old');"),
    fixed: guarded("! Schema::hasIndex('lamps', 'lamps_old_index')", table("$table->index('old');")),
  },
  {
    title: 'raw SQL on MySQL',
    code: "DB::connection('mysql')->statement('alter table lamps add priority int not null');",
    fixed: guarded(
      "! Schema::connection('mysql')->hasColumn('lamps', 'priority')",
      "DB::connection('mysql')->statement('alter table lamps add priority int not null');",
    ),
  },
  {
    title: 'raw SQL on MariaDB, which has IF NOT EXISTS for it',
    server: 'mariadb-10.11',
    code: "DB::statement('ALTER TABLE lamps ADD COLUMN priority INT NOT NULL, ADD INDEX p (priority)');",
    fixed:
      "DB::statement('ALTER TABLE lamps ADD COLUMN IF NOT EXISTS priority INT NOT NULL, ADD INDEX IF NOT EXISTS p (priority)');",
  },
  {
    title: 'a table in raw SQL: IF NOT EXISTS on every server',
    rule: 'create-table-unguarded',
    code: 'DB::statement("\n    create table shades (\n        id int\n    )\n");',
    fixed: 'DB::statement("\n    create table if not exists shades (\n        id int\n    )\n");',
  },
  {
    title: 'a quoted text of several lines stays as it is',
    rule: 'drop-column-unguarded',
    code: 'DB::statement("\n    alter table lamps\n        drop column old\n");',
    fixed: `if (Schema::hasColumn('lamps', 'old')) {
    DB::statement("\n    alter table lamps\n        drop column old\n");
}`,
  },
  {
    title: 'a view',
    rule: 'create-table-unguarded',
    code: "DB::statement('CREATE VIEW v AS SELECT id FROM users');",
    fixed: guarded("! Schema::hasView('v')", "DB::statement('CREATE VIEW v AS SELECT id FROM users');"),
  },
  {
    title: 'a row by the query builder',
    rule: 'insert-not-idempotent',
    code: "DB::table('users')->insert(['id' => 7]);",
    fixed: "DB::table('users')->insertOrIgnore(['id' => 7]);",
  },
  {
    title: 'a row whose id is wanted',
    rule: 'insert-not-idempotent',
    code: "DB::table('users')->insertGetId(['id' => 7]);",
    fixed: guarded(
      "! DB::table('users')->where('id', 7)->exists()",
      "DB::table('users')->insertGetId(['id' => 7]);",
    ),
  },
  {
    title: 'a row in raw SQL',
    rule: 'insert-not-idempotent',
    code: "DB::statement('INSERT INTO users (id) VALUES (7)');",
    fixed: "DB::statement('INSERT IGNORE INTO users (id) VALUES (7)');",
  },
  {
    title: 'a branch without braces, whose else would belong to the guard',
    code: `if (DB::getDriverName() === 'mysql')
    Schema::table('lamps', fn (Blueprint $table) => $table->integer('a'));
else
    Schema::table('lamps', fn (Blueprint $table) => $table->text('a'));`,
    fixed: null,
  },
];

const each = { rule: 'resume-differs', laravel: '13.42.0' };

/** One guard around several statements. */
/** What reads or writes rows of what the same migration takes away. */
const ROWS: readonly Case[] = [
  {
    title: 'rows moved out of a column that goes then',
    rule: 'second-run-fails',
    code: `DB::table('lamps')->whereNotNull('old')->update(['name' => DB::raw('old')]);
if (Schema::hasColumn('lamps', 'old')) {
    Schema::table('lamps', fn (Blueprint $table) => $table->dropColumn('old'));
}`,
    fixed: `if (Schema::hasColumn('lamps', 'old')) {
    DB::table('lamps')->whereNotNull('old')->update(['name' => DB::raw('old')]);
}
if (Schema::hasColumn('lamps', 'old')) {
    Schema::table('lamps', fn (Blueprint $table) => $table->dropColumn('old'));
}`,
  },
  {
    title: 'rows read by a chain over several lines, whose closure writes others',
    rule: 'second-run-fails',
    code: `DB::table('lamps')
    ->whereNotNull('old')
    ->get()
    ->each(function ($lamp) {
        DB::table('users')->insert(['id' => $lamp->old]);
    });
if (Schema::hasColumn('lamps', 'old')) {
    Schema::table('lamps', fn (Blueprint $table) => $table->dropColumn('old'));
}`,
    fixed: `if (Schema::hasColumn('lamps', 'old')) {
    DB::table('lamps')
        ->whereNotNull('old')
        ->get()
        ->each(function ($lamp) {
            DB::table('users')->insert(['id' => $lamp->old]);
        });
}
if (Schema::hasColumn('lamps', 'old')) {
    Schema::table('lamps', fn (Blueprint $table) => $table->dropColumn('old'));
}`,
  },
  {
    title: 'rows of a table that goes then, by SQL',
    rule: 'second-run-fails',
    server: 'mariadb-10.11',
    code: `\tDB::statement("insert into users (id) select owner_id from lamps");
\tSchema::dropIfExists('lamps');`,
    fixed: `\tif (Schema::hasTable('lamps')) {
\t\tDB::statement("insert into users (id) select owner_id from lamps");
\t}
\tSchema::dropIfExists('lamps');`,
  },
  {
    title: 'what is read is needed behind it',
    rule: 'second-run-fails',
    code: `$rows = DB::table('lamps')->whereNotNull('old')->get();
Schema::table('lamps', fn (Blueprint $table) => $table->dropColumn('old'));
foreach ($rows as $row) {
    DB::table('users')->insert(['id' => $row->old]);
}`,
    fixed: null,
  },
];

const SPLITS: readonly Case[] = [
  {
    ...each,
    title: 'two columns under the guard of the first',
    code: guarded(
      "! Schema::hasColumn('lamps', 'red')",
      table("$table->integer('red');", '// and', "$table->integer('green');"),
    ),
    fixed: table(
      "if (! Schema::hasColumn('lamps', 'red')) {",
      "    $table->integer('red');",
      '}',
      '// and',
      "if (! Schema::hasColumn('lamps', 'green')) {",
      "    $table->integer('green');",
      '}',
    ),
  },
  {
    ...each,
    title: 'what the guard wants to be there besides it keeps',
    code: guarded(
      "Schema::hasTable('lamps') && ! Schema::hasColumn('lamps', 'red')",
      table("$table->integer('red');", "$table->integer('green');"),
    ),
    fixed: guarded(
      "Schema::hasTable('lamps')",
      table(
        "if (! Schema::hasColumn('lamps', 'red')) {",
        "    $table->integer('red');",
        '}',
        "if (! Schema::hasColumn('lamps', 'green')) {",
        "    $table->integer('green');",
        '}',
      ),
    ),
  },
  {
    ...each,
    title: 'a column and its key',
    code: table(
      "if (! Schema::hasColumn('lamps', 'user_id')) {",
      "    $table->foreignId('user_id')->constrained();",
      '}',
    ),
    fixed: table(
      "if (! Schema::hasColumn('lamps', 'user_id')) {",
      "    $table->foreignId('user_id');",
      '}',
      "if (! Schema::hasForeignKey('lamps', 'lamps_user_id_foreign')) {",
      "    $table->foreign('user_id')->references('id')->on('users');",
      '}',
    ),
  },
  {
    ...each,
    title: 'an early return',
    code: `if (Schema::hasTable('shades')) {
    return;
}

// Shades
Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->string('name')->index();
});`,
    fixed: `// Shades
if (! Schema::hasTable('shades')) {
    Schema::create('shades', function (Blueprint $table) {
        $table->id();
        $table->string('name');
    });
}

Schema::table('shades', function (Blueprint $table) {
    if (! Schema::hasIndex('shades', 'shades_name_index')) {
        $table->index('name');
    }
});`,
  },
  {
    ...each,
    title: 'an early return for want of what the migration rests on stays',
    code: `if (! Schema::hasTable('lamps')) {
    return;
}
${guarded("! Schema::hasColumn('lamps', 'red')", table("$table->integer('red');", "$table->integer('green');"))}`,
    fixed: `if (! Schema::hasTable('lamps')) {
    return;
}
${table(
  "if (! Schema::hasColumn('lamps', 'red')) {",
  "    $table->integer('red');",
  '}',
  "if (! Schema::hasColumn('lamps', 'green')) {",
  "    $table->integer('green');",
  '}',
)}`,
  },
  {
    ...each,
    title: 'rows written between: a second run must not write them again',
    code: guarded(
      "! Schema::hasColumn('lamps', 'red')",
      `${table("$table->integer('red');")}\nDB::table('lamps')->update(['red' => 1]);\n${table("$table->integer('green');")}`,
    ),
    fixed: null,
  },
  {
    ...each,
    title: 'a guard that asks something else besides',
    code: guarded(
      "app()->environment('local') || ! Schema::hasColumn('lamps', 'red')",
      table("$table->integer('red');", "$table->integer('green');"),
    ),
    fixed: null,
  },
];

/** The rules about runs after the first. */
const ABOUT_RUNS = /unguarded|no-if-exists|not-idempotent|second-run|resume/;

const CASES = [...COLUMNS, ...TABLES, ...KEYS, ...OTHERS, ...ROWS, ...SPLITS];

describe('the guard around a statement', () => {
  for (const { title, code, fixed, ...more } of CASES)
    it(title, async () => {
      const found = await findings(code, more);
      const column = found.filter((finding) => finding.rule === (more.rule ?? 'add-column-unguarded'));
      assert.notEqual(fixed !== null && column.length === 0, true, 'no finding');
      const [fix] = column.flatMap((finding) => finding.fixes);
      assert.equal(fix ? applyEdits(text(code), fix.edits) : null, fixed === null ? null : text(fixed));
      if (fix) assert.equal(fix.proven, true);
    });

  it('what nobody knows of a table from before does not speak against it', async () => {
    const unsure = `${base}\nif (\\Vendor\\Features::enabled()) {
    Schema::table('lamps', fn (Blueprint $table) => $table->string('maybe')->nullable());
}`;
    const app = appWith({ [BASE]: unsure, [OWN]: COLUMNS[0]!.code });
    const found = await createAnalysis(app.root, DEFAULT_SETTINGS).lint(FILE);
    const added = found?.findings.find(({ rule }) => rule === 'add-column-unguarded');
    assert.equal(added?.fixes[0]?.proven, true);
  });

  it('what an ALTER for several columns is refused hides no refusal of a key beside them', async () => {
    const code = `Schema::table('lamps', function (Blueprint $table) {
    $table->integer('a');
    $table->integer('b')->index();
    $table->index('a');
});`;
    const found = (await findings(code, { laravel: '10.50.4' })).filter(({ method }) => method === 'up');
    const rules = ['add-column-unguarded', 'add-index-unguarded', 'add-index-unguarded'];
    assert.deepEqual(
      found.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule),
      rules,
    );
    assert.deepEqual(
      found.map(({ message }) => /lamps_\w+_index|'a'$/.exec(message)?.[0]),
      ["'a'", 'lamps_a_index', 'lamps_b_index'],
    );
  });

  it('is written, and the runs are shown, where an earlier file was edited since', async () => {
    const app = appWith({ [BASE]: base, [OWN]: COLUMNS[0]!.code });
    const analysis = createAnalysis(app.root, DEFAULT_SETTINGS);
    await analysis.lint(FILE);
    analysis.setText(`database/migrations/${BASE}.php`, migration(`${base}\n// edited`));
    assert.match((await analysis.fixAll(FILE))!.text, /if \(! Schema::hasColumn\('lamps', 'priority'\)\)/);
    assert.equal((await analysis.runs(FILE))?.second.steps.length, 1);
  });

  it('round a key that stands with a column of an ALTER for several is that round all of them', async () => {
    const code = `Schema::table('lamps', function (Blueprint $table) {
    $table->string('a')->index();
    $table->string('b')->unique();
});`;
    const found = (await findings(code, { laravel: '10.50.4' })).filter(({ method }) => method === 'up');
    const title = "Guard 'a', 'lamps_a_index', 'b', 'lamps_b_unique', each statement by itself";
    assert.deepEqual(
      found.map(({ rule, fixes }) => [rule, fixes[0]?.title]),
      [
        ['add-column-unguarded', title],
        ['add-index-unguarded', title],
        ['add-index-unguarded', title],
      ],
    );
  });

  it('all are written at once, where they do not touch each other', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const tables = names.map((name) => `Schema::create('${name}s', fn (Blueprint $table) => $table->id());`);
    const app = appWith({ [BASE]: base, [OWN]: tables.join('\n') });
    const fixed = await createAnalysis(app.root, DEFAULT_SETTINGS).fixAll(FILE);
    assert.deepEqual(
      fixed?.applied.slice(0, names.length).map(({ args }) => args[0]),
      names.map((name) => `'${name}s'`),
    );
    assert.equal(fixed?.text.match(/if \(! Schema::hasTable/g)?.length, names.length);
  });

  it('all are written in an order that leaves no guard round nothing, and no drop in down() of what is left out', async () => {
    const code = table("$table->index(['old', 'name']);\n    $table->index(['old', 'name', 'owner_id']);");
    const file = migration(code).replace(/\n {4}public function down\(\): void\n {4}\{[^}]*\}\n/, '');
    const analysis = createAnalysis(appWith({ [BASE]: base, [OWN]: file }).root, DEFAULT_SETTINGS);
    const fixed = (await analysis.fixAll(FILE))!.text;
    assert.equal(fixed.match(/if \(/g)?.length, 1, fixed);
    assert.match(fixed, /dropIndex\('lamps_old_name_owner_id_index'\)/);
    assert.doesNotMatch(fixed, /lamps_old_name_index/);
    analysis.setText(FILE, fixed);
    assert.deepEqual((await analysis.findings(FILE))?.findings, []);
  });

  const FIXABLE = CASES.filter((each) => each.fixed !== null);
  for (const { title, code, ...more } of FIXABLE)
    it(`after all fixes nothing is left to guard: ${title}`, async () => {
      let current = text(code);
      for (let round = 0; round < 10; round++) {
        const fix = (await findings(current, more)).flatMap((finding) => finding.fixes)[0];
        if (!fix) break;
        current = applyEdits(current, fix.edits);
      }
      const left = await findings(current, more);
      assert.deepEqual(
        left.filter(({ rule }) => ABOUT_RUNS.test(rule)).map(({ message }) => message),
        [],
      );
    });
});
