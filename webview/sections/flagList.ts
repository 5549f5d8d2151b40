/** The list of flags: how much of it is here, the table, and ways to the rest. */
import { type FlagsContent, flagPageSize, type FlagsWanted } from '../../src/shared/panelFlags';
import { element, setOptionalText, setText, syncChildren } from '../dom';
import { button } from '../view';
import { createFlagPager, type FlagPagerModel } from './flagPager';
import { createFlagTable, type FlagCommands } from './flagTable';
import { countWords, emptyWords, flagNotes } from './flagWords';

export interface FlagList {
  readonly element: HTMLElement;
  readonly update: (model: FlagListModel | undefined) => void;
}

export interface FlagListModel {
  readonly content: FlagsContent;
  readonly wanted: FlagsWanted;
  /** What is shown is about to be replaced, or more is being read. */
  readonly busy: boolean;
}

export interface FlagListCommands extends FlagCommands {
  readonly turn: (step: 1 | -1) => void;
  readonly read: (demand: 'more' | 'all') => void;
  readonly stop: () => void;
}

export function createFlagList(commands: FlagListCommands): FlagList {
  const table = createFlagTable(commands);
  const notes = element('div', { class: 'notes' });
  const empty = element('p', { class: 'state' });
  const announcement = element('p', { class: 'visually-hidden', role: 'status' });
  const top = createFlagPager('Pages', commands.turn);
  const bottom = createFlagPager('Pages, below the table', (step) => {
    commands.turn(step);
    table.focus();
  });
  const more = button('Read More', () => commands.read('more'));
  const all = button('Read All', () => commands.read('all'));
  const stop = button('Stop', commands.stop);
  const rest = element('div', { class: 'buttons' }, more, all, stop);
  const list = element(
    'section',
    { class: 'flag-list', 'aria-label': 'Flags for experiments' },
    notes,
    top.element,
    rest,
    empty,
    table.element,
    bottom.element,
    announcement,
  );

  return {
    element: list,
    update(model) {
      list.hidden = !model;
      if (!model) return;
      const { content, wanted, busy } = model;
      const texts = flagNotes(content);
      notes.hidden = texts.length === 0;
      syncChildren(
        notes,
        texts,
        (text) => text,
        (text) => element('p', {}, text),
      );
      const pager = pagerOf(content, wanted);
      const nothing = emptyWords(content, wanted);
      top.update(pager);
      bottom.update(pager);
      top.element.hidden = pager.words === '' && !pager.hasPrevious && !pager.hasNext;
      bottom.element.hidden = content.rows.length < 10 || (!pager.hasPrevious && !pager.hasNext);
      setOptionalText(empty, nothing);
      table.element.hidden = nothing !== undefined;
      table.update({
        rows: content.rows,
        order: wanted.order,
        caption: 'Flags that an experiment can be made on',
        hasWebApp: content.hasWebApp,
      });
      updateRest(content, wanted, busy);
      list.setAttribute('aria-busy', String(busy));
      if (!busy) setText(announcement, nothing ?? pager.words);
    },
  };

  /** Only a tag is looked for among what was read: everything else PostHog itself looks for. */
  function updateRest({ unread }: FlagsContent, { tag }: FlagsWanted, busy: boolean): void {
    const isPart = tag !== undefined && unread > 0;
    const hadFocus = rest.contains(document.activeElement);
    more.hidden = all.hidden = !isPart || busy;
    stop.hidden = !isPart || !busy;
    rest.hidden = !isPart;
    if (hadFocus && !rest.contains(visibleFocus())) (isPart ? (busy ? stop : more) : table.element).focus();
  }
}

function visibleFocus(): Element | null {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && !focused.hidden ? focused : null;
}

function pagerOf(content: FlagsContent, wanted: FlagsWanted): FlagPagerModel {
  const { firstRow, matching, unread } = content;
  const hasUnread = wanted.tag === undefined && unread > 0;
  return {
    words: countWords(content, wanted),
    hasPrevious: firstRow > 0,
    hasNext: firstRow + flagPageSize < matching || hasUnread,
  };
}
