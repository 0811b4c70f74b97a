import type { Interpreter } from '../../php/classes';
import type { SourceRange } from '../../source';
import { flavourOf, runtimeOf } from '../runtime';
import type { BlueprintState } from './blueprintState';
import type { Compiler } from './wrap';

/** What the grammar needs to write statements for a Blueprint in this run. */
export function compilerFor(php: Interpreter, blueprint: BlueprintState, range: SourceRange): Compiler {
  return compilerOn(php, blueprint.connection, range);
}

export function compilerOn(php: Interpreter, connection: string, range: SourceRange): Compiler {
  return {
    flavour: flavourOf(php, connection),
    switches: runtimeOf(php).switches,
    php,
    range,
    column: null,
    unknowns: [],
  };
}
