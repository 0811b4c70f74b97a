import { l10n } from 'vscode';
import type { Said } from '../core/analysis/said';

/** A text that the analysis made, in the language of the editor where there is a translation. */
export const translated = ({ text, args }: Said): string => l10n.t(text, ...args);
