import { DocumentContext } from '../../../../src/code/index/documentContext';
import { Project } from '../../../../src/code/project';
import { readInsights, type Insights } from '../../../../src/code/insight/readInsights';
import { findReferences } from '../../../../src/code/findReferences';
import type { Reference } from '../../../../src/code/reference';
import type { Wanted } from '../../../../src/code/insight/findWanted';

export function referencesOf(language: string, text: string): readonly Reference[] {
  return findReferences(text, language, 'src/file', new Project());
}

export function insightsOf(language: string, text: string): Insights {
  return readInsights(text, language, referencesOf(language, text));
}

/** What is wanted at the `|` of the code. */
export function wantedAt(language: string, code: string): (Wanted & { readonly typed: string }) | undefined {
  const offset = code.indexOf('|');
  const text = code.slice(0, offset) + code.slice(offset + 1);
  const context = new DocumentContext();
  const document = { path: 'src/file', language, version: 1, getText: () => text };
  const wanted = context.wantedAt({}, document, offset);
  return wanted && { ...wanted, typed: text.slice(wanted.start, wanted.end) };
}
