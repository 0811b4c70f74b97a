import { type Disposable, type Event, EventEmitter } from 'vscode';

/** Everything that has to be let go of, in one bag; emptied in reverse order. */
export interface Bag extends Disposable {
  add<T extends Disposable>(thing: T): T;
}

export function createBag(): Bag {
  const things: Disposable[] = [];
  return {
    add(thing) {
      things.push(thing);
      return thing;
    },
    dispose() {
      for (const thing of things.splice(0).reverse()) thing.dispose();
    },
  };
}

/** Something that others watch. */
export interface Signal<T> extends Disposable {
  readonly event: Event<T>;
  fire(value: T): void;
}

export function createSignal<T>(): Signal<T> {
  const emitter = new EventEmitter<T>();
  return { event: emitter.event, fire: (value) => emitter.fire(value), dispose: () => emitter.dispose() };
}

/** A call that waits until nobody has called for `ms`; only the last one of a burst counts. */
export interface Delayed extends Disposable {
  call(): void;
}

export function delayed(ms: number, action: () => void): Delayed {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    call() {
      clearTimeout(timer);
      timer = setTimeout(action, ms);
    },
    dispose: () => clearTimeout(timer),
  };
}
