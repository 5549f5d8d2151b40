export abstract class FlagPort {
  abstract isActive(key: string, userId: string): Promise<boolean>;
}

export interface Variants {
  variantOf(key: string): string;
}
