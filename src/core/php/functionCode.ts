import type { AnyFunction, Visibility } from './ast';
import type { Exec, Run } from './frame';
import type { CodeFile, Site } from './site';
import type { TypeCode } from './types';

export interface ParameterCode {
  readonly name: string;
  readonly byRef: boolean;
  readonly variadic: boolean;
  readonly default: Run | null;
  readonly type: TypeCode | null;
  /** Constructor promotion: the property's visibility. */
  readonly promoted: Visibility | null;
  readonly readonly: boolean;
}

/** A function, method, closure or arrow function, compiled when first called. Knows nothing of any run. */
export interface FunctionCode {
  readonly name: string;
  readonly node: AnyFunction;
  readonly file: CodeFile;
  readonly site: Site;
  readonly parameters: readonly ParameterCode[];
  readonly returnType: TypeCode | null;
  readonly isStatic: boolean;
  /** Variables that a closure takes with it. */
  readonly uses: readonly { readonly name: string; readonly byRef: boolean }[];
  readonly isArrow: boolean;
  readonly isGenerator: boolean;
  readonly strict: boolean;
  /** Whether it does anything that reaches beyond its own variables and parameters. */
  readonly reachesOut: boolean;
  readonly body: () => Exec;
}
