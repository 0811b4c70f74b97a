import { Uri } from 'vscode';

/** Rules that docs/rules has a page about: what it means, what the server says, what to write instead. */
export const documentedRules: readonly string[] = ['add-column-unguarded'];

export const rulePage = (rule: string, extension: Uri): Uri | null =>
  documentedRules.includes(rule) ? Uri.joinPath(extension, 'docs', 'rules', `${rule}.md`) : null;
