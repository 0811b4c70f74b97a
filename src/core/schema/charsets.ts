import { holds } from './facts';
import type { ServerProfile } from './server';

/** charset: [bytes of its longest character, default collation's ending, other endings both vendors have]. */
const CHARSETS: Readonly<Record<string, readonly [number, string, string]>> = {
  armscii8: [1, 'general_ci', ''],
  ascii: [1, 'general_ci', ''],
  big5: [2, 'chinese_ci', ''],
  binary: [1, '', ''],
  cp1250: [1, 'general_ci', 'croatian_ci czech_cs polish_ci'],
  cp1251: [1, 'general_ci', 'bulgarian_ci general_cs ukrainian_ci'],
  cp1256: [1, 'general_ci', ''],
  cp1257: [1, 'general_ci', 'lithuanian_ci'],
  cp850: [1, 'general_ci', ''],
  cp852: [1, 'general_ci', ''],
  cp866: [1, 'general_ci', ''],
  cp932: [2, 'japanese_ci', ''],
  dec8: [1, 'swedish_ci', ''],
  eucjpms: [3, 'japanese_ci', ''],
  euckr: [2, 'korean_ci', ''],
  gb18030: [4, 'chinese_ci', 'unicode_520_ci'],
  gb2312: [2, 'chinese_ci', ''],
  gbk: [2, 'chinese_ci', ''],
  geostd8: [1, 'general_ci', ''],
  greek: [1, 'general_ci', ''],
  hebrew: [1, 'general_ci', ''],
  hp8: [1, 'english_ci', ''],
  keybcs2: [1, 'general_ci', ''],
  koi8r: [1, 'general_ci', ''],
  koi8u: [1, 'general_ci', ''],
  latin1: [1, 'swedish_ci', 'danish_ci general_ci general_cs german1_ci german2_ci spanish_ci'],
  latin2: [1, 'general_ci', 'croatian_ci czech_cs hungarian_ci'],
  latin5: [1, 'turkish_ci', ''],
  latin7: [1, 'general_ci', 'estonian_cs general_cs'],
  macce: [1, 'general_ci', ''],
  macroman: [1, 'general_ci', ''],
  sjis: [2, 'japanese_ci', ''],
  swe7: [1, 'swedish_ci', ''],
  tis620: [1, 'thai_ci', ''],
  ucs2: [2, 'general_ci', 'general_mysql500_ci *'],
  ujis: [3, 'japanese_ci', ''],
  utf16: [4, 'general_ci', '*'],
  utf16le: [4, 'general_ci', ''],
  utf32: [4, 'general_ci', '*'],
  utf8mb3: [3, 'general_ci', 'general_mysql500_ci *'],
  utf8mb4: [4, 'general_ci', '*'],
};

/** The endings that `*` stands for: what every Unicode character set has on both vendors. */
const UNICODE =
  'unicode_ci unicode_520_ci croatian_ci czech_ci danish_ci esperanto_ci estonian_ci german2_ci hungarian_ci icelandic_ci ' +
  'latvian_ci lithuanian_ci persian_ci polish_ci romanian_ci roman_ci sinhala_ci slovak_ci slovenian_ci spanish2_ci ' +
  'spanish_ci swedish_ci turkish_ci vietnamese_ci';

/** Languages of MySQL 8's utf8mb4_LANG_0900_ai_ci and _as_cs. */
const LANGUAGES_0900 =
  'bg bs cs da de_pb eo es es_trad et gl hr hu is la lt lv mn_cyrl nb nn pl ro ru sk sl sr_latn sv tr vi';

const listed = new Map<string, string>();
for (const [charset, [, first, others]] of Object.entries(CHARSETS)) {
  if (charset === 'binary') listed.set('binary', 'binary');
  else
    for (const ending of ['bin', first, ...others.replace('*', UNICODE).split(' ')])
      listed.set(`${charset}_${ending}`, charset);
}

const MYSQL_ONLY = new Set<string>(['utf8mb3_tolower_ci']);
for (const language of LANGUAGES_0900.split(' '))
  for (const ending of ['ai_ci', 'as_cs']) MYSQL_ONLY.add(`utf8mb4_${language}_0900_${ending}`);
for (const ending of ['ai_ci', 'as_ci', 'as_cs', 'bin']) MYSQL_ONLY.add(`utf8mb4_0900_${ending}`);
for (const name of ['ja_0900_as_cs', 'ja_0900_as_cs_ks', 'zh_0900_as_cs']) MYSQL_ONLY.add(`utf8mb4_${name}`);

const MARIADB_ENDING = /^(?:nopad_bin|\w+_nopad_ci|croatian_mysql561_ci|myanmar_ci|thai_520_w2|uca1400_\w+)$/;

/** Resolves `utf8` to `utf8mb3`, lower case. */
export function canonicalCharset(name: string): string {
  const lower = name.toLowerCase();
  return lower === 'utf8' ? 'utf8mb3' : lower;
}

export function canonicalCollation(name: string): string {
  const lower = name.toLowerCase();
  return lower.startsWith('utf8_') ? `utf8mb3_${lower.slice(5)}` : lower;
}

/** Whether that server knows the character set. */
export function knowsCharset(server: ServerProfile, charset: string): boolean {
  const name = canonicalCharset(charset);
  if (name === 'gb18030') return server.vendor === 'mysql';
  return Object.hasOwn(CHARSETS, name);
}

/** The bytes of the longest character; 4 for a character set that isn't known. */
export function bytesPerCharacter(charset: string | null): number {
  return charset === null ? 1 : (CHARSETS[charset]?.[0] ?? 4);
}

/** The character set of a collation, or null where that server does not know it. */
export function charsetOfCollation(server: ServerProfile, collation: string): string | null {
  const name = canonicalCollation(collation);
  const common = listed.get(name);
  if (common) return common === 'gb18030' && server.vendor !== 'mysql' ? null : common;
  if (MYSQL_ONLY.has(name)) return holds(server, 'uca0900') ? charsetPrefix(name) : null;
  if (server.vendor !== 'mariadb') return null;
  const charset = charsetPrefix(name);
  if (!charset || !MARIADB_ENDING.test(name.slice(charset.length + 1))) return null;
  return name.includes('_uca1400_') && !holds(server, 'uca1400') ? null : charset;
}

function charsetPrefix(collation: string): string | null {
  const prefix = collation.slice(0, collation.indexOf('_'));
  return Object.hasOwn(CHARSETS, prefix) ? prefix : null;
}

/** The collation that `CHARACTER SET x` alone means on that server (its configuration unchanged). */
export function defaultCollation(server: ServerProfile, charset: string): string {
  const name = canonicalCharset(charset);
  if (name === 'binary') return 'binary';
  if (name === 'utf8mb4' && holds(server, 'uca0900Default')) return 'utf8mb4_0900_ai_ci';
  if (/^(?:utf8mb[34]|ucs2|utf16|utf32)$/.test(name) && holds(server, 'uca1400Default'))
    return `${name}_uca1400_ai_ci`;
  return `${name}_${CHARSETS[name]?.[1] ?? 'general_ci'}`;
}
