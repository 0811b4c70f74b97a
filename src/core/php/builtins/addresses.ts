import { isArray, isObject, type Value } from '../values';
import type { BuiltinCall, BuiltinTable } from './builtin';

const PARTS = ['scheme', 'host', 'port', 'user', 'pass', 'path', 'query', 'fragment'] as const;

const ADDRESS =
  /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/(?:([^/?#@:]*)(?::([^/?#@]*))?@)?(\[[^\]]*\]|[^/?#:@]*)(?::(\d*))?(?=[/?#]|$))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is;

/** parse_url: what an address that is plainly one consists of. */
function parseUrl(c: BuiltinCall): Value {
  const text = c.text(0);
  const found = ADDRESS.exec(text);
  // What looks like a port, or like no address at all, PHP reads by rules of its own.
  if (!found || /^[^/?#]*:\d+(?:[/?#]|$)/.test(text) || /^\/\/\/|^[a-z]+:\/\/[/:?#]/i.test(text))
    return c.unknown('parse_url() of such an address');
  const [, scheme, user, pass, host, port, path, query, fragment] = found;
  const number = port === undefined || port === '' ? undefined : Number(port);
  const values = {
    ...{ scheme, host: host === '' ? undefined : host, port: number, user, pass },
    ...{ path: path === '' ? undefined : path, query, fragment },
  };
  const wanted = c.int(1, -1);
  const one = PARTS[wanted];
  if (one !== undefined) return values[one] ?? null;
  const entries = PARTS.flatMap((name): [string, Value][] => {
    const value = values[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { kind: 'array', entries: new Map(entries), nextIndex: 0 };
}

const encoded = (text: string, spaces: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, spaces)
    .replace(/~/g, spaces === '+' ? '%7E' : '~');

function pairs(c: BuiltinCall, value: Value, key: string, spaces: string): string[] {
  if (value === null) return [];
  c.known(value);
  if (isArray(value))
    return [...value.entries].flatMap(([inner, each]) => pairs(c, each, `${key}[${inner}]`, spaces));
  if (isObject(value)) return [c.known(c.unknown('http_build_query() of an object')) as never];
  const text = typeof value === 'boolean' ? (value ? '1' : '0') : c.textOf(value);
  return [`${encoded(key, spaces)}=${encoded(text, spaces)}`];
}

function buildQuery(c: BuiltinCall): Value {
  const prefix = c.text(1, '');
  const separator = c.raw(2) === null ? '&' : c.text(2);
  // PHP_QUERY_RFC3986
  const spaces = c.int(3, 1) === 2 ? '%20' : '+';
  return [...c.array(0).entries]
    .flatMap(([key, value]) => pairs(c, value, typeof key === 'number' ? `${prefix}${key}` : key, spaces))
    .join(separator);
}

export const ADDRESS_FUNCTIONS: BuiltinTable = {
  parse_url: ['url component?', parseUrl],
  http_build_query: ['data numeric_prefix? arg_separator? encoding_type?', buildQuery],
};
