import { cutText } from '../../shared/cutText';

const maxLength = 60;

/** `checkout-cta results 2026-11-14.csv`: of the flag key what every file system takes. */
export function exportFileName(flagKey: string, extension: string, nowMs: number): string {
  const safe = cutText(flagKey.replaceAll(/[^A-Za-z0-9_-]+/g, '-'), maxLength).replaceAll('…', '');
  return `${safe || 'experiment'} results ${new Date(nowMs).toISOString().slice(0, 10)}.${extension}`;
}
