import { checkCase, type LintCase } from './lintCases';

const RULES = new Set([
  'tenant-column',
  'tenant-foreign-key',
  'tenant-index',
  'tenant-unique',
  'tenant-polymorphic',
]);
const policy = { tenant: { column: 'company_id', parent: 'companies', exempt: ['cache*'] } };

const base = `Schema::create('companies', fn (Blueprint $table) => $table->id());
Schema::create('old', fn (Blueprint $table) => $table->id());
Schema::create('lamps', function (Blueprint $table) {
    $table->id();
    $table->foreignId('company_id')->constrained()->cascadeOnUpdate()->cascadeOnDelete();
});`;

const TENANT = "$table->foreignId('company_id')->constrained()->cascadeOnUpdate()->cascadeOnDelete();";
const create = (...lines: string[]) =>
  `Schema::create('shades', function (Blueprint $table) {\n${lines.map((line) => `    ${line}`).join('\n')}\n});`;
const table = (name: string, ...lines: string[]) =>
  `Schema::table('${name}', function (Blueprint $table) {\n${lines.map((line) => `    ${line}`).join('\n')}\n});`;

/** What the fix writes behind a statement. */
const withKey = (code: string, key = 'id') => `${code}

if (! collect(Schema::getForeignKeys('shades'))->contains('name', 'shades_company_id_foreign')) {
    Schema::table('shades', function (Blueprint $table) {
        $table->foreign('company_id')->references('${key}')->on('companies')->cascadeOnUpdate()->cascadeOnDelete();
    });
}`;

const CASES: readonly LintCase[] = [
  { title: 'all as it should be', code: create('$table->id();', TENANT), found: [] },
  {
    title: 'no tenant column',
    code: create('$table->id();'),
    found: [['tenant-column', 1, "The team's policy: shades has no company_id"]],
    fix: [
      "Add 'company_id' with its foreign key",
      withKey(create('$table->id();', "$table->foreignId('company_id');")),
    ],
  },
  {
    title: 'no tenant column, where the table is guarded and others follow',
    base: base.replace('$table->id()', "$table->uuid('key')->primary()"),
    code: `if (! Schema::hasTable('shades')) {\n    ${create('$table->id(); // of its own', "$table->string('name');").replaceAll('\n', '\n    ')}\n}\nSchema::dropIfExists('old');`,
    found: [['tenant-column', 2, "The team's policy: shades has no company_id"]],
    fix: [
      "Add 'company_id' with its foreign key",
      `${withKey(
        `if (! Schema::hasTable('shades')) {\n    ${create('$table->id();', "$table->foreignUuid('company_id'); // of its own", "$table->string('name');").replaceAll('\n', '\n    ')}\n}`,
        'key',
      )}\n\nSchema::dropIfExists('old');`,
    ],
  },
  {
    title: 'no tenant column, and no closure with room for it, or no parent',
    code: "Schema::create('shades', fn (Blueprint $table) => $table->id());",
    found: [['tenant-column', 1, "The team's policy: shades has no company_id"]],
    fix: null,
  },
  {
    title: 'no tenant column, and no parent',
    base: '',
    code: create('$table->id();'),
    found: [['tenant-column', 1, "The team's policy: shades has no company_id"]],
    fix: null,
  },
  {
    title: 'the parent, tables that are exempt, and no policy at all',
    code: "Schema::create('cache_locks', fn (Blueprint $table) => $table->id());",
    found: [],
  },
  {
    title: 'it may be NULL',
    code: create('$table->id();', TENANT.replace("('company_id')", "('company_id')->nullable()")),
    found: [['tenant-column', 3, "The team's policy: shades.company_id may be NULL"]],
    fix: ['Remove nullable()', create('$table->id();', TENANT)],
  },
  {
    title: 'no foreign key, no index',
    code: create('$table->id();', "$table->unsignedBigInteger('company_id');"),
    found: [
      ['tenant-foreign-key', 3, "The team's policy: shades.company_id has no foreign key to companies"],
      ['tenant-index', 3, "The team's policy: no index of shades starts with company_id"],
    ],
    fix: [
      "Add its foreign key to 'companies'",
      withKey(create('$table->id();', "$table->unsignedBigInteger('company_id');")),
    ],
  },
  {
    title: 'no foreign key of a column that is added, and that can refer to no company',
    code: table('old', "$table->string('company_id')->index();"),
    found: [['tenant-foreign-key', 2, "The team's policy: old.company_id has no foreign key to companies"]],
    fix: null,
  },
  {
    title: 'it does not cascade',
    code: create('$table->id();', "$table->foreignId('company_id')->constrained();"),
    found: [['tenant-foreign-key', 3, 'has no ON DELETE CASCADE, ON UPDATE CASCADE']],
    fix: [
      'Add cascadeOnDelete(), cascadeOnUpdate()',
      create(
        '$table->id();',
        "$table->foreignId('company_id')->constrained()->cascadeOnDelete()->cascadeOnUpdate();",
      ),
    ],
  },
  {
    title: 'it restricts',
    code: create(
      '$table->id();',
      "$table->foreignId('company_id')->constrained()->onDelete('restrict')->cascadeOnUpdate();",
    ),
    found: [['tenant-foreign-key', 3, /has no ON DELETE CASCADE$/]],
    fix: [
      'Add cascadeOnDelete()',
      create(
        '$table->id();',
        "$table->foreignId('company_id')->constrained()->cascadeOnDelete()->cascadeOnUpdate();",
      ),
    ],
  },
  {
    title: 'a unique key of all tenants',
    code: create('$table->id();', TENANT, "$table->string('slug')->unique(); // in the URL"),
    found: [
      ['tenant-unique', 4, 'the unique key shades_slug_unique of shades does not start with company_id'],
    ],
    fix: [
      "Let it start with 'company_id'",
      create(
        '$table->id();',
        TENANT,
        "$table->string('slug');",
        "$table->unique(['company_id', 'slug']); // in the URL",
      ),
    ],
  },
  {
    title: 'a unique key of all tenants by a statement of its own, with its name',
    code: create('$table->id();', TENANT, "$table->string('slug');", "$table->unique('slug', 'a_slug');"),
    found: [['tenant-unique', 5, 'a_slug']],
    fix: [
      "Let it start with 'company_id'",
      create(
        '$table->id();',
        TENANT,
        "$table->string('slug');",
        "$table->unique(['company_id', 'slug'], 'a_slug');",
      ),
    ],
  },
  {
    title: 'the tenant stands behind',
    code: create(
      '$table->id();',
      TENANT,
      "$table->string('slug');",
      "$table->unique(['slug', 'company_id']);",
    ),
    found: [['tenant-unique', 5, 'shades_slug_company_id_unique']],
    fix: [
      "Let it start with 'company_id'",
      create('$table->id();', TENANT, "$table->string('slug');", "$table->unique(['company_id', 'slug']);"),
    ],
  },

  {
    title: 'a polymorphic pair',
    code: create(
      '$table->id();',
      TENANT,
      "$table->string('owner_type');",
      "$table->unsignedBigInteger('owner_id');",
    ),
    found: [['tenant-polymorphic', 4, 'no index of shades finds a row by owner_type and owner_id']],
    fix: [
      "Add an index over 'owner_type', 'owner_id'",
      create(
        '$table->id();',
        TENANT,
        "$table->string('owner_type');",
        "$table->unsignedBigInteger('owner_id');",
        "$table->index(['owner_type', 'owner_id']);",
      ),
    ],
  },
  {
    title: 'a polymorphic pair behind the tenant',
    code: create(
      '$table->id();',
      TENANT,
      "$table->string('owner_type');",
      "$table->unsignedBigInteger('owner_id');",
      "$table->index(['company_id', 'owner_type', 'owner_id']);",
      "$table->morphs('maker');",
    ),
    found: [],
  },
  {
    title: 'another column of a table without a tenant',
    code: table('old', "$table->integer('a');"),
    found: [],
  },
  {
    title: 'a later unique key is judged, what was there is not',
    code: table('lamps', "$table->integer('a')->unique();"),
    found: [['tenant-unique', 2, 'lamps_a_unique']],
  },
  {
    title: 'the tenant column goes',
    code: table('lamps', "$table->dropConstrainedForeignId('company_id');"),
    found: [['tenant-column', 2, "The team's policy: lamps has no company_id"]],
  },
  {
    title: 'it gets its foreign key later in the same migration',
    code: `${create('$table->id();', "$table->unsignedBigInteger('company_id');")}
${table('shades', "$table->foreign('company_id')->references('id')->on('companies')->cascadeOnDelete()->cascadeOnUpdate();")}`,
    found: [],
  },
];

describe('lint: tenant policy', () => {
  it('an index for the tenant column', () =>
    checkCase(
      {
        title: '',
        base,
        policy,
        code: create('$table->id();', "$table->unsignedBigInteger('company_id')->comment('whose'); // ours"),
        found: [['tenant-index', 3, 'no index of shades starts with company_id']],
        fix: [
          'Add index()',
          create(
            '$table->id();',
            "$table->unsignedBigInteger('company_id')->comment('whose')->index(); // ours",
          ),
        ],
      },
      new Set(['tenant-index']),
    ));

  for (const testCase of CASES) it(testCase.title, () => checkCase({ base, policy, ...testCase }, RULES));

  it('says nothing without a policy', () =>
    checkCase({ title: '', base, code: create('$table->id();'), found: [] }, RULES));
});
