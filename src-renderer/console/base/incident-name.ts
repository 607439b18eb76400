/** Names an incident as titles of dialogs and lists do: number, place, what it is. */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { useText } from '#renderer/i18n/index.ts'
import { numbered } from '#renderer/ui/numbered.ts'
import { useStored } from './console-words.ts'

export function useIncidentName(): (
  incident: Pick<BoardIncident, 'place' | 'kind' | 'number'>,
) => string {
  const { tr } = useText()
  const stored = useStored()
  return ({ place, kind, number }) => numbered(`${stored(place)} ${tr(kind)}`, number)
}
