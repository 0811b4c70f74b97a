import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  Location,
  l10n,
  languages,
  type Uri,
} from 'vscode';
import type { Finding, Severity } from '../core/analysis/results';
import { spoken } from '../core/analysis/said';
import type { Bag } from './events';
import type { Findings } from './findings';
import { diagnosticSource } from './ids';
import type { ShownFindings } from './lint';
import { fileUri, shownRange, toRange } from './places';
import type { Projects } from './projects';
import { rulePage } from './rulePages';
import { translated } from './said';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings in the Problems view and under the text. */
export function showDiagnostics(projects: Projects, findings: Findings, extension: Uri, bag: Bag): void {
  const collection = bag.add(languages.createDiagnosticCollection(diagnosticSource));
  bag.add(
    findings.onDidChange((file) => {
      const known = findings.of(file);
      if (!known) return collection.delete(file);
      const root = projects.of(file)?.root ?? file;
      collection.set(
        file,
        known.findings.map((finding) => diagnosticOf(finding, known, { root, extension })),
      );
    }),
  );
}

/** `root`: of the application that the finding's places are relative to. */
export function diagnosticOf(
  finding: Finding,
  { history, stale }: Pick<ShownFindings, 'history' | 'stale'>,
  { root, extension }: { readonly root: Uri; readonly extension: Uri },
): Diagnostic {
  const diagnostic = new Diagnostic(
    shownRange(finding),
    asOf(messageOf(finding), stale),
    severityOf(finding, history),
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: finding.rule, target: rulePage(finding.rule, extension) };
  diagnostic.relatedInformation = finding.related.flatMap((place) => {
    const file = fileUri(root, place.file);
    return file
      ? [new DiagnosticRelatedInformation(new Location(file, toRange(place)), translated(place.said))]
      : [];
  });
  return diagnostic;
}

/** The message in the editor's language; where the place is another file's, with its name. */
export const messageOf = ({ said, message }: Finding): string =>
  spoken(said) === message ? translated(said) : message;

/** The text has not been readable since: says so. */
export const asOf = (text: string, stale: boolean): string =>
  stale ? l10n.t('{0} (as of the last readable text)', text) : text;

const severityOf = (finding: Finding, history: boolean): DiagnosticSeverity =>
  history ? Math.max(SEVERITY[finding.severity], DiagnosticSeverity.Information) : SEVERITY[finding.severity];
