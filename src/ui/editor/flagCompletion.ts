import {
  type CancellationToken,
  CompletionItem,
  CompletionItemKind,
  type CompletionItemProvider,
  CompletionItemTag,
  type Disposable,
  languages,
  MarkdownString,
  type Position,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { Wanted } from '../../code/insight/findWanted';
import { canBeWritten } from '../../core/editorView/canBeWritten';
import {
  type Suggestion,
  suggestFields,
  suggestKeys,
  suggestVariants,
} from '../../core/editorView/suggestions';
import { inertText } from '../../core/experiment/inertText';
import { escapeMarkdown, markdownBreak } from '../../shared/escapeMarkdown';
import { settings } from '../ids';
import type { EditorContext } from './createEditor';
import { selector } from './documents';
import { type FlagCode, rangeOf } from './flagCode';

const triggers = ["'", '"', '`', '.'];
const kindOf = {
  key: CompletionItemKind.Constant,
  variant: CompletionItemKind.EnumMember,
  field: CompletionItemKind.Field,
} as const;
/** A name of a member: others are written in brackets. */
const memberName = /^[A-Za-z_$][\w$]*$/;

class FlagItem extends CompletionItem {
  constructor(
    readonly suggestion: Suggestion,
    kind: CompletionItemKind,
  ) {
    super({ label: suggestion.text, description: suggestion.detail }, kind);
  }
}

/** Keys, variants and fields of payloads where code names them, from what is known: typing asks nobody for anything. */
export class FlagCompletion implements CompletionItemProvider<FlagItem> {
  readonly #flags: FlagCode;
  readonly #registration: Disposable;

  constructor({ flags }: EditorContext) {
    this.#flags = flags;
    this.#registration = languages.registerCompletionItemProvider([...selector], this, ...triggers);
  }

  provideCompletionItems(document: TextDocument, position: Position, token: CancellationToken): FlagItem[] {
    const isOn = workspace
      .getConfiguration(settings.section, document)
      .get<boolean>(settings.completionEnabled, true);
    const wanted =
      isOn && !token.isCancellationRequested ? this.#flags.wantedAt(document, position) : undefined;
    if (!wanted) return [];
    const range = rangeOf(document, wanted);
    const isMember = wanted.is === 'field' && !/['"`]/.test(textBefore(document, range));
    return this.#suggest(wanted)
      .filter(({ text }) => (isMember ? memberName.test(text) : canBeWritten(text)))
      .map((suggestion, at) => {
        const item = new FlagItem(suggestion, kindOf[wanted.is]);
        item.range = range;
        item.sortText = String(at).padStart(5, '0');
        if (suggestion.isOver) item.tags = [CompletionItemTag.Deprecated];
        return item;
      });
  }

  /** What there is to say is put together for the item somebody looks at. */
  resolveCompletionItem(item: FlagItem): FlagItem {
    const lines = item.suggestion.lines.map((line) => escapeMarkdown(inertText(line)));
    item.documentation = new MarkdownString(lines.join(markdownBreak));
    return item;
  }

  dispose(): void {
    this.#registration.dispose();
  }

  #suggest(wanted: Wanted): readonly Suggestion[] {
    const { project } = this.#flags;
    if (!project) return [];
    switch (wanted.is) {
      case 'key':
        return suggestKeys(project);
      case 'variant':
        return suggestVariants(project.find(wanted.key));
      case 'field':
        return suggestFields(project.find(wanted.key).flag);
    }
  }
}

/** The character before it. */
function textBefore(document: TextDocument, { start }: Range): string {
  return document.getText(new Range(start.translate(0, -Math.min(1, start.character)), start));
}
