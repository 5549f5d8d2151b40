import { listsOf } from './listStorage';

/** An experiment that was deleted from here: PostHog lists none, so this is the way back to it. */
export interface DeletedExperiment {
  readonly id: number;
  readonly name: string;
  readonly deletedMs: number;
}

/** Further back than anybody undoes. */
export const maxDeleted = 20;

/** Goes with the lists of its account. */
export function deletedKey(accountId: string, projectId: number): string {
  return `${listsOf(accountId)}${projectId}-deleted`;
}

/** Nothing when the text is not what `JSON.stringify` made of such a list. */
export function parseDeleted(text: string | undefined): readonly DeletedExperiment[] {
  if (text === undefined) return [];
  try {
    const stored: unknown = JSON.parse(text);
    return Array.isArray(stored) ? stored.filter(isDeletedExperiment) : [];
  } catch {
    return [];
  }
}

function isDeletedExperiment(value: unknown): value is DeletedExperiment {
  const { id, name, deletedMs } = (value ?? {}) as Partial<Record<keyof DeletedExperiment, unknown>>;
  return typeof id === 'number' && typeof name === 'string' && typeof deletedMs === 'number';
}
