import type { ColumnType } from './model';

/** A string literal as SHOW CREATE TABLE writes it. */
const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The type as MySQL 8.4's COLUMN_TYPE has it, lower case: `varchar(255)`, `bigint unsigned`, `enum('a','b')`. */
export function printType(type: ColumnType): string {
  let text = type.base;
  if (type.members) text += `(${type.members.map(quote).join(',')})`;
  else if (type.length !== null)
    text += type.scale === null ? `(${type.length})` : `(${type.length},${type.scale})`;
  if (type.unsigned) text += ' unsigned';
  if (type.zerofill) text += ' zerofill';
  return text;
}
