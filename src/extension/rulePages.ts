import { Uri } from 'vscode';
import { isRule, ruleOf } from '../core/analysis/rules/catalog';

/** The page about a rule: what it means, what the server says, what to write instead. */
export const rulePage = (rule: string, extension: Uri): Uri =>
  Uri.joinPath(extension, 'docs', 'rules', `${isRule(rule) ? ruleOf(rule).page : 'second-run'}.md`);
