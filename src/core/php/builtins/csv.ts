/** How fields are told apart: `fgetcsv`'s separator, enclosure and escape. */
export interface CsvForm {
  readonly separator: string;
  readonly enclosure: string;
  readonly escaping: string;
}

export interface CsvRecord {
  /** null: an empty line, which PHP reads as one null. */
  readonly fields: readonly string[] | null;
  /** Where the next record begins. */
  readonly next: number;
}

/** The record that begins at a place of the text, as PHP reads it. `lines`: a line end outside of enclosures ends it. */
export function csvRecord(text: string, start: number, form: CsvForm, lines: boolean): CsvRecord {
  const end = lines ? lineEnd(text, start, form) : text.length;
  const record = text.slice(start, end).replace(/\r?\n$/, '');
  return { fields: record === '' ? null : fieldsOf(record, form), next: end };
}

/** Where the line ends, its line end included; line ends in enclosures do not count. */
function lineEnd(text: string, start: number, { enclosure, escaping }: CsvForm): number {
  let inside = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (inside && char === escaping && escaping !== enclosure) at++;
    else if (char === enclosure) inside = !inside;
    else if (char === '\n' && !inside) return at + 1;
  }
  return text.length;
}

function fieldsOf(record: string, form: CsvForm): string[] {
  const fields: string[] = [];
  for (let at = 0; at <= record.length; ) {
    const [field, end] = fieldAt(record, at, form);
    fields.push(field);
    at = end + 1;
  }
  return fields;
}

/** The field that begins at a place, and where the separator after it stands. */
function fieldAt(record: string, start: number, form: CsvForm): readonly [field: string, end: number] {
  const { separator, enclosure, escaping } = form;
  let at = start;
  while (/[ \t]/.test(record[at] ?? '') && record[at] !== separator) at++;
  if (record[at] !== enclosure) at = start;
  let field = '';
  if (record[at] === enclosure) {
    for (at++; at < record.length; at++) {
      const char = record[at] ?? '';
      if (char === escaping && escaping !== enclosure && at + 1 < record.length) {
        field += char + record[++at];
      } else if (char === enclosure) {
        if (record[at + 1] !== enclosure) break;
        field += record[++at];
      } else field += char;
    }
    at++;
  }
  const found = record.indexOf(separator, at);
  const end = found < 0 ? record.length : found;
  return [field + record.slice(at, end), end];
}
