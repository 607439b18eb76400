/** What the page of an incident at HQ says of it in short, worked out from its board entry. */
import type { BoardAlert, BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import { PEOPLE, PEOPLE_NAMES } from '#shared/domain/incident/record/scales.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { TARGET_NAMES } from '#shared/domain/timeline/announcements.ts'

type Tr = (text: LocalizedText) => string

/** How many limits were met, are late (done so or not), and run. `now` in UTC ms. */
export function limitCounts(
  steps: readonly BoardStep[],
  now: number,
): { met: number; late: number; running: number } {
  const timed = steps.filter(
    ({ dueAt, late, state }) => state !== 'hidden' && (dueAt !== null || late),
  )
  const isLate = ({ dueAt, doneAt, late }: BoardStep): boolean =>
    late || (doneAt === null && dueAt !== null && dueAt <= now)
  return {
    met: timed.filter((step) => step.doneAt !== null && !isLate(step)).length,
    late: timed.filter(isLate).length,
    running: timed.filter((step) => step.doneAt === null && !isLate(step)).length,
  }
}

export type Answer = { key: string; question: string; answer: string | null }
export const answersOf = ({ facts }: Pick<BoardIncident, 'facts'>, tr: Tr): readonly Answer[] =>
  facts
    .filter(({ later }) => !later)
    .map(({ key, planId, question, options, value, unit }) => {
      const values = value === null ? [] : Array.isArray(value) ? value : [value]
      const words = values.map((single) => {
        const label = options.find((option) => option.value === single)?.label
        return label ? tr(label) : `${String(single)}${unit ? tr(unit) : ''}`
      })
      const answer = value === null ? null : words.join('、') || '—'
      return { key: `${planId} ${key}`, question: tr(question), answer }
    })

export type Announced = {
  id: string
  targets: string
  outAt: number | null
  endedAt: number | null
}
export const announcedLines = (
  { announcements = [] }: Pick<BoardIncident, 'announcements'>,
  tr: Tr,
): readonly Announced[] =>
  announcements.map(({ id, targets, outlets = [], outAt, ended, over }) => ({
    ...{ id, outAt, endedAt: ended?.at ?? over?.at ?? null },
    targets: [
      ...targets.map((target) => tr(TARGET_NAMES[target])),
      ...outlets.map(({ name }) => name),
    ].join('、'),
  }))

/** Nobody has acknowledged them. */
export const alertsLeft = ({ alerts }: Pick<BoardIncident, 'alerts'>): readonly BoardAlert[] =>
  alerts.filter(({ acknowledgedAt }) => acknowledgedAt === null)

/** `2 被困`, `≥1 死亡`; nothing while nobody counted. */
export const casualtyLines = (
  { casualties, atLeastOne }: Pick<BoardIncident, 'casualties' | 'atLeastOne'>,
  tr: Tr,
): readonly string[] =>
  PEOPLE.flatMap((kind) => {
    const count = casualties?.[kind] ?? null
    if (count !== null) return [`${tr(PEOPLE_NAMES[kind])} ${count}`]
    return atLeastOne.some((some) => some === kind) ? [`${tr(PEOPLE_NAMES[kind])} ≥1`] : []
  })
