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
    $table->string('name');
});`;

interface Case {
  readonly title: string;
  /** The whole body of up(), or a whole file. */
  readonly code: string;
  /** The same with the first fix applied; null: no fix is offered. */
  readonly fixed: string | null;
  readonly laravel?: string;
  readonly server?: string;
}

const findings = async (
  code: string,
  { laravel, server }: Partial<Case> = {},
): Promise<readonly Finding[]> => {
  const app = appWith({ [BASE]: base, [OWN]: code }, {}, laravel);
  const settings: AnalysisSettings = { ...DEFAULT_SETTINGS, server: server ?? null };
  const found = await createAnalysis(app.root, settings).lint(FILE);
  assert.equal(found?.problem, null);
  return found?.findings ?? [];
};

const text = (code: string) => (code.includes('<?php') ? code : migration(code));

const CASES: readonly Case[] = [
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
    title: 'timestamps(): both columns at once',
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
    title: 'morphs(): one guard would hide the index that a stopped run has not made',
    code: `Schema::table('lamps', function (Blueprint $table) {
    $table->morphs('owner');
});`,
    fixed: null,
  },
  {
    title: 'foreignId()->constrained(): one guard would hide the key that a stopped run has not made',
    code: `Schema::table('lamps', function (Blueprint $table) {
    $table->foreignId('user_id')->nullable()->constrained();
});`,
    fixed: null,
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
    title: 'raw SQL leaves no place for a guard of ours',
    code: "DB::statement('alter table lamps add priority int not null');",
    fixed: null,
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

describe('the guard around a column', () => {
  for (const { title, code, fixed, ...more } of CASES)
    it(title, async () => {
      const found = await findings(code, more);
      const column = found.filter((finding) => finding.rule === 'add-column-unguarded');
      assert.notEqual(fixed !== null && column.length === 0, true, 'no finding');
      const [fix] = column.flatMap((finding) => finding.fixes);
      assert.equal(fix ? applyEdits(text(code), fix.edits) : null, fixed === null ? null : text(fixed));
      if (fix) assert.equal(fix.proven, true);
    });

  const FIXABLE = CASES.filter((each) => each.fixed !== null);
  for (const { title, code, ...more } of FIXABLE)
    it(`after all fixes no column is left to guard: ${title}`, async () => {
      let current = text(code);
      for (let round = 0; round < 10; round++) {
        const fix = (await findings(current, more)).flatMap((finding) => finding.fixes)[0];
        if (!fix) break;
        current = applyEdits(current, fix.edits);
      }
      const left = await findings(current, more);
      assert.deepEqual(
        left.filter(({ rule }) => rule === 'add-column-unguarded').map(({ message }) => message),
        [],
      );
    });
});
