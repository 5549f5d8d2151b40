import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from './findBrowser';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The workbench is on loopback, whatever proxy the environment names.
  '--proxy-bypass-list=<-loopback>;127.0.0.1;localhost',
];

/** Starts the system's Chromium without a window. */
export async function launchBrowser(signal?: AbortSignal): Promise<Browser> {
  const executablePath = await findBrowser(signal);
  const env = { ...(process.env as Record<string, string>), NO_PROXY: '127.0.0.1,localhost' };
  return chromium.launch({ executablePath, args: flags, env });
}
