/**
 * Gathers whom to ring for an incident: the numbers of its steps, or of the posts they call, then
 * the owners of what is open, from the roster. Each comes once.
 */
import type { LocalizedText } from '#shared/domain/text.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import { contactsOf, type People } from '#renderer/console/base/contacts.ts'

export type CallRow = {
  key: string
  who: LocalizedText
  person: string | null
  number: string | null
  state: 'now' | 'todo' | 'done' // now: belongs to the step that is shown
  doneAt: number | null
}

const isOpen = ({ state }: BoardStep): boolean => state === 'open' || state === 'accepted'
const isDone = ({ state }: BoardStep): boolean => state === 'done' || state === 'already-done'

function ofSteps(steps: readonly BoardStep[], people: People, shownId: string | null): CallRow[] {
  return steps
    .filter((step) => isOpen(step) || isDone(step))
    .flatMap((step) =>
      step.calls.flatMap((call) =>
        contactsOf(call, step, steps, people).map(({ person, number }): CallRow => ({
          key: `${number ?? ''} ${person ?? call.who.zh}`,
          who: call.who,
          person,
          number,
          state: isDone(step) ? 'done' : step.id === shownId ? 'now' : 'todo',
          doneAt: step.doneAt,
        })),
      ),
    )
}

/** An owner is done when none of their steps is open. */
function ofOwners(
  steps: readonly BoardStep[],
  { posts }: People,
  shownId: string | null,
): CallRow[] {
  const roles = new Map(
    steps
      .filter((step) => isOpen(step) || isDone(step))
      .map((step) => [step.roleId, step.role] as const),
  )
  return [...roles].flatMap(([roleId, role]) =>
    (posts?.[roleId] ?? [])
      .filter(({ phone }) => phone !== '')
      .map(({ person, phone }): CallRow => {
        const ofOwner = steps.filter((step) => step.roleId === roleId)
        const open = ofOwner.filter(isOpen)
        return {
          key: `${phone} ${person}`,
          who: role,
          person,
          number: phone,
          state:
            open.length === 0
              ? 'done'
              : open.some((step) => step.id === shownId && step.calls.length === 0)
                ? 'now'
                : 'todo',
          doneAt:
            open.length === 0 ? Math.max(0, ...ofOwner.map((step) => step.doneAt ?? 0)) : null,
        }
      }),
  )
}

const ORDER = { now: 0, todo: 1, done: 2 } as const

/**
 * The one to ring now first, those that are done with last. A number that is open anywhere is open.
 */
export function callRows(
  incident: Pick<BoardIncident, 'steps'>,
  people: People,
  shownId: string | null,
): readonly CallRow[] {
  const best = new Map<string, CallRow>()
  for (const row of [
    ...ofSteps(incident.steps, people, shownId),
    ...ofOwners(incident.steps, people, shownId),
  ]) {
    const listed = best.get(row.key)
    if (!listed || ORDER[row.state] < ORDER[listed.state]) best.set(row.key, row)
  }
  return [...best.values()].sort((a, b) => ORDER[a.state] - ORDER[b.state])
}
