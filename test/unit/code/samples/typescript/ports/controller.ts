import type { FlagPort } from './flagPort';

export class Controller {
  constructor(private readonly flagPort: FlagPort) {}

  async remove(userId: string) {
    if (!(await this.flagPort.isActive('⟦wrapper:soft-delete⟧', userId))) throw new Error('soft-delete is off');
    return this.flagPort.isActive('⟦wrapper:trash-folder⟧', userId);
  }
}
