import type { Logger } from '../../core/logger';
import type { AskWhere } from '../askWhere';
import type { Confirm } from '../confirm';
import type { CodeIndex } from '../code/codeIndex';
import type { FlagModules } from '../code/flagModules';
import type { EditorParts } from '../editor/createEditor';
import type { Panels } from '../panel/panels';
import type { Sessions } from '../../core/account/sessions';

/** What a command may use. */
export interface CommandContext {
  readonly sessions: Sessions;
  readonly panels: Panels;
  readonly code: CodeIndex;
  readonly flagModules: FlagModules;
  readonly confirm: Confirm;
  readonly askWhere: AskWhere;
  readonly logger: Logger;
  /** Selects the experiment's row in the view. */
  readonly revealRow: (id: number) => Promise<void>;
  /** What editors show; loaded when it is not yet. */
  readonly editor: () => Promise<EditorParts>;
  /** Shows the log to the user. */
  showLog(): void;
}

/** A command with the argument it was called with: by a menu, a link, another extension, or nobody. */
export type CommandHandler = (context: CommandContext, argument: unknown) => unknown;
