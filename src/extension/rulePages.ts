import { Uri } from 'vscode';

/** Rules that have a page of their own in docs/rules: what it means, what the server says, what to write instead. */
export const documentedRules: readonly string[] = ['add-column-unguarded'];

/** The page about a rule; what all of them have in common stands in one page. */
export const rulePage = (rule: string, extension: Uri): Uri =>
  Uri.joinPath(extension, 'docs', 'rules', `${documentedRules.includes(rule) ? rule : 'second-run'}.md`);
