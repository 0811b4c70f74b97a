import type { Frame, Run } from '../frame';
import type { Context } from './context';

/** `__DIR__` and its like. */
export function magicConstant(ctx: Context, name: string, line: number): string | number | Run {
  switch (name.toUpperCase()) {
    case '__LINE__':
      return line;
    case '__FILE__':
      return (f) => fullPath(f, ctx.code.file);
    case '__DIR__':
      return (f) => fullPath(f, ctx.code.file).replace(/\/[^/]*$/, '');
    case '__NAMESPACE__':
      return ctx.namespace;
    case '__CLASS__':
      return (f) => f.scope?.name ?? '';
    case '__TRAIT__':
      return ctx.inTrait ? (ctx.className ?? '') : '';
    case '__FUNCTION__':
      return ctx.functionName;
    case '__METHOD__':
      return ctx.className === null ? ctx.functionName : `${ctx.className}::${ctx.functionName}`;
    default:
      return (f) => f.m.unknown(`constant ${name} is not known`);
  }
}

function fullPath(f: Frame, file: string): string {
  return file.startsWith('/') ? file : `${f.m.root}/${file}`;
}
