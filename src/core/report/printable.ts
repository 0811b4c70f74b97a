/** Control characters, and those that turn the direction of text: neither may reach a terminal from somebody's file. */
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** Names and messages come from files that anybody may have written. Line ends become spaces, so that a name can't pretend to be a line of ours. */
export function printable(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ').replace(UNPRINTABLE, (c) => {
    const code = c.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`;
  });
}
