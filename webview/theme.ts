/** The editor's colours for what CSS cannot reach: the canvas. The palette itself stands in media/panel.css. */

export interface Theme {
  readonly foreground: string;
  readonly muted: string;
  readonly background: string;
  readonly grid: string;
  readonly failure: string;
  /** Colour of each series, by its place among the variants. */
  readonly series: readonly string[];
  /** High contrast wants solid lines: no translucent areas. */
  readonly solidOnly: boolean;
  readonly fontFamily: string;
  readonly fontSizePx: number;
}

const paletteSize = 4;
const forcedColors = matchMedia('(forced-colors: active)');

/** What the page looks like now. */
export function readTheme(): Theme {
  const styles = getComputedStyle(document.body);
  const colour = (name: string): string => styles.getPropertyValue(name).trim();
  return {
    foreground: colour('--lens-foreground'),
    muted: colour('--lens-muted'),
    background: colour('--lens-background'),
    grid: colour('--lens-grid'),
    failure: colour('--lens-failure'),
    series: Array.from({ length: paletteSize }, (_, index) => colour(`--lens-series-${index + 1}`)),
    solidOnly: forcedColors.matches || document.body.className.includes('vscode-high-contrast'),
    fontFamily: styles.fontFamily,
    fontSizePx: Number.parseFloat(styles.fontSize),
  };
}

/**
 * Calls back after the theme has changed, once for a burst of changes. Between two themes of one kind VS Code changes
 * only the variables on the root element.
 */
export function onThemeChange(listener: () => void): () => void {
  let frame = 0;
  const later = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(listener);
  };
  const observer = new MutationObserver(later);
  observer.observe(document.body, { attributeFilter: ['class', 'data-vscode-theme-id', 'data-palette'] });
  observer.observe(document.documentElement, { attributeFilter: ['style'] });
  forcedColors.addEventListener('change', later);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    forcedColors.removeEventListener('change', later);
  };
}

/** True when VS Code knows of a screen reader: then tables come first. */
export function usesScreenReader(): boolean {
  return document.body.classList.contains('vscode-using-screen-reader');
}
