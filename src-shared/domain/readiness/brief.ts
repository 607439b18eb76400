/**
 * What comes due in a few lines, for a wall and a handover: worst first, several of a kind that
 * would name people or quote them as one, and between what is coming the days off.
 */
import { isSealed } from '../sealed.ts'
import type { LocalizedText } from '../text.ts'
import type { ComingDate } from './coming-dates.ts'
import { drawObligation } from './draw.ts'
import { obligationKind, type ObligationKind } from './kinds.ts'
import { isDueNow, type Obligation } from './obligation.ts'

/**
 * `about`: what it concerns, null where the kind says all; `name`: how that is called. `line`: what
 * must be done, null of days off, which nobody has to do anything about.
 */
export type BriefLine = Omit<ComingDate, 'kind'> & {
  kind: ObligationKind | 'workday' | 'days-off'
  name: LocalizedText | null
  line: LocalizedText | null
  isCritical: boolean
}

type At = { today: string; now: number }

function briefOf(obligation: Obligation, several: readonly Obligation[], at: At): BriefLine {
  const { kind, about, due, dueAt, isCritical } = obligation
  const { brief } = obligationKind(kind)
  const { name } = about
  return {
    ...{ kind, date: due, at: dueAt, isCritical },
    about: brief || about.id === kind ? null : about.id,
    count: brief ? several.length : obligation.count,
    name: brief || name === null || typeof name === 'string' || isSealed(name) ? null : name,
    line: brief ? brief(several.length) : drawObligation(obligation, at).line,
  }
}

/**
 * `obligations`: worst first; `days`: days off and make-up workdays, by their days. What is
 * critical or due stands before everything that comes.
 */
export function briefLines(
  obligations: readonly Obligation[],
  days: readonly ComingDate[],
  at: At,
): readonly BriefLine[] {
  const groupOf = (line: Obligation): string =>
    obligationKind(line.kind).brief
      ? `${line.kind} ${line.isCritical} ${isDueNow(line, at)}`
      : `${line.kind} ${line.about.id}`
  const groups = new Map<string, Obligation[]>()
  for (const line of obligations) {
    const group = groups.get(groupOf(line)) ?? []
    groups.set(groupOf(line), group)
    group.push(line)
  }
  const lines = [...groups.values()].flatMap((group) => {
    const [worst] = group
    return worst ? [{ isPressing: worst.isCritical || isDueNow(worst, at), group, worst }] : []
  })
  const drawn = (isPressing: boolean): readonly BriefLine[] =>
    lines
      .filter((line) => line.isPressing === isPressing)
      .map(({ worst, group }) => briefOf(worst, group, at))
  const daysOff = days.flatMap((day): readonly BriefLine[] =>
    day.kind === 'workday' || day.kind === 'days-off'
      ? [{ ...day, kind: day.kind, name: null, line: null, isCritical: false }]
      : [],
  )
  return [
    ...drawn(true),
    ...[...drawn(false), ...daysOff].toSorted((a, b) =>
      (a.date ?? '') === (b.date ?? '') ? 0 : (a.date ?? '') < (b.date ?? '') ? -1 : 1,
    ),
  ]
}
