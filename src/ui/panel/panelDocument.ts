import type { Palette } from '../../shared/panelProtocol';
import type { PanelState } from '../../shared/panelTabs';

export interface PanelDocument {
  /** Where the panel's own files come from, as a source of the content security policy. */
  readonly source: string;
  readonly styleUri: string;
  /** Run in this order, after the document is there. */
  readonly scriptUris: readonly string[];
  readonly state: PanelState;
  readonly palette: Palette;
  /** What the header says until the script has drawn it. Untrusted text. */
  readonly name: string;
  readonly status: string;
  /** What was known last of its results; empty for what has none. */
  readonly verdict: string;
}

/** The panel's HTML. Nothing loads but its own scripts and style; server text stands in it as text. */
export function panelDocument({
  source,
  styleUri,
  scriptUris,
  state,
  palette,
  name,
  status,
  verdict,
}: PanelDocument): string {
  const nonce = createNonce();
  const policy = [
    `default-src 'none'`,
    `img-src ${source} data:`,
    `font-src ${source}`,
    `style-src ${source} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  const scripts = scriptUris.map((uri) => `<script type="module" nonce="${nonce}" src="${uri}"></script>`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta property="csp-nonce" content="${nonce}">
  <link rel="stylesheet" href="${styleUri}">
  <title>${escapeHtml(name)}</title>
</head>
<body data-palette="${palette}">
  <main id="root">
    <div id="tabs"></div>
    <div id="page">
      <header>
        <h1>${escapeHtml(name)}</h1>
        <p>${escapeHtml(status)}</p>
        <p class="verdict-sentence">${escapeHtml(verdict)}</p>
      </header>
    </div>
  </main>
  <script type="application/json" id="state" nonce="${nonce}">${escapeScriptJson(state)}</script>
  ${scripts.join('\n  ')}
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
