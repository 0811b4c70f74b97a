import { ARRAYS } from './arrays';
import { CLASSES } from './classes';
import { LANGUAGE } from './language';
import { MORE } from './more';
import type { Snippet } from './snippet';
import { STRINGS } from './strings';

/** Every table of snippets by what it is about. */
export const SNIPPETS: Readonly<Record<string, readonly Snippet[]>> = {
  "PHP's language": LANGUAGE,
  'classes, traits, enums and objects': CLASSES,
  'strings, patterns, numbers and JSON': STRINGS,
  arrays: ARRAYS,
  'what migrations do': MORE,
};
