import { Diagnostic, DiagnosticSeverity, languages, type Uri } from 'vscode';
import type { Finding, Severity } from '../core/analysis/results';
import type { Bag } from './events';
import type { Findings } from './findings';
import { diagnosticSource } from './ids';
import { shownRange } from './places';
import { rulePage } from './rulePages';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings in the Problems view and under the text. */
export function showDiagnostics(findings: Findings, extension: Uri, bag: Bag): void {
  const collection = bag.add(languages.createDiagnosticCollection(diagnosticSource));
  bag.add(
    findings.onDidChange((file) => {
      const known = findings.of(file);
      if (!known) return collection.delete(file);
      collection.set(
        file,
        known.findings.map((finding) => diagnosticOf(finding, known.ran, extension)),
      );
    }),
  );
}

export function diagnosticOf(finding: Finding, ran: boolean | null, extension: Uri): Diagnostic {
  const diagnostic = new Diagnostic(shownRange(finding), finding.message, severityOf(finding, ran));
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: finding.rule, target: rulePage(finding.rule, extension) };
  return diagnostic;
}

/** A migration that has run there already is history: worth knowing, nothing to warn of. */
const severityOf = (finding: Finding, ran: boolean | null): DiagnosticSeverity =>
  ran ? Math.max(SEVERITY[finding.severity], DiagnosticSeverity.Information) : SEVERITY[finding.severity];
