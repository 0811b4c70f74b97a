import type { NativeCall, NativeClass } from './classes';
import { argument } from './classes';
import type { Machine } from './machine';
import type { RuntimeClass } from './runtimeClass';
import type { PhpObject, Unknown, Value } from './values';

/** PHP's exceptions and errors, each with its parent. */
const HIERARCHY: Readonly<Record<string, string>> = {
  ErrorException: 'Exception',
  LogicException: 'Exception',
  BadFunctionCallException: 'LogicException',
  BadMethodCallException: 'BadFunctionCallException',
  DomainException: 'LogicException',
  InvalidArgumentException: 'LogicException',
  LengthException: 'LogicException',
  OutOfRangeException: 'LogicException',
  RuntimeException: 'Exception',
  OutOfBoundsException: 'RuntimeException',
  OverflowException: 'RuntimeException',
  RangeException: 'RuntimeException',
  UnderflowException: 'RuntimeException',
  UnexpectedValueException: 'RuntimeException',
  PDOException: 'RuntimeException',
  JsonException: 'Exception',
  TypeError: 'Error',
  ValueError: 'Error',
  ArgumentCountError: 'TypeError',
  ArithmeticError: 'Error',
  DivisionByZeroError: 'ArithmeticError',
  AssertionError: 'Error',
  UnhandledMatchError: 'Error',
  ParseError: 'CompileError',
  CompileError: 'Error',
  ReflectionException: 'Exception',
};

function construct(call: NativeCall): void {
  const properties = call.self!.properties;
  const give = (index: number, name: string): void => {
    const value = argument(call, index, name);
    if (value !== undefined) properties.set(name, value);
  };
  give(0, 'message');
  give(1, 'code');
  if (call.php.isA(call.self!.class, 'ErrorException')) {
    give(2, 'severity');
    give(5, 'previous');
  } else give(2, 'previous');
}

const getter =
  (name: string) =>
  (call: NativeCall): Value =>
    call.self!.properties.get(name) ?? null;

const notFollowed = (call: NativeCall): Value =>
  call.php.unknown('stack traces are not followed', call.range);

function root(name: string): NativeClass {
  return {
    name,
    interfaces: ['Throwable'],
    properties: { message: '', code: 0, previous: null, file: '', line: 0 },
    construct,
    methods: {
      getMessage: getter('message'),
      getCode: getter('code'),
      getPrevious: getter('previous'),
      getFile: getter('file'),
      getLine: getter('line'),
      getTrace: notFollowed,
      getTraceAsString: notFollowed,
      __toString: notFollowed,
    },
  };
}

export const EXCEPTION_CLASSES: readonly NativeClass[] = [
  root('Exception'),
  root('Error'),
  ...Object.entries(HIERARCHY).map(([name, parent]) =>
    name === 'ErrorException'
      ? { name, parent, properties: { severity: 1 }, methods: { getSeverity: getter('severity') } }
      : { name, parent },
  ),
];

/** An exception as PHP itself (or native code) raises it: no constructor runs. */
export function makeException(
  m: Machine,
  className: string,
  message: string | Unknown,
  options: {
    readonly code?: Value;
    readonly internal?: unknown;
    readonly properties?: Readonly<Record<string, Value>>;
  },
): PhpObject {
  const cls = m.classes.find(className) ?? m.classes.find('Exception')!;
  const object = m.newObject(cls as RuntimeClass);
  object.internal = options.internal ?? null;
  object.properties.set('message', message);
  if (options.code !== undefined) object.properties.set('code', options.code);
  for (const [name, value] of Object.entries(options.properties ?? {})) object.properties.set(name, value);
  return object;
}
