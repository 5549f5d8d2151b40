import type { CommandHandler } from './commandContext';

export const showLog: CommandHandler = (context) => context.showLog();
