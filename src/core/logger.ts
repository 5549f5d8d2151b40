/** Where the core reports what it does. Messages carry no keys, no bodies and no ids but those of experiments. */
export interface Logger {
  info(message: string): void;
  debug(message: string): void;
  warn(message: string): void;
}
