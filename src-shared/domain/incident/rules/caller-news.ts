/**
 * Compares what a caller tells with what is known of the incident: only what nobody had told is
 * new, and it is news for as long as nobody has taken it over.
 */
import type { Heard } from '../../match/heard.ts'
import { spelled } from '../../places/known.ts'
import { liesUnder } from '../../plan/type-tree.ts'
import type { CallerNews, HeardAnswer } from '../record/callers.ts'
import { SEVERITIES, type PeopleKind, type Severity } from '../record/scales.ts'
import { answerFor, countsOf, planOf, running } from '../record/select.ts'
import type { Incident } from '../record/state.ts'
import type { World } from '../record/world.ts'
import { PLACE_UNKNOWN } from '../../wording/place-unknown.ts'

/** As it was heard. `place`: null where the words name none; `planId`: of the first proposal. */
export type CallerWords = {
  heard: Heard
  place: string | null
  plan: { id: string; types: readonly string[] } | null
  answers: readonly HeardAnswer[]
}
/** The same as `CallerNews`, with the place in clear. */
export type FreshWords = Omit<CallerNews, 'place'> & { place?: string }

/** Whether a place says nothing that another one, as it is recorded, does not say. */
export const isPlaceKnown = (place: string, recorded: string): boolean =>
  spelled(recorded).includes(spelled(place)) || spelled(place) === ''

const isGraver = (severity: Severity, than: Severity | undefined): boolean =>
  than === undefined || SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(than)

/** The first level is the highest. */
const isHigher = (level: number, than: number | null): boolean => than === null || level < than

const isMore = (
  kind: PeopleKind,
  count: number,
  { casualties, atLeastOne = [] }: Incident,
): boolean => count > (casualties?.[kind] ?? (atLeastOne.includes(kind) ? 1 : 0))

const isOpen = ({ planId, key }: HeardAnswer, incident: Incident, world: World): boolean =>
  running(incident).some((run) => run.planId === planId && !answerFor(incident, run, key, world))

/** Without its empty parts; null: nothing is left. */
export function compact(words: FreshWords): FreshWords | null {
  const { place, casualties = {}, atLeastOne = [], severity, level, planId, answers = [] } = words
  const left: FreshWords = {
    ...(place === undefined ? {} : { place }),
    ...(Object.keys(casualties).length > 0 ? { casualties } : {}),
    ...(atLeastOne.length > 0 ? { atLeastOne } : {}),
    ...(severity ? { severity } : {}),
    ...(level === undefined ? {} : { level }),
    ...(planId === undefined ? {} : { planId }),
    ...(answers.length > 0 ? { answers } : {}),
  }
  return Object.keys(left).length > 0 ? left : null
}

/** What of the news nobody has recorded yet; null: nothing. `place`: of the incident, in clear. */
export function stillNew(
  news: FreshWords,
  incident: Incident,
  place: string,
  world: World,
): FreshWords | null {
  const counts = Object.fromEntries(
    Object.entries(news.casualties ?? {}).filter(([kind, count]) =>
      isMore(kind as PeopleKind, count, incident),
    ),
  )
  return compact({
    ...(news.place !== undefined && !isPlaceKnown(news.place, place) ? { place: news.place } : {}),
    casualties: counts,
    atLeastOne: (news.atLeastOne ?? []).filter((kind) => isMore(kind, 1, incident)),
    ...(news.severity && isGraver(news.severity, incident.severity)
      ? { severity: news.severity }
      : {}),
    ...(news.level !== undefined && isHigher(news.level, incident.level)
      ? { level: news.level }
      : {}),
    ...(news.planId !== undefined && incident.runs.every(({ planId }) => planId !== news.planId)
      ? { planId: news.planId }
      : {}),
    answers: (news.answers ?? []).filter((answer) => isOpen(answer, incident, world)),
  })
}

/** What an incident has recorded itself, as the words of a caller. `place`: of it, in clear. */
export function recordedNews(incident: Incident, place: string, world: World): FreshWords {
  const { atLeastOne, severity, level } = incident
  const [first] = running(incident)
  return {
    ...(place === PLACE_UNKNOWN ? {} : { place }),
    casualties: countsOf(incident),
    ...(atLeastOne ? { atLeastOne } : {}),
    ...(severity ? { severity } : {}),
    ...(level === null ? {} : { level }),
    ...(first ? { planId: first.planId } : {}),
    answers: running(incident).flatMap((run) =>
      planOf(run, world).facts.flatMap(({ key }): HeardAnswer[] => {
        const answer = answerFor(incident, run, key, world)
        return answer ? [{ planId: run.planId, key, value: answer.value }] : []
      }),
    ),
  }
}

/** What of a caller's words is new to the incident; null: nothing. */
export function newsIn(
  { heard, place, plan, answers }: CallerWords,
  incident: Incident,
  recordedPlace: string,
  world: World,
): FreshWords | null {
  const { casualties, uncounted = [], severity } = heard
  const counted = Object.fromEntries(
    Object.entries(casualties).filter(([kind]) => !uncounted.some((other) => other === kind)),
  )
  const types = incident.type
    ? [incident.type]
    : running(incident).flatMap((run) => planOf(run, world).types)
  const isOther =
    plan !== null &&
    !plan.types.some((code) =>
      types.some((known) => liesUnder(known, code) || liesUnder(code, known)),
    )
  return stillNew(
    {
      ...(place === null ? {} : { place }),
      casualties: counted,
      atLeastOne: uncounted,
      ...(severity ? { severity } : {}),
      ...(isOther ? { planId: plan.id } : {}),
      answers,
    },
    incident,
    recordedPlace,
    world,
  )
}
