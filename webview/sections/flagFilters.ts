/** What the list of flags is asked for: search, filters and order. */
import {
  type FlagOrder,
  flagOrders,
  type FlagOwner,
  type FlagRuntime,
  flagRuntimes,
  type FlagsContent,
  type FlagsWanted,
} from '../../src/shared/panelFlags';
import { element } from '../dom';
import { button, type Choice, picker } from '../view';
import { isFiltered } from './flagWords';

export interface FlagFilters {
  readonly element: HTMLElement;
  /** @param content what can be chosen from; undefined keeps what could be before */
  readonly update: (wanted: FlagsWanted, content: FlagsContent | undefined) => void;
}

export interface FilterCommands {
  readonly search: (text: string) => void;
  /** Undefined takes the filter away. */
  readonly filter: (change: FilterChange) => void;
  readonly order: (order: FlagOrder) => void;
  readonly clear: () => void;
}

export type FilterChange =
  | { readonly key: 'active'; readonly value: boolean | undefined }
  | { readonly key: 'owner'; readonly value: FlagOwner | undefined }
  | { readonly key: 'runtime'; readonly value: FlagRuntime | undefined }
  | { readonly key: 'tag'; readonly value: string | undefined };

const orderWords: Readonly<Record<FlagOrder, string>> = {
  '-created_at': 'Newest first',
  created_at: 'Oldest first',
  key: 'Key, A to Z',
  '-key': 'Key, Z to A',
  name: 'Name, A to Z',
  '-name': 'Name, Z to A',
};
const runtimeWords: Readonly<Record<FlagRuntime, string>> = {
  client: 'Client',
  server: 'Server',
  all: 'Client and server',
};

const any: Choice = { key: 'any', text: 'Any' };
const states: readonly Choice[] = [any, { key: 'on', text: 'On' }, { key: 'off', text: 'Off' }];
const runtimes = [any, ...flagRuntimes.map((key) => ({ key, text: runtimeWords[key] }))];
const orders = flagOrders.map((key) => ({ key, text: orderWords[key] }));

export function createFlagFilters(commands: FilterCommands): FlagFilters {
  let owners: readonly FlagOwner[] = [];
  let tags: readonly string[] = [];
  const search = element('input', {
    type: 'search',
    id: 'flag-search',
    placeholder: 'Key or name',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: '400',
  });
  search.addEventListener('input', () => commands.search(search.value));
  const { filter } = commands;
  const active = picker('flag-active', 'State', (key) =>
    filter({ key: 'active', value: key === 'any' ? undefined : key === 'on' }),
  );
  const owner = picker('flag-owner', 'Owner', (key) =>
    filter({ key: 'owner', value: owners.find(({ id }) => String(id) === key) }),
  );
  const runtime = picker('flag-runtime', 'Runtime', (key) =>
    filter({ key: 'runtime', value: flagRuntimes.find((known) => known === key) }),
  );
  // A tag may be called anything, so its place names it.
  const tag = picker('flag-tag', 'Tag', (key) =>
    filter({ key: 'tag', value: key === 'any' ? undefined : tags[Number(key)] }),
  );
  const order = picker('flag-order', 'Sort', (key) =>
    commands.order(flagOrders.find((known) => known === key) ?? '-created_at'),
  );
  const clear = button('Clear Filters', () => {
    commands.clear();
    // The button goes away with the last filter.
    search.focus();
  });
  const pickers = [active, owner, runtime, tag, order].map((each) => each.element);

  return {
    element: element(
      'div',
      { class: 'filters', role: 'search', 'aria-label': 'Flags' },
      element('div', { class: 'picker search' }, element('label', { for: 'flag-search' }, 'Search'), search),
      ...pickers,
      clear,
    ),
    update(wanted, content) {
      owners = content?.owners ?? owners;
      tags = content?.tags ?? tags;
      // What is being typed belongs to the person who types.
      if (document.activeElement !== search && search.value !== wanted.search) search.value = wanted.search;
      active.update(states, wanted.active === undefined ? 'any' : wanted.active ? 'on' : 'off');
      owner.update(
        [any, ...owners.map(({ id, name }) => ({ key: String(id), text: name }))],
        wanted.owner ? String(wanted.owner.id) : 'any',
      );
      runtime.update(runtimes, wanted.runtime ?? 'any');
      tag.update(
        [any, ...tags.map((text, index) => ({ key: String(index), text }))],
        wanted.tag === undefined ? 'any' : String(tags.indexOf(wanted.tag)),
      );
      order.update(orders, wanted.order);
      clear.hidden = !isFiltered(wanted);
    },
  };
}
