import { useFeatureFlagEnabled } from 'posthog-js/react'

export enum Gate {
  Captions = '⟦definition:live-captions⟧',
  Summary = '⟦definition:room-summary⟧',
}

export const useMayUse = (mode: string, gate: Gate) => {
  const isOn = useFeatureFlagEnabled(gate)
  return isOn && mode !== 'guest'
}

export function useRoom(mode: string) {
  const mayCaption = useMayUse(mode, ⟦use:Gate.Captions=>live-captions⟧)

  const { start, stop } = useRecorder()

  const maySummarise = useMayUse(
    mode,
    ⟦use:Gate.Summary=>room-summary⟧
  )

  const { open } = usePanel()

  const hasNotes = useFeatureFlagEnabled('⟦call:room-notes⟧')
  async function finish() {
    await stop()
  }
  return { mayCaption, maySummarise, hasNotes, start, open, finish }
}

declare function useRecorder(): { start: () => void; stop: () => Promise<void> }
declare function usePanel(): { open: () => void }
