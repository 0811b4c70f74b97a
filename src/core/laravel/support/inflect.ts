/**
 * English plurals and singulars as Laravel forms them (Illuminate\Support\Pluralizer over Doctrine's inflector), from
 * which it guesses table names. Wrong English counts: `Str::plural('staff')` is `staff`.
 */

const words = (text: string) => text.trim().split(/\s+/);

const NEVER_CHANGE = words(`
  advice aircraft amoyese art audio baggage bison borghese bream breeches britches buffalo butter cantus carp cattle
  chassis clippers clothing coal cod coitus compensation congoese contretemps coreopsis corps cotton data debris deer
  diabetes djinn education eland elk emoji equipment evidence faroese feedback fish flounder flour foochowese food
  furniture gallows genevese genoese gilbertese gold headquarters herpes hijinks homework hottentotese impatience
  information innings jackanapes jeans jedi kin kiplingese knowledge kongoese leather love lucchese luggage mackerel
  maltese management metadata mews money moose mumps music nankingese news nexus niasese nutrition offspring oil
  patience pekingese piedmontese pincers pistoiese plankton pliers pokemon police polish portuguese proceedings
  progress rabies rain research rhinoceros rice salmon sand sarawakese scissors sea[-\\x20]bass series shavese shears
  sheep siemens silk sms soap social\\x20media spam species staff sugar swine talent toothpaste traffic travel trousers
  trout tuna us vermontese vinegar weather wenchowese wheat whiting wildebeest wood wool yengeese \\w+media`);

const NO_PLURAL = wholeWord([...NEVER_CHANGE, 'people', 'trivia', '\\w+ware', 'media']);
const NO_SINGULAR = wholeWord([
  ...NEVER_CHANGE,
  '.*ss',
  ...words('clothes fascia fuchsia galleria mafia militia pants petunia sepia trivia utopia'),
]);

/** Words that only the Pluralizer itself leaves alone. */
const UNCOUNTABLE = new Set(['recommended', 'related']);

const IRREGULAR = new Map(
  words(`
    abuse:abuses alga:algae atlas:atlases avalanche:avalanches axis:axes axe:axes beef:beefs blouse:blouses
    brother:brothers brownie:brownies cache:caches cafe:cafes canvas:canvases cave:caves chateau:chateaux
    child:children cookie:cookies corpus:corpuses cow:cows criterion:criteria curriculum:curricula curve:curves
    demo:demos die:dice domino:dominoes echo:echoes emphasis:emphases epoch:epochs foe:foes foot:feet fungus:fungi
    ganglion:ganglions gas:gases genie:genies genus:genera goose:geese graffito:graffiti grave:graves
    hippopotamus:hippopotami hoax:hoaxes hoof:hoofs human:humans iris:irises larva:larvae leaf:leaves lens:lenses
    loaf:loaves man:men medium:media memorandum:memoranda money:monies mongoose:mongooses motto:mottoes move:moves
    mythos:mythoi neurosis:neuroses niche:niches niveau:niveaux nucleus:nuclei numen:numina nursery:nurseries
    oasis:oases occiput:occiputs octopus:octopuses opus:opuses ox:oxen passerby:passersby penis:penises person:people
    plateau:plateaux runner-up:runners-up safe:safes save:saves sex:sexes sieve:sieves soliloquy:soliloquies
    son-in-law:sons-in-law stadium:stadiums syllabus:syllabi testis:testes thief:thieves tooth:teeth tornado:tornadoes
    trilby:trilbys turf:turfs valve:valves volcano:volcanoes wave:waves zombie:zombies`).map((pair) => {
    const [one = '', many = ''] = pair.split(':');
    return [one, many] as const;
  }),
);
const IRREGULAR_SINGULAR = new Map([...IRREGULAR].map(([one, many]) => [many, one]));

type Rule = readonly [pattern: RegExp, replacement: string];

const PLURAL: readonly Rule[] = [
  [/(s)tatus$/i, '$1tatuses'],
  [/(quiz)$/i, '$1zes'],
  [/^(ox)$/i, '$1en'],
  [/([m|l])ouse$/i, '$1ice'],
  [/(matr|vert|ind)(ix|ex)$/i, '$1ices'],
  [/(x|ch|ss|sh)$/i, '$1es'],
  [/([^aeiouy]|qu)y$/i, '$1ies'],
  [/(hive|gulf)$/i, '$1s'],
  [/(?:([^f])fe|([lr])f)$/i, '$1$2ves'],
  [/sis$/i, 'ses'],
  [/([ti])um$/i, '$1a'],
  [/(tax)on$/i, '$1a'],
  [/(c)riterion$/i, '$1riteria'],
  [/(p)erson$/i, '$1eople'],
  [/(m)an$/i, '$1en'],
  [/(c)hild$/i, '$1hildren'],
  [/(f)oot$/i, '$1eet'],
  [/(buffal|her|potat|tomat|volcan)o$/i, '$1oes'],
  [/(alumn|bacill|cact|foc|fung|nucle|radi|stimul|syllab|termin|vir)us$/i, '$1i'],
  [/us$/i, 'uses'],
  [/(alias)$/i, '$1es'],
  [/(analys|ax|cris|test|thes)is$/i, '$1es'],
  [/s$/i, 's'],
  [/$/, 's'],
];

const SINGULAR: readonly Rule[] = [
  [/(s)tatuses$/i, '$1tatus'],
  [/(s)tatus$/i, '$1tatus'],
  [/(c)ampus$/i, '$1ampus'],
  [/^(.*)(menu)s$/i, '$1$2'],
  [/(quiz)zes$/i, '$1'],
  [/(matr)ices$/i, '$1ix'],
  [/(vert|ind)ices$/i, '$1ex'],
  [/^(ox)en/i, '$1'],
  [/(alias)(es)*$/i, '$1'],
  [/(buffal|her|potat|tomat|volcan)oes$/i, '$1o'],
  [/(alumn|bacill|cact|foc|fung|nucle|radi|stimul|syllab|termin|viri?)i$/i, '$1us'],
  [/([ftw]ax)es/i, '$1'],
  [/(analys|ax|cris|test|thes)es$/i, '$1is'],
  [/(shoe|slave)s$/i, '$1'],
  [/(o)es$/i, '$1'],
  [/ouses$/i, 'ouse'],
  [/([^a])uses$/i, '$1us'],
  [/([m|l])ice$/i, '$1ouse'],
  [/(x|ch|ss|sh)es$/i, '$1'],
  [/(m)ovies$/i, '$1ovie'],
  [/(s)eries$/i, '$1eries'],
  [/([^aeiouy]|qu)ies$/i, '$1y'],
  [/([lr])ves$/i, '$1f'],
  [/(tive|hive|drive|dive|olive)s$/i, '$1'],
  [/([^fo])ves$/i, '$1fe'],
  [/(^analy)ses$/i, '$1sis'],
  [/(analy|diagno|^ba|parenthe|progno|synop|the)ses$/i, '$1sis'],
  [/(tax)a$/i, '$1on'],
  [/(c)riteria$/i, '$1riterion'],
  [/([ti])a(?<!regatta)$/i, '$1um'],
  [/(p)eople$/i, '$1erson'],
  [/(m)en$/i, '$1an'],
  [/(c)hildren$/i, '$1hild'],
  [/(f)eet$/i, '$1oot'],
  [/(n)ews$/i, '$1ews'],
  [/eaus$/i, 'eau'],
  [/^(tights|shorts)$/i, '$1'],
  [/s$/i, ''],
];

function wholeWord(patterns: readonly string[]): RegExp {
  return new RegExp(`^(?:${patterns.join('|')})$`, 'i');
}

function inflect(
  word: string,
  unchanged: RegExp,
  irregular: ReadonlyMap<string, string>,
  rules: readonly Rule[],
): string {
  if (word === '' || unchanged.test(word)) return word;
  const special = irregular.get(word.toLowerCase());
  if (special !== undefined && special !== word) {
    const capital = word.charAt(0) !== word.charAt(0).toLowerCase();
    return capital ? special.charAt(0).toUpperCase() + special.slice(1) : special;
  }
  const rule = rules.find(([pattern]) => pattern.test(word));
  return rule ? word.replace(rule[0], rule[1]) : word;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const upperWords = (text: string) =>
  text.replace(
    /(^|[ \t\r\n\f\v])([a-z])/g,
    (_, space: string, letter: string) => space + letter.toUpperCase(),
  );

/** The result in the case of the word it comes from: all lower, all upper, or with capitals. */
function matchCase(result: string, word: string): string {
  const cases = [(t: string) => t.toLowerCase(), (t: string) => t.toUpperCase(), upperFirst, upperWords];
  const same = cases.find((change) => change(word) === word);
  return same ? same(result) : result;
}

/** Str::plural */
export function pluralWord(word: string): string {
  if (UNCOUNTABLE.has(word.toLowerCase()) || !/[A-Za-z0-9\u0080-\uFFFF]$/u.test(word)) return word;
  return matchCase(inflect(word, NO_PLURAL, IRREGULAR, PLURAL), word);
}

/** Str::singular */
export function singularWord(word: string): string {
  return matchCase(inflect(word, NO_SINGULAR, IRREGULAR_SINGULAR, SINGULAR), word);
}

/** Str::pluralStudly: only the last word of `UserFeedback` is made plural. */
export function pluralStudly(word: string): string {
  const start = word.search(/[A-Z][^A-Z]*$/);
  return start <= 0 ? pluralWord(word) : word.slice(0, start) + pluralWord(word.slice(start));
}

/** Str::beforeLast */
export function beforeLast(text: string, search: string): string {
  const at = search === '' ? -1 : text.lastIndexOf(search);
  return at < 0 ? text : text.slice(0, at);
}

/** Str::snake */
export function snakeCase(text: string, delimiter = '_'): string {
  if (/^[a-z]+$/.test(text)) return text;
  const joined = upperWords(text).replace(/\s+/g, '');
  return joined.replace(/(.)(?=[A-Z])/g, `$1${delimiter}`).toLowerCase();
}

export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Str::camel */
export const camelCase = (text: string): string => lowerFirst(studlyCase(text));

/** Str::studly */
export function studlyCase(text: string): string {
  return text.replace(/[-_]/g, ' ').split(/\s+/).map(upperFirst).join('');
}
