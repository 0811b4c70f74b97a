/** A text for people: English with places `{0}`, `{1}` …, and what goes there. The editor translates the English. */
export interface Said {
  readonly text: string;
  readonly args: readonly string[];
}

export function say(text: string, ...args: readonly (string | number)[]): Said {
  return { text, args: args.map(String) };
}

export function spoken({ text, args }: Said): string {
  return text.replace(/\{(\d+)\}/g, (place, n) => args[Number(n)] ?? place);
}
