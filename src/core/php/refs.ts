import { copyArray, keep, MutableArray, owned, setEntry, toKey } from './arrays';
import type { KeptProperty } from './classes';
import type { Machine } from './machine';
import { getProperty, peekProperty, setProperty, unsetProperty } from './properties';
import { isArray, isObject, isUnknown, type PhpObject, type Unknown, type Value } from './values';

/**
 * A place that holds a value: a variable, an element, a property. What is written to one goes through here, and
 * PHP's references are places shared by several names.
 */
export abstract class Ref {
  /** The value; what PHP does where there is none (a warning, null). */
  abstract read(m: Machine): Value;
  /** The value without warnings; undefined where there is none. */
  abstract peek(m: Machine): Value | undefined;
  abstract write(m: Machine, value: Value): void;
  abstract unset(m: Machine): void;

  /** The container in this place, ready to be changed: an empty place becomes an array, a shared array is copied. */
  forWrite(m: Machine): Value {
    const value = this.peek(m);
    if (value instanceof MutableArray && value.holds < 2) return value;
    if (value === undefined || value === null) {
      const made = new MutableArray();
      this.write(m, made);
      return made;
    }
    if (!isArray(value)) return value;
    const mine = owned(value);
    if (mine !== value) {
      mine.holds = 0;
      this.write(m, mine);
    }
    return mine;
  }
}

export class VarRef extends Ref {
  value: Value | undefined;
  constructor(
    readonly name: string,
    value?: Value,
  ) {
    super();
    this.value = value;
  }
  read(m: Machine): Value {
    if (this.value === undefined) return m.warn(`Undefined variable $${this.name}`);
    return this.value;
  }
  peek(): Value | undefined {
    return this.value;
  }
  write(_m: Machine, value: Value): void {
    this.value = keep(value);
  }
  unset(): void {
    this.value = undefined;
  }
}

/** An element of the array (or ArrayAccess object, or string) in another place; key null appends. */
export class ElementRef extends Ref {
  constructor(
    readonly base: Ref,
    readonly key: Value | null,
    private readonly appends = false,
  ) {
    super();
  }

  read(m: Machine): Value {
    if (this.appends) return m.throwError('Error', 'Cannot use [] for reading');
    return m.readElement(this.base.read(m), this.key);
  }

  peek(m: Machine): Value | undefined {
    if (this.appends) return undefined;
    const container = this.base.peek(m);
    return container === undefined ? undefined : m.peekElement(container, this.key);
  }

  write(m: Machine, value: Value): void {
    const container = this.base.forWrite(m);
    if (isArray(container)) {
      const array = container as MutableArray;
      m.charge(2);
      if (this.appends) {
        setEntry(array, array.nextIndex, value);
        return;
      }
      const key = this.key === null ? '' : toKey(this.key);
      if (key === undefined) this.badKey(m, array);
      else setEntry(array, key, value);
      return;
    }
    if (isUnknown(container)) return;
    if (isObject(container)) {
      m.writeOffset(container, this.appends ? null : this.key, value);
      return;
    }
    if (typeof container === 'string') {
      this.base.write(m, m.unknown('a character of a string is replaced'));
      return;
    }
    if (container === false) {
      this.base.write(m, new MutableArray());
      this.write(m, value);
      return;
    }
    m.throwError('Error', 'Cannot use a scalar value as an array');
  }

  override forWrite(m: Machine): Value {
    if (!this.appends) {
      const container = this.base.forWrite(m);
      if (isUnknown(container)) return container;
      if (isObject(container)) return m.readElement(container, this.key);
      if (container instanceof MutableArray) {
        const key = this.key === null ? '' : toKey(this.key);
        if (key !== undefined) {
          const value = container.entries.get(key);
          if (value instanceof MutableArray) {
            if (value.holds < 2) return value;
            const copy = copyArray(value);
            setEntry(container, key, copy);
            return copy;
          }
          if (value !== undefined && value !== null && !isArray(value)) return value;
        }
      }
      return super.forWrite(m);
    }
    const made = new MutableArray();
    this.write(m, made);
    return made;
  }

  unset(m: Machine): void {
    const there = this.base.peek(m);
    if (there === undefined || there === null) return;
    if (isObject(there)) {
      m.unsetOffset(there, this.key);
      return;
    }
    if (!isArray(there)) return;
    const key = this.key === null ? '' : toKey(this.key);
    const array = this.base.forWrite(m) as MutableArray;
    if (key === undefined) this.badKey(m, array);
    else array.entries.delete(key);
  }

  private badKey(m: Machine, array: MutableArray): void {
    const key = this.key;
    if (key !== null && isUnknown(key)) {
      this.base.write(m, m.derive(key as Unknown, `written under it${array.entries.size}`));
      return;
    }
    m.throwError('TypeError', 'Illegal offset type');
  }
}

export class PropertyRef extends Ref {
  constructor(
    readonly object: Value,
    readonly name: string,
  ) {
    super();
  }
  read(m: Machine): Value {
    return getProperty(m, this.object, this.name);
  }
  peek(m: Machine): Value | undefined {
    return peekProperty(m, this.object, this.name);
  }
  write(m: Machine, value: Value): void {
    setProperty(m, this.object, this.name, value);
  }
  unset(m: Machine): void {
    if (isObject(this.object)) unsetProperty(m, this.object, this.name);
  }
  override forWrite(m: Machine): Value {
    if (isObject(this.object)) {
      const value = (this.object as PhpObject).properties.get(this.name);
      if (value instanceof MutableArray && value.holds < 2) return value;
    }
    return super.forWrite(m);
  }
}

/** A static property of a class written here, which the run's own state holds. */
export class KeptRef extends Ref {
  constructor(private readonly property: KeptProperty) {
    super();
  }
  read(m: Machine): Value {
    return this.property.read(m.php);
  }
  peek(m: Machine): Value {
    return this.property.read(m.php);
  }
  write(m: Machine, value: Value): void {
    this.property.write(m.php, value);
  }
  unset(m: Machine): void {
    m.throwError('Error', 'Attempt to unset static property');
  }
}

/** A place that nobody else sees: what is not a place is passed by reference in one. */
export function temporary(value: Value): VarRef {
  return new VarRef('', value);
}
