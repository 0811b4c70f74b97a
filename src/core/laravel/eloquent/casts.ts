import type { NativeCall } from '../../php/classes';
import { arrayOf, isArray, isObject, isUnknown, type PhpObject, type Value } from '../../php/values';
import { declares, MODEL } from './facts';

/** What the class casts each attribute to: `$casts` and `casts()`. */
export function casts(call: NativeCall, model: PhpObject): ReadonlyMap<string | number, Value> {
  const listed = call.php.readProperty(model, 'casts') ?? null;
  const own = declares(model.class, 'casts') ? call.php.callMethod(model, 'casts', [], call.range) : null;
  return new Map([...(isArray(listed) ? listed.entries : []), ...(own && isArray(own) ? own.entries : [])]);
}

const JSON_CASTS =
  /^(?:array|json|json:unicode|object|collection|Illuminate\\Database\\Eloquent\\Casts\\As(?:ArrayObject|Collection|EnumCollection|EnumArrayObject)\b.*)$/;
const DATES = /^(?:immutable_)?(?:date|datetime)(?::.*)?$|^timestamp$/;

/** A value of a row as the model's cast gives it. */
export function readCast(call: NativeCall, model: PhpObject, name: string, value: Value): Value {
  const cast = casts(call, model).get(name) ?? null;
  if (isUnknown(value) || typeof cast !== 'string') return value;
  const { php, range } = call;
  if (isCustom(call, cast))
    return custom(call, cast, 'get', [model, name, value, model.properties.get('attributes') ?? null]);
  if (value === null) return null;
  switch (cast) {
    case 'int':
    case 'integer':
      return php.toInt(value);
    case 'string':
      return php.toText(value, range);
    case 'bool':
    case 'boolean':
      return php.truth(value, range);
    case 'real':
    case 'float':
    case 'double':
      return php.callValue('floatval', [value], range);
    case 'array':
    case 'json':
    case 'json:unicode':
      return isArray(value) ? value : php.callValue('json_decode', [value, true], range);
    case 'object':
      return php.callValue('json_decode', [value], range);
    case 'collection':
      return php.callValue('collect', [php.callValue('json_decode', [value, true], range)], range);
  }
  if (php.findClass(cast)?.kind === 'enum')
    return isObject(value) ? value : php.callStatic(cast, 'from', [value], range);
  const [, places] = /^decimal:(\d+)$/.exec(cast) ?? [];
  if (places !== undefined)
    return php.callValue(
      'number_format',
      [php.callValue('floatval', [value], range), Number(places), '.', ''],
      range,
    );
  if (DATES.test(cast)) return php.instantiate('Illuminate\\Support\\Carbon', [value], range);
  return php.unknown('an attribute that is cast', range);
}

/** A value on its way to the row, as the model's cast leaves it; an array where a cast gives several columns. */
export function storeCast(call: NativeCall, model: PhpObject, name: string, value: Value): Value {
  const { php, range } = call;
  const cast = casts(call, model).get(name) ?? null;
  if (isObject(value) && value.class.kind === 'enum') return php.readProperty(value, 'value') ?? value;
  if (typeof cast !== 'string') return value;
  if (isCustom(call, cast)) {
    const given = custom(call, cast, 'set', [model, name, value, model.properties.get('attributes') ?? null]);
    return isArray(given) ? given : arrayOf([[name, given]]);
  }
  if (value === null || isUnknown(value)) return value;
  if (JSON_CASTS.test(cast)) return php.callValue('json_encode', [value], range);
  if (cast === 'hashed') return php.unknown('a hash is different every time', range);
  if (cast.startsWith('encrypted')) return php.unknown('an encrypted value is different every time', range);
  return value;
}

const CASTS_ATTRIBUTES = /^[\w\\]+(?::.*)?$/;

/** Is it a cast class of the application? */
function isCustom(call: NativeCall, cast: string): boolean {
  if (!CASTS_ATTRIBUTES.test(cast) || !cast.includes('\\') || JSON_CASTS.test(cast)) return false;
  const cls = call.php.findClass(cast.split(':')[0] ?? cast);
  return cls !== null && cls.kind === 'class' && !cls.native && !call.php.isA(cls, MODEL);
}

function custom(call: NativeCall, cast: string, method: 'get' | 'set', args: readonly Value[]): Value {
  const [name = '', given = ''] = cast.split(/:(.*)/s);
  const made = call.php.instantiate(name, given === '' ? [] : given.split(','), call.range);
  if (!call.php.hasMethod(made, method))
    return method === 'set' ? (args[2] ?? null) : call.php.unknown(`the cast ${name}`, call.range);
  return call.php.callMethod(made, method, args, call.range);
}
