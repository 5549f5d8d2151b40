import { useFeatureFlagEnabled } from 'posthog-js/react';

interface Runner {
  run: <T>(task: () => T) => T;
}

export function Toolbar({ items, run }: { items: Item[] } & Runner) {
  return (
    <div
      // It's what the design says: don't wrap.
      className="row"
      /* and it isn't "sticky" */
      role="toolbar"
    >
      <Select<Item, 'single'> items={items} onPick={(item) => item > 2 && run(() => item)} />
      <Wizard<Map<string, Item>>
        // Not `control's` variant.
        title="Don't stop"
      />
    </div>
  );
}

export const Search = () => (useFeatureFlagEnabled('⟦call:toolbar-search⟧') ? <b>(optional)</b> : null);
