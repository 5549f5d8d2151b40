import type { ListStorage } from '../../../src/core/store/listStorage';

export class MemoryStorage implements ListStorage {
  readonly texts = new Map<string, string>();

  async read(key: string): Promise<string | undefined> {
    return this.texts.get(key);
  }

  async write(key: string, text: string): Promise<void> {
    this.texts.set(key, text);
  }

  async remove(beginning: string): Promise<void> {
    for (const key of this.texts.keys()) if (key.startsWith(beginning)) this.texts.delete(key);
  }
}
