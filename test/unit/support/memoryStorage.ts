import type { ListStorage } from '../../../src/core/store/listStorage';

export class MemoryStorage implements ListStorage {
  readonly texts = new Map<string, string>();

  async read(key: string): Promise<string | undefined> {
    return this.texts.get(key);
  }

  async write(key: string, text: string): Promise<void> {
    this.texts.set(key, text);
  }
}
