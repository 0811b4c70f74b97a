import assert from 'node:assert/strict';
import { argument, type NativeCall, type NativeClass } from '../../../src/core/php/classes';
import { isArray, isObject, listOf, type Value } from '../../../src/core/php/values';
import { evaluate, plain } from './evaluate';

/** Records the calls that reach it, each with its text in the file. */
function recorder() {
  const calls: { name: string; args: unknown[]; text: string; statement: string }[] = [];
  let text = '';
  const cut = (range: NativeCall['range']): string => {
    const lines = text.split('\n');
    const at = (line: number, column: number) =>
      lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
    return text.slice(at(range.line, range.column), at(range.endLine, range.endColumn));
  };
  const record = (call: NativeCall, name: string): void => {
    calls.push({
      name,
      args: call.args.map(plain),
      text: cut(call.range),
      statement: cut(call.statementRange),
    });
  };
  const run = (php: string, classes: readonly NativeClass[]) => {
    text = `<?php\n${php}`;
    return evaluate(php, { classes });
  };
  return { calls, record, run };
}

function schemaLike() {
  const { calls, record, run } = recorder();
  const recorded = (call: NativeCall, name: string): Value => {
    record(call, name);
    return call.self;
  };
  const table: NativeClass = {
    name: 'Table',
    properties: { table: 'none' },
    construct: (call) => {
      call.self!.properties.set('table', argument(call, 0, 'table') ?? null);
    },
    methods: { id: (call) => recorded(call, 'id') },
    call: recorded,
    get: (_call, property) => `magic ${property}`,
  };
  const schema: NativeClass = {
    name: 'Facades\\Schema',
    constants: { VERSION: 3 },
    statics: {
      create: (call) => {
        record(call, 'create');
        const made = call.php.instantiate('Table', [call.args[0] ?? null], call.range);
        call.php.callValue(call.args[1] ?? null, [made], call.range);
        return null;
      },
      fail: (call) => call.php.throw('RuntimeException', 'from native', { code: '42S01' }),
    },
    callStatic: (call, method) => {
      record(call, method);
      return method === 'list' ? listOf([1, 2]) : null;
    },
  };
  return { calls, run: (php: string) => run(`use Facades\\Schema;\n${php}`, [table, schema]) };
}

describe('native classes', () => {
  it('are called from PHP and call back, each call with its range and its statement', () => {
    const { calls, run } = schemaLike();
    run(
      "Schema::create('users', function (Table $t) {\n  $t->id();\n  $t->string('näme 😀')\n    ->nullable();\n  if (! $t->has(1)) { return $t->x(2); }\n  $n = [$t->y()];\n});",
    );
    assert.deepEqual(
      calls.slice(1).map(({ text, statement }) => [text, statement]),
      [
        ['$t->id()', '$t->id()'],
        ["$t->string('näme 😀')", "$t->string('näme 😀')\n    ->nullable()"],
        ["$t->string('näme 😀')\n    ->nullable()", "$t->string('näme 😀')\n    ->nullable()"],
        ['$t->has(1)', '! $t->has(1)'],
        ['$t->y()', '$n = [$t->y()]'],
      ],
    );
    assert.equal(calls[0]?.statement.startsWith('Schema::create('), true);
    assert.equal(calls[0]?.statement.endsWith('})'), true);
  });

  it('are extended by classes of the program, whose methods win', () => {
    const { calls, run } = schemaLike();
    const { value } = run(
      "class Mine extends Table { protected $extra = 'e'; function id() { return parent::id() === $this ? 'mine' : 'no'; } function all() { return [$this->id(), $this->extra, $this->table, $this->other, $this->column('c') === $this]; } }\nreturn (new Mine('t'))->all();",
    );
    assert.deepEqual(value, ['mine', 'e', 't', 'magic other', true]);
    assert.deepEqual(
      calls.map((one) => one.name),
      ['id', 'column'],
    );
  });

  it('take named arguments, throw into the program and have constants', () => {
    const { run } = schemaLike();
    const { value } = run(
      "try { Schema::fail(); } catch (LogicException $e) { } catch (RuntimeException $e) { $seen = [$e->getMessage(), $e->getCode()]; }\nreturn [$seen, (new Table(table: 'n'))->table, Schema::VERSION, array_sum(Schema::list())];",
    );
    assert.deepEqual(value, [['from native', '42S01'], 'n', 3, 3]);
  });

  it('give arrays that the program may change without changing theirs', () => {
    const kept = listOf([1, 2]);
    const keeps: NativeClass = { name: 'Keeps', statics: { get: () => kept } };
    const { value } = evaluate('$a = Keeps::get(); $a[] = 3; return $a;', { classes: [keeps] });
    assert.deepEqual(
      [value, plain(kept)],
      [
        [1, 2, 3],
        [1, 2],
      ],
    );
  });

  it('keep arrays that the program goes on to change', () => {
    const kept: Value[] = [];
    const keeps: NativeClass = {
      name: 'Keeps',
      statics: {
        put: (call) => {
          kept.push(call.args[0] ?? null);
          return null;
        },
      },
    };
    evaluate('$a = [1]; Keeps::put($a); $a[] = 2; Keeps::put($a); $a[0] = 9;', { classes: [keeps] });
    assert.deepEqual(kept.map(plain), [[1], [1, 2]]);
  });
});

describe('a program', () => {
  it('returns an anonymous class, whose methods and properties native code reads', () => {
    const { program, outcome } = evaluate(
      "return new class { public $connection = 'mysql'; protected static $n = 1; const X = [1]; public function up() { return $this->helper() . '!'; } private function helper() { return __FUNCTION__; } };",
    );
    assert.equal(outcome.kind, 'returned');
    const object = outcome.kind === 'returned' ? outcome.value.returned : null;
    assert.ok(isObject(object));
    assert.equal(object.class.name, 'class@anonymous');
    assert.equal(program.php.readProperty(object, 'connection'), 'mysql');
    assert.equal(program.php.propertyDefault(object.class, 'n'), 1);
    const constant = program.php.classConstant(object.class, 'X');
    assert.ok(constant !== undefined && isArray(constant));
    assert.deepEqual(program.callMethod(object, 'up'), { kind: 'returned', value: 'helper!' });
    assert.equal(program.php.hasMethod(object, 'down'), false);
  });

  it('declares named classes', () => {
    const { program, outcome } = evaluate(
      'namespace App; abstract class Base { } class CreateUsers extends Base { function up() { return static::class; } }',
    );
    assert.deepEqual(outcome.kind === 'returned' && outcome.value.classes.map((cls) => cls.name), [
      'App\\Base',
      'App\\CreateUsers',
    ]);
    const made = program.instantiate('App\\CreateUsers');
    assert.equal(made.kind, 'returned');
    if (made.kind === 'returned')
      assert.deepEqual(program.callMethod(made.value, 'up'), { kind: 'returned', value: 'App\\CreateUsers' });
  });

  it('loads classes and includes files, and says which it read', () => {
    const files: Record<string, string> = {
      'app/User.php': '<?php namespace App; class User extends Model { const T = parent::P . "s"; }',
      'app/Model.php': '<?php namespace App; class Model { const P = "user"; }',
      'config/x.php': "<?php return ['k' => ['v' => $given]];",
    };
    const { program, value } = evaluate(
      "use App\\User; $given = 5; $c = require __DIR__ . '/config/../config/x.php'; return [User::T, $c['k']['v'], User::class, file_exists(__DIR__ . '/none.php')];",
      {
        findClass: (name) => {
          const file = `app/${name.slice(4)}.php`;
          const text = files[file];
          return text === undefined ? null : { file, text };
        },
        readFile: (path) => files[path] ?? null,
        listFolder: () => [],
      },
    );
    assert.deepEqual(value, ['users', 5, 'App\\User', false]);
    assert.deepEqual([...program.reads].sort(), [
      'app/Model.php',
      'app/User.php',
      'config/x.php',
      'none.php',
    ]);
  });

  it('ends with the exception that nobody caught, and where it was made', () => {
    const { outcome } = evaluate("function f() {\n  throw new DomainException('bad');\n}\nf();");
    assert.equal(outcome.kind, 'threw');
    if (outcome.kind !== 'threw') return;
    assert.deepEqual(
      [outcome.className, outcome.message, outcome.range?.line, outcome.range?.column],
      ['DomainException', 'bad', 3, 9],
    );
  });

  it('ends at exit', () => {
    assert.equal(evaluate("exit('bye');").outcome.kind, 'exited');
  });

  it('that is no PHP is unreadable, with the line and column', () => {
    const { outcome } = evaluate('$a = 1;\nreturn new class {\n  public function up( { }\n};');
    assert.equal(outcome.kind, 'unreadable');
    assert.deepEqual(outcome.kind === 'unreadable' && [outcome.range.line, outcome.message], [
      4,
      "syntax error, unexpected '{', expecting T_VARIABLE",
    ]);
  });

  it('tells which native objects went to code that is not known', () => {
    const escaped: string[] = [];
    const native: NativeClass = { name: 'Thing' };
    evaluate('Nowhere::configure(make_thing(), [make_thing()]);', {
      classes: [native],
      functions: { make_thing: (call) => call.php.makeNative('Thing', {}) },
      onEscape: (object, to) => {
        escaped.push(`${object.class.name}: ${to.reason}`);
      },
    });
    assert.deepEqual(escaped, [
      'Thing: class Nowhere is not known: what it has',
      'Thing: class Nowhere is not known: what it has',
    ]);
  });
});
