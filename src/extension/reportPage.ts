import { randomBytes } from 'node:crypto';
import { env, Uri, type Webview } from 'vscode';
import type { PageState } from '../../webview/protocol';

/** Where the page may load from. */
export const reportFolder = (extension: Uri): Uri => Uri.joinPath(extension, 'dist', 'webview');

/** The empty page: all it shows comes by message. No data is ever written into its HTML but the attribute below. */
export function reportPage(webview: Webview, extension: Uri, state: PageState): string {
  const nonce = randomBytes(16).toString('base64');
  const at = (name: string): string =>
    attribute(webview.asWebviewUri(Uri.joinPath(reportFolder(extension), name)).toString());
  // The component library looks for the nonce in a meta element, to try out what the browser can do.
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta property="csp-nonce" content="${nonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${at('report.css')}">
<title>Schema Gap</title>
</head>
<body data-state="${attribute(JSON.stringify(state))}">
<main id="report" aria-busy="true"></main>
<script nonce="${nonce}" src="${at('report.js')}"></script>
</body>
</html>`;
}

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
