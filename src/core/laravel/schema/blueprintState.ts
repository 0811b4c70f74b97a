import type { PhpObject, Unknown, Value } from '../../php/values';
import type { SourceRange } from '../../source';
import type { FluentState } from './fluent';

/** What a Blueprint has collected: columns and commands as FluentStates, in the order of Laravel's own arrays. */
export class BlueprintState {
  columns: FluentState[] = [];
  commands: FluentState[] = [];
  /** `after('c', function () …)`: the column after which the next one goes. */
  after: Value = null;
  /** What kept us from knowing all that happens to the table (an unknown macro, a helper of a package …). */
  readonly taints: Unknown[] = [];

  constructor(
    /** The table's name as written, without prefix. */
    readonly table: Value,
    /** The statement that made the Blueprint: `Schema::create(…)`. */
    readonly range: SourceRange,
    /** The name of the connection. */
    readonly connection: string,
  ) {}

  creating(): boolean {
    return this.commands.some((command) => command.role === 'command' && command.get('name') === 'create');
  }

  hasCommand(name: string): boolean {
    return this.commands.some((command) => command.get('name') === name);
  }
}

export function blueprintOf(object: PhpObject | null): BlueprintState | null {
  return object?.internal instanceof BlueprintState ? object.internal : null;
}
