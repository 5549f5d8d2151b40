import * as v from 'valibot';
import type { HealthFinding } from '../../model/experiment';
import { maybeText, readRows } from './tolerant';

/** A finding of PostHog's own checks; a severity this program does not know is a warning. */
const wireFinding = v.object({
  code: v.string(),
  severity: v.fallback(v.picklist(['critical', 'warning', 'info']), 'warning'),
  title: v.string(),
  detail: maybeText,
});

export function toHealthFindings(findings: readonly unknown[]): readonly HealthFinding[] {
  return readRows(wireFinding, findings).rows.map((finding) => ({ ...finding, detail: finding.detail }));
}
