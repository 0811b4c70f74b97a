import type { IndexKind, IndexPart } from '../schema/model';
import type { IndexSpec } from '../schema/statement';
import type { Cursor } from './cursor';
import { canonicalTokens } from './expression';
import { atLeast } from './lexicalRules';
import type { Token } from './token';

type Mutable = { -readonly [K in keyof IndexSpec]: IndexSpec[K] };

/**
 * Reads the rest of an index: `[name] [USING x] (parts) [options]`; its kind and a constraint's name are read already.
 */
export function readIndex(cursor: Cursor, kind: IndexKind, constraintName: string | null): IndexSpec {
  const index: Mutable = {
    name: constraintName,
    kind,
    parts: [],
    visible: true,
    comment: '',
    using: null,
    parser: null,
    explicitOrder: false,
  };
  // MySQL and MariaDB read a name for the primary key, and forget it.
  if (cursor.seesName() && !(cursor.sees('TYPE') && cursor.peek().word !== '(')) index.name = cursor.name();
  readMethod(cursor, index);
  readIndexRest(cursor, index);
  if (kind === 'primary') index.name = null;
  return index;
}

/** `(parts) [options]`: what CREATE INDEX and ADD INDEX share. */
export function readIndexRest(cursor: Cursor, index: Mutable): void {
  const from = cursor.at;
  index.parts = readParts(cursor);
  index.explicitOrder = cursor.tokens
    .slice(from, cursor.at)
    .some(({ word }) => word === 'ASC' || word === 'DESC');
  while (readOption(cursor, index)) {
    // one option a turn
  }
}

/** Full-text and spatial indexes have no USING. */
function readMethod(cursor: Cursor, index: Mutable): boolean {
  const isOrdered = index.kind !== 'fulltext' && index.kind !== 'spatial';
  return isOrdered && readUsing(cursor, index);
}

export function readUsing(cursor: Cursor, index: Mutable): boolean {
  if (!cursor.acceptAny('USING', 'TYPE')) return false;
  const method = cursor.acceptAny('BTREE', 'HASH', 'RTREE');
  if (!method) cursor.refuse();
  index.using = method === 'BTREE' ? 'btree' : method === 'HASH' ? 'hash' : null;
  return true;
}

function readParts(cursor: Cursor): IndexPart[] {
  return cursor.parenthesised(() => readPart(cursor));
}

function readPart(cursor: Cursor): IndexPart {
  if (cursor.sees('(')) {
    if (!atLeast(cursor.server, 'mysql', 8, 0, 13)) cursor.refuse();
    const inside: readonly Token[] = cursor.balanced();
    const expression = canonicalTokens(inside, { sqlMode: cursor.server.sqlMode });
    return { expression, descending: readDirection(cursor) };
  }
  const column = cursor.name();
  let length: number | null = null;
  if (cursor.accept('(')) {
    length = cursor.integer();
    cursor.expect(')');
  }
  return { column, length, descending: readDirection(cursor) };
}

function readDirection(cursor: Cursor): boolean {
  const written = cursor.acceptAny('ASC', 'DESC') === 'DESC';
  // Before these versions DESC is read and forgotten.
  return written && (atLeast(cursor.server, 'mysql', 8) || atLeast(cursor.server, 'mariadb', 10, 8));
}

function readOption(cursor: Cursor, index: Mutable): boolean {
  const start = cursor.token;
  if (readMethod(cursor, index)) return true;
  if (cursor.accept('COMMENT')) {
    index.comment = cursor.string();
    return true;
  }
  if (cursor.accept('KEY_BLOCK_SIZE')) {
    cursor.accept('=');
    cursor.integer();
    return true;
  }
  if (cursor.accept('WITH', 'PARSER')) {
    index.parser = cursor.name();
    return true;
  }
  if (cursor.acceptAny('VISIBLE', 'INVISIBLE')) {
    // MariaDB reads VISIBLE, and has no INVISIBLE.
    const known = atLeast(cursor.server, 'mysql', 8) || atLeast(cursor.server, 'mariadb', 10, 6);
    if (!known || (start.word === 'INVISIBLE' && cursor.server.vendor === 'mariadb')) cursor.refuse(start);
    index.visible = start.word === 'VISIBLE';
    return true;
  }
  if (cursor.sees('NOT', 'IGNORED') || cursor.sees('IGNORED')) {
    if (!atLeast(cursor.server, 'mariadb', 10, 6)) cursor.refuse(start);
    index.visible = cursor.accept('NOT');
    cursor.expect('IGNORED');
    return true;
  }
  if (cursor.acceptAny('ENGINE_ATTRIBUTE', 'SECONDARY_ENGINE_ATTRIBUTE')) {
    cursor.accept('=');
    cursor.string();
    return true;
  }
  if (cursor.acceptAny('CLUSTERING')) {
    cursor.accept('=');
    cursor.next();
    return true;
  }
  // MariaDB's vector indexes: M=6 DISTANCE=cosine, and other engines' name=value.
  if (cursor.server.vendor === 'mariadb' && cursor.seesName() && cursor.peek().word === '=') {
    cursor.at += 2;
    cursor.next();
    return true;
  }
  return false;
}
