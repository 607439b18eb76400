/**
 * What came of drills for those who took part (S07-06: 通过演练不断提高工作人员的应急处理能力): of each
 * person, drill by drill, how many items of their post's steps they had and how they were scored.
 */
import { shown, type Open } from '../sealed.ts'
import type { LocalizedText } from '../text.ts'
import type { Drill } from './drill.ts'
import { isHeld } from './drill.ts'
import type { Grade } from './scoring.ts'

/** Of one drill; `points` of `most` are those of the items of their post; null: it had none. */
export type ParticipantResult = {
  drillId: string
  number: string | null
  day: string
  planTitle: LocalizedText
  post: LocalizedText | null
  grade: Grade | null
  points: number | null
  most: number | null
}
/** `personId` null: a person of no register, who is known by name. Latest drill first. */
export type ParticipantHistory = {
  personId: string | null
  name: string
  results: readonly ParticipantResult[]
}

const BEST = 5

function resultOf(
  drill: Drill,
  postId: string | null,
  post: LocalizedText | null,
): ParticipantResult {
  const items = (drill.evaluation?.items ?? []).filter(
    ({ role }) => postId !== null && role === postId,
  )
  const had = items.length > 0
  return {
    drillId: drill.id,
    number: drill.started?.number ?? null,
    day: drill.day,
    planTitle: drill.planTitle,
    post,
    grade: drill.evaluation?.grade ?? null,
    points: had ? items.reduce((sum, { score }) => sum + score, 0) : null,
    most: had ? items.length * BEST : null,
  }
}

/**
 * Persons who took part in drills that were played to their end, by name. Somebody who took part
 * by post alone is nobody here: the record does not say who it was.
 */
export function participantHistories(
  drills: Iterable<Drill>,
  open: Open,
): readonly ParticipantHistory[] {
  const histories = new Map<string, ParticipantHistory & { results: ParticipantResult[] }>()
  for (const drill of drills) {
    if (!isHeld(drill)) continue
    for (const { person, personId, post } of drill.participants) {
      if (person === null) continue
      const name = shown(person, open)
      const key = personId ?? `name ${name.replace(/\s/g, '')}`
      const history = histories.get(key) ?? { personId, name, results: [] }
      history.results.push(resultOf(drill, post?.id ?? null, post?.name ?? null))
      histories.set(key, history)
    }
  }
  const byDay = (result: ParticipantResult, other: ParticipantResult): number =>
    result.day < other.day ? 1 : -1
  return [...histories.values()]
    .map((history) => ({ ...history, results: history.results.toSorted(byDay) }))
    .sort((history, other) => history.name.localeCompare(other.name, 'zh'))
}
