import { Uri, type Webview } from 'vscode';
import type { PanelState } from '../../shared/panelView';

export interface FirstPaint {
  readonly state: PanelState;
  /** What the header says until the script has drawn it. Untrusted text. */
  readonly name: string;
  readonly status: string;
}

/** The panel's document. Nothing loads but its own script and style; server text stands in it as text. */
export function panelHtml(webview: Webview, extensionUri: Uri, first: FirstPaint): string {
  const nonce = createNonce();
  const script = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview', 'panel.js'));
  const style = webview.asWebviewUri(Uri.joinPath(extensionUri, 'media', 'panel.css'));
  const policy = [
    `default-src 'none'`,
    `img-src ${webview.cspSource} data:`,
    `font-src ${webview.cspSource}`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta property="csp-nonce" content="${nonce}">
  <link rel="stylesheet" href="${style.toString()}">
  <title>${escapeHtml(first.name)}</title>
</head>
<body>
  <main id="root"><header><h1>${escapeHtml(first.name)}</h1><p>${escapeHtml(first.status)}</p></header></main>
  <script type="application/json" id="state" nonce="${nonce}">${escapeScriptJson(first.state)}</script>
  <script type="module" nonce="${nonce}" src="${script.toString()}"></script>
</body>
</html>`;
}

/** JSON that cannot end the script element it stands in. */
function escapeScriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function createNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
}
