/** The elements of the toolkit that the panel uses. No other file knows the toolkit. */
import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  type Button,
  type Checkbox,
  type Dropdown,
  type Option,
} from '@vscode/webview-ui-toolkit';
import { element, setText, syncChildren, type Child } from './dom';

declare global {
  interface HTMLElementTagNameMap {
    'vscode-button': Button;
    'vscode-checkbox': Checkbox;
    'vscode-dropdown': Dropdown;
    'vscode-option': Option;
  }
}

/** Must run before the first element is made. */
export function registerElements(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeCheckbox(), vsCodeDropdown(), vsCodeOption());
}

export function button(
  text: string,
  onClick: () => void,
  appearance: Button['appearance'] = 'secondary',
): HTMLElement {
  const created = element('vscode-button', { appearance }, text);
  created.addEventListener('click', onClick);
  return created;
}

/** A check box; its name is the text of its children. */
export function checkbox(
  checked: boolean,
  onChange: (checked: boolean) => void,
  ...children: readonly Child[]
): HTMLElement {
  const created = element('vscode-checkbox', {}, ...children);
  created.checked = checked;
  created.addEventListener('change', () => onChange(created.checked));
  return created;
}

export interface Choice {
  readonly key: string;
  readonly text: string;
}

export interface Picker {
  readonly element: HTMLElement;
  readonly update: (choices: readonly Choice[], selectedKey: string | undefined) => void;
}

/** A labelled dropdown that keeps its focus while its choices change. */
export function picker(id: string, label: string, onPick: (key: string) => void): Picker {
  const dropdown = element('vscode-dropdown', { id, 'aria-label': label });
  dropdown.addEventListener('change', () => {
    const picked = dropdown.selectedOptions[0]?.getAttribute('data-key');
    if (picked) onPick(picked);
  });
  return {
    element: element('div', { class: 'picker' }, element('label', { for: id }, label), dropdown),
    update(choices, selectedKey) {
      syncChildren(
        dropdown,
        choices,
        (choice) => choice.key,
        (choice) => element('vscode-option', { value: choice.key }),
      );
      for (const [index, option] of [...dropdown.children].entries()) {
        setText(option, choices[index]?.text ?? '');
        // The toolkit names an option once, before it has a text: "Option".
        option.setAttribute('aria-label', option.textContent);
        option.toggleAttribute('selected', choices[index]?.key === selectedKey);
      }
      // An open list belongs to the person who is choosing.
      if (!dropdown.open && selectedKey !== undefined && dropdown.value !== selectedKey)
        dropdown.value = selectedKey;
    },
  };
}
