import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { resultsFolder } from '../support/paths';

/** How long to wait for what has to come: long, because a busy machine is no fault of what is tested. */
const patienceMs = 90_000;

/** VS Code's window as a person sees it: what is on screen is read by its role and label, never by our own code. */
export class WorkbenchPage {
  constructor(
    readonly page: Page,
    /** The opened folder, a copy that tests may change. */
    readonly workspacePath: string,
  ) {}

  /** The command palette, a quick pick or an input box: whichever is open. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** Runs a command by its title in the command palette, such as `View: Close All Editors`. */
  async runCommand(title: string): Promise<void> {
    const row = this.quickInput.locator('.monaco-list-row').getByText(title, { exact: true }).first();
    // The palette lists what was known when it opened, and a window that has just opened knows no extension yet.
    await this.waitUntil(`the command "${title}"`, async () => {
      await this.page.keyboard.press('F1');
      await this.type(`>${title}`);
      const found = await row.waitFor({ timeout: 1_000 }).then(
        () => true,
        () => false,
      );
      if (!found) await this.page.keyboard.press('Escape');
      return found;
    });
    await row.click();
  }

  /** Opens a view container by its title in the activity bar. */
  async openView(title: string): Promise<void> {
    const tab = this.page.getByRole('tab', { name: title });
    // A window that has just opened does not know the extension yet.
    await tab.waitFor();
    await tab.click();
  }

  /** Folds a view of the open container, so that the others have its room. */
  async foldView(title: string): Promise<void> {
    const header = this.page.getByRole('button', { name: `${title} Section` });
    await header.click();
    await this.waitUntil(`"${title}" folded`, async () => {
      return (await header.getAttribute('aria-expanded')) === 'false';
    });
  }

  /** Waits until the open quick input asks this. */
  async waitForPrompt(text: string | RegExp): Promise<void> {
    await this.quickInput.getByText(text).first().waitFor();
  }

  /** What stands in the open quick input. */
  async typed(): Promise<string> {
    return this.quickInput.getByRole('textbox').inputValue();
  }

  /** Waits until this stands in the open quick input, as it does once the next question is on screen. */
  async waitForTyped(text: string): Promise<void> {
    await this.waitUntil(`“${text}” in the box`, async () => (await this.typed()) === text);
  }

  /** Types into the open quick input, in place of what it held. */
  async type(text: string): Promise<void> {
    await this.quickInput.getByRole('textbox').fill(text);
  }

  /** Accepts the open input box, or the focused row of the open quick pick. */
  async accept(): Promise<void> {
    await this.quickInput.getByRole('textbox').press('Enter');
  }

  /** Presses the Back button of the open quick input. */
  async goBack(): Promise<void> {
    await this.quickInput.getByRole('button', { name: 'Back' }).click();
  }

  /** Chooses the row of the open quick pick whose label or description contains the text. */
  async pick(text: string | RegExp): Promise<void> {
    await this.quickInput.locator('.monaco-list-row').filter({ hasText: text }).first().click();
  }

  /** The rows of the open quick pick, as a screen reader says them. */
  async quickPickRows(): Promise<string[]> {
    return labelsOf(this.quickInput.locator('.monaco-list-row'));
  }

  /** The tree of the view with this title. */
  tree(viewTitle: string): Locator {
    return this.page.getByRole('tree', { name: viewTitle });
  }

  /** The visible rows of a view, as a screen reader says them. */
  async treeRows(viewTitle: string): Promise<string[]> {
    return labelsOf(this.tree(viewTitle).getByRole('treeitem'));
  }

  /** The first row of a view whose label contains the text. */
  row(viewTitle: string, text: string | RegExp): Locator {
    return this.tree(viewTitle).getByRole('treeitem', { name: text }).first();
  }

  /** Chooses an entry of the menu that a right click on the element opens. */
  async chooseFromContextMenu(element: Locator, entry: string): Promise<void> {
    await element.click({ button: 'right' });
    const item = this.page.getByRole('menuitem', { name: entry });
    await item.hover();
    // A new menu ignores the mouse for a tenth of a second, so as not to take the click that opened it.
    await this.page.waitForTimeout(200);
    await item.click();
  }

  /** The entries of the menu that a right click on the element opens; closes it again. */
  async contextMenuEntries(element: Locator): Promise<string[]> {
    await element.click({ button: 'right' });
    const entries = this.page.getByRole('menu').getByRole('menuitem');
    await entries.first().waitFor();
    const labels = await entries.allInnerTexts();
    await this.page.keyboard.press('Escape');
    return labels.map((label) => label.trim());
  }

  /** Opens a file of the workspace by its name or path. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+p');
    await this.type(name);
    await this.quickInput
      .locator('.monaco-list-row')
      .filter({ hasText: name.split('/').at(-1)! })
      .first()
      .click();
    await this.tab(name.split('/').at(-1)!).waitFor();
  }

  /** The editor tab with this title. */
  tab(title: string): Locator {
    return this.page.getByRole('tab', { name: title }).first();
  }

  /** The texts of the code lenses on screen, top to bottom. */
  async codeLenses(): Promise<string[]> {
    return plainTexts(this.page.locator('.codelens-decoration'));
  }

  /** Clicks the code lens whose text contains this. */
  async clickCodeLens(text: string | RegExp): Promise<void> {
    await this.page.locator('.codelens-decoration a').filter({ hasText: text }).first().click();
  }

  /** The modal dialog on screen. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** Presses a button of the modal dialog and waits until the dialog has gone. */
  async pressInDialog(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** The messages of the notifications on screen. */
  async notifications(): Promise<string[]> {
    return plainTexts(this.page.locator('.notification-list-item-message'));
  }

  /** Presses a button of the notification whose message contains the text. */
  async pressInNotification(message: string | RegExp, button: string): Promise<void> {
    const notification = this.page.locator('.notification-list-item').filter({ hasText: message });
    await notification.getByRole('button', { name: button }).click();
  }

  /** The document of the webview that holds an element for this selector. Waits until there is one. */
  async webview(selector = 'body *'): Promise<Frame> {
    return this.waitUntil(`a webview with ${selector}`, async () => {
      for (const frame of this.page.frames().filter((each) => each.url().includes(webviewDocument))) {
        // A frame that is being replaced cannot be asked.
        const count = await frame
          .locator(selector)
          .count()
          .catch(() => 0);
        if (count > 0) return frame;
      }
      return undefined;
    });
  }

  /** Waits until something is drawn on the canvas of a webview. */
  async waitForDrawing(frame: Frame): Promise<void> {
    await this.waitUntil('a drawn chart', () => frame.evaluate<boolean>(isCanvasDrawn));
  }

  /** Asks again and again until the answer is neither undefined nor false. */
  async waitUntil<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
    for (const end = Date.now() + patienceMs; Date.now() < end; await this.page.waitForTimeout(100)) {
      const answer = await ask();
      if (answer) return answer;
    }
    throw new Error(`Waited ${patienceMs / 1000} s in vain for ${what}.`);
  }

  /** Saves a picture of the window as test-results/<name>.png. */
  async screenshot(name: string): Promise<void> {
    await mkdir(resultsFolder, { recursive: true });
    await this.page.screenshot({ path: join(resultsFolder, `${name}.png`) });
  }
}

/** Runs in the page, hence as text: this code knows no DOM. */
const isCanvasDrawn = `(() => {
  const canvas = document.querySelector('canvas');
  if (!canvas?.width) return false;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((value, index) => index % 4 === 3 && value > 0).length > 500;
})()`;

/** Part of the address of every webview's inner document. */
const webviewDocument = '/webview/browser/pre/fake.html';

async function labelsOf(rows: Locator): Promise<string[]> {
  const all = await rows.all();
  return Promise.all(all.map(async (row) => (await row.getAttribute('aria-label')) ?? ''));
}

/** VS Code puts no-break spaces between words where it wants no line break. */
async function plainTexts(elements: Locator): Promise<string[]> {
  const texts = await elements.allInnerTexts();
  return texts.map((text) => text.replaceAll('\u00a0', ' ').trim());
}
