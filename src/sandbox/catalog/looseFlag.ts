import type { FlagRow } from '../flagRow';
import type { AuthorIndex, VariantStory } from './story';

/** A flag that no experiment uses. Days count back from today. */
export interface LooseFlag {
  readonly key: string;
  readonly name: string;
  readonly author?: AuthorIndex;
  readonly createdDaysAgo: number;
  /** None: on or off. */
  readonly variants?: readonly VariantStory[];
  /** When a client last asked for it; undefined: never. */
  readonly calledDaysAgo?: number;
  /** Fields of the API where they are not the usual: on, for everyone, wherever it is evaluated. */
  readonly fields?: Partial<
    Pick<
      FlagRow,
      'active' | 'evaluation_runtime' | 'groups' | 'payloads' | 'tags' | 'is_remote_configuration'
    >
  >;
}
