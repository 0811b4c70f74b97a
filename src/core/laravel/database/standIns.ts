import { type Answer, type PhpObject, unknown, type Value } from '../../php/values';

/** Methods of collections whose answer holds the same things, or some of them. */
const SAME =
  /^(?:all|collect|each|except|filter|fresh|get|keyBy|lazy|load|loadMissing|only|reject|reverse|skip|slice|sortBy|sortByDesc|sort|sortDesc|take|tap|toArray|toBase|unique|values|where\w*)$/;
const FIRST = /^(?:first|firstOrFail|firstWhere|find|last|pop|random|shift|sole)$/;
const PARTS = /^(?:chunk|groupBy|partition|split)$/;

/** Those whose callback gets one of the things. */
const ITEM_FIRST =
  /^(?:contains|each|every|filter|first|flatMap|groupBy|keyBy|map|mapToGroups|mapWithKeys|partition|reject|some|sortBy|sortByDesc|sum|transform|unique)$/;

/** What is known of a collection of objects that nobody knows. */
export function severalOf(make: (() => PhpObject) | null): Answer {
  if (!make) return {};
  const several: Answer = {
    item: make,
    after: (method) => ({
      ...(SAME.test(method) && several),
      ...(FIRST.test(method) && oneOf(make)),
      ...(PARTS.test(method) && { item: (): Value => ({ ...unknown(PART, null), ...several }) }),
      ...(ITEM_FIRST.test(method) && { gives: make }),
    }),
  };
  return several;
}

const PART = 'some of the rows of a query';

/** What is known of a row that may be there. */
export function oneOf(make: (() => PhpObject) | null): Answer {
  let made: PhpObject | undefined;
  if (!make) return {};
  return {
    object: () => {
      made ??= make();
      return made;
    },
  };
}
