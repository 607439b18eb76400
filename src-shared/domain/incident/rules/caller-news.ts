/**
 * Compares what a caller tells with what is known of the incident: only what nobody had told is
 * new, and it is news for as long as nobody has taken it over.
 */
import type { Heard } from '../../match/heard.ts'
import { liesUnder } from '../../plan/type-tree.ts'
import type { CallerNews, HeardAnswer } from '../record/callers.ts'
import { SEVERITIES, type PeopleKind, type Severity } from '../record/scales.ts'
import { answerFor, countsOf, planOf, running } from '../record/select.ts'
import type { Incident } from '../record/state.ts'
import type { World } from '../record/world.ts'
import type { Counts } from '../record/slices.ts'
import { PLACE_UNKNOWN } from '../../wording/place-unknown.ts'
import { isPlaceKnown, type Whereabouts } from './people-where.ts'

/** As it was heard. `place`: null where the words name none; `planId`: of the first proposal. */
export type CallerWords = {
  heard: Heard
  place: string | null
  plan: { id: string; types: readonly string[] } | null
  answers: readonly HeardAnswer[]
}
/** What is told, with the place in clear. */
type ToldNews = Omit<CallerNews, 'place' | 'peopleAt'> & { place?: string }
/** `totals`: the number of a kind once these are recorded, where that is another one. */
export type FreshWords = ToldNews & { peopleAt?: string; totals?: Counts }

const isGraver = (severity: Severity, than: Severity | undefined): boolean =>
  than === undefined || SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(than)

/** The first level is the highest. */
const isHigher = (level: number, than: number | null): boolean => than === null || level < than

const isOpen = ({ planId, key }: HeardAnswer, incident: Incident, world: World): boolean =>
  running(incident).some((run) => run.planId === planId && !answerFor(incident, run, key, world))

/** Without its empty parts; null: nothing is left. */
export function compact(words: FreshWords): FreshWords | null {
  const { place, casualties = {}, atLeastOne = [], severity, level, planId, answers = [] } = words
  const hasPeople = Object.keys(casualties).length + atLeastOne.length > 0
  const left: FreshWords = {
    ...(place === undefined ? {} : { place }),
    ...(hasPeople && words.peopleAt !== undefined ? { peopleAt: words.peopleAt } : {}),
    ...(Object.keys(casualties).length > 0 ? { casualties } : {}),
    ...(atLeastOne.length > 0 ? { atLeastOne } : {}),
    ...(severity ? { severity } : {}),
    ...(level === undefined ? {} : { level }),
    ...(planId === undefined ? {} : { planId }),
    ...(answers.length > 0 ? { answers } : {}),
  }
  return Object.keys(left).length > 0 ? left : null
}

/**
 * What of the news nobody has recorded yet; null: nothing. `at`: where its people are, as `where`
 * has it.
 */
export function stillNew(
  news: ToldNews,
  at: string | null,
  incident: Incident,
  where: Whereabouts,
  world: World,
): FreshWords | null {
  const isMore = (kind: PeopleKind, count: number): boolean => count > where.recordedAt(at, kind)
  const counts = Object.fromEntries(
    Object.entries(news.casualties ?? {}).filter(([kind, count]) =>
      isMore(kind as PeopleKind, count),
    ),
  )
  return compact({
    ...(news.place !== undefined && !isPlaceKnown(news.place, where.place)
      ? { place: news.place }
      : {}),
    ...(at === null ? {} : { peopleAt: at }),
    casualties: counts,
    atLeastOne: (news.atLeastOne ?? []).filter((kind) => isMore(kind, 1)),
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

/** With the place that was named for its people, in the words in which it was. */
export const toldAt = (fresh: FreshWords, named: string | null): FreshWords | null =>
  compact(named === null ? fresh : { ...fresh, peopleAt: named })

/**
 * What of a caller's words is new to the incident; null: nothing. `peopleAt`: as the caller named
 * it, also where it is the incident's: another one may be told of afterwards.
 */
export function newsIn(
  { heard, place, plan, answers }: CallerWords,
  incident: Incident,
  where: Whereabouts,
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
  const fresh = stillNew(
    {
      ...(place === null ? {} : { place }),
      casualties: counted,
      atLeastOne: uncounted,
      ...(severity ? { severity } : {}),
      ...(isOther ? { planId: plan.id } : {}),
      answers,
    },
    where.at(place),
    incident,
    where,
    world,
  )
  return fresh && toldAt(fresh, place)
}
