import { createProgram } from '../php/run';
import { isArray, type Value } from '../php/values';
import type { Application } from './application';
import type { ProviderSource } from './providerSources';
import type { BuilderSwitches } from './schema/flavour';

/**
 * Takes the calls that decide about migrations out of a provider's text and evaluates their arguments: for providers
 * that can't be followed to their end.
 */
export function evaluateCalls(
  app: Application,
  source: ProviderSource,
  switches: BuilderSwitches,
  paths: string[],
): void {
  const call =
    /(?:::|->)(defaultStringLength|defaultMorphKeyType|morphUsingUuids|morphUsingUlids|defaultTimePrecision|useNativeSchemaOperationsIfPossible|loadMigrationsFrom|unguard)\s*\(/g;
  const text = withoutComments(source.texts[0] ?? '');
  for (const match of text.matchAll(call)) {
    const argument = evaluateArgument(app, source, argumentText(text, match.index + match[0].length));
    applyCall(match[1] ?? '', argument, switches, paths);
  }
}

function withoutComments(text: string): string {
  return text.replace(
    /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\/\*[\s\S]*?\*\/|(?:\/\/|#(?!\[))[^\n]*/g,
    (_, quoted?: string) => quoted ?? '',
  );
}

/** The text up to the bracket that closes the call. */
function argumentText(text: string, start: number): string {
  let depth = 1;
  for (let i = start; i < text.length; i++) {
    const character = text[i];
    if (character === '(' || character === '[') depth++;
    if (character === ')' || character === ']') depth--;
    if (depth === 0) return text.slice(start, i);
  }
  return '';
}

function evaluateArgument(app: Application, source: ProviderSource, argument: string): Value {
  if (argument.trim() === '') return null;
  const program = createProgram({
    library: app.library,
    parsed: app.parsed,
    findClass: app.findClass,
    budget: { steps: 100_000 },
    context: new Map<string, unknown>([
      ['env', app.env],
      ['config', app.config],
    ]),
  });
  const outcome = program.runFile(source.file, `<?php return [${argument}];`);
  const value = outcome.kind === 'returned' ? outcome.value.returned : null;
  return isArray(value) ? (value.entries.get(0) ?? null) : null;
}

function applyCall(name: string, value: Value, switches: BuilderSwitches, paths: string[]): void {
  switch (name) {
    case 'defaultStringLength':
      switches.defaultStringLength = value;
      return;
    case 'defaultTimePrecision':
      switches.defaultTimePrecision = value;
      return;
    case 'defaultMorphKeyType':
      if (value === 'uuid' || value === 'ulid' || value === 'int') switches.defaultMorphKeyType = value;
      return;
    case 'morphUsingUuids':
      switches.defaultMorphKeyType = 'uuid';
      return;
    case 'morphUsingUlids':
      switches.defaultMorphKeyType = 'ulid';
      return;
    case 'useNativeSchemaOperationsIfPossible':
      switches.nativeSchemaOperations = value !== false;
      return;
    case 'unguard':
      switches.unguarded = value !== false;
      return;
    case 'loadMigrationsFrom':
      for (const each of isArray(value) ? value.entries.values() : [value]) {
        if (typeof each === 'string') paths.push(each);
      }
      return;
  }
}
