/**
 * What callers and merged incidents tell that is still to be taken up: nobody has recorded it, left
 * it out, or heard it from somebody before.
 */
import type { Sealed } from '../../sealed.ts'
import { answerLine, peopleLine, type HeardPeople } from '../record/callers.ts'
import { PEOPLE, SEVERITIES, type PeopleKind } from '../record/scales.ts'
import type { Counts } from '../record/slices.ts'
import type { Incident } from '../record/state.ts'
import type { World } from '../record/world.ts'
import { compact, stillNew, type FreshWords } from './caller-news.ts'
import {
  isPlaceKnown,
  peopleWhere,
  recordedNumber,
  sourcesOf,
  type Whereabouts,
} from './people-where.ts'
import { levelSet } from './response-level.ts'

const toldOf = (kind: PeopleKind, { casualties = {}, atLeastOne = [] }: FreshWords): number =>
  casualties[kind] ?? (atLeastOne.includes(kind) ? 1 : 0)

/** Whether an earlier one tells at least as much of this kind: there, or anywhere. */
const hasPeople =
  (kind: PeopleKind, count: number, at: string | undefined) =>
  (other: FreshWords): boolean =>
    (at === undefined || other.peopleAt === at) && toldOf(kind, other) >= count

/** Without what was left out, and without what `earlier` has. */
function without(
  fresh: FreshWords,
  isDismissed: (line: string) => boolean,
  earlier: readonly FreshWords[],
): FreshWords | null {
  const { place, casualties = {}, atLeastOne = [], severity, level, planId, answers = [] } = fresh
  const isPeopleNew = (kind: PeopleKind, count: number): boolean =>
    !isDismissed(peopleLine(kind)) && !earlier.some(hasPeople(kind, count, fresh.peopleAt))
  const isPlaceNew =
    place !== undefined &&
    !isDismissed('place') &&
    !earlier.some((other) => other.place !== undefined && isPlaceKnown(place, other.place))
  const isSeverityNew =
    severity !== undefined &&
    !isDismissed('severity') &&
    !earlier.some(
      (other) =>
        other.severity && SEVERITIES.indexOf(other.severity) <= SEVERITIES.indexOf(severity),
    )
  const isLevelNew =
    level !== undefined &&
    !isDismissed('level') &&
    !earlier.some((other) => other.level !== undefined && other.level <= level)
  const isPlanNew =
    planId !== undefined &&
    !isDismissed('plan') &&
    !earlier.some((other) => other.planId === planId)
  return compact({
    ...(isPlaceNew ? { place } : {}),
    ...(fresh.peopleAt === undefined ? {} : { peopleAt: fresh.peopleAt }),
    casualties: Object.fromEntries(
      Object.entries(casualties).filter(([kind, count]) => isPeopleNew(kind as PeopleKind, count)),
    ),
    atLeastOne: atLeastOne.filter((kind) => isPeopleNew(kind, 1)),
    ...(isSeverityNew ? { severity } : {}),
    ...(isLevelNew ? { level } : {}),
    ...(isPlanNew ? { planId } : {}),
    answers: answers.filter(
      (answer) =>
        !isDismissed(answerLine(answer)) &&
        !earlier.some(({ answers: others = [] }) =>
          others.some(
            (other) => answerLine(other) === answerLine(answer) && other.value === answer.value,
          ),
        ),
    ),
  })
}

/** A level that no plan knows that runs here cannot be taken over, until one does. */
function withLevelOf(
  { level, ...words }: FreshWords,
  incident: Incident,
  world: World,
): FreshWords {
  const isKnown = levelSet(incident, world).some((known) => known.level === level)
  return level !== undefined && isKnown ? { ...words, level } : words
}

/** With the number that each kind has once these are recorded, where they tell another one. */
function withTotals(
  words: FreshWords,
  incident: Incident,
  { recordedAt }: Whereabouts,
): FreshWords {
  const totals = Object.fromEntries(
    PEOPLE.flatMap((kind) => {
      const number = toldOf(kind, words)
      const rest = recordedNumber(incident, kind) - recordedAt(words.peopleAt ?? null, kind)
      return number > 0 && rest > 0 ? [[kind, number + rest]] : []
    }),
  )
  return Object.keys(totals).length > 0 ? { ...words, totals } : words
}

/**
 * By caller or merged incident. `recordedPlace`: of the incident, in clear; `open`: reads a sealed
 * value, null once it is purged.
 */
export function openNews(
  incident: Incident,
  recordedPlace: string,
  open: (sealed: Sealed) => string | null,
  world: World,
): ReadonlyMap<string, FreshWords> {
  const fresh = new Map<string, FreshWords>()
  const where = peopleWhere(incident, recordedPlace, open)
  for (const { id, news, dismissed } of sourcesOf(incident)) {
    const { place: sealed } = news
    const place = (sealed && open(sealed)) ?? ''
    const words = stillNew({ ...news, place }, where.of(id), incident, where, world)
    const isDismissed = (line: string): boolean => dismissed.includes(line)
    const known = words && withLevelOf(words, incident, world)
    const left = known && without(known, isDismissed, [...fresh.values()])
    if (left) fresh.set(id, withTotals(left, incident, where))
  }
  return fresh
}

/**
 * Of every kind that somebody tells of at another place: how many there are with all of them, each
 * place once, by the greatest number that is told there.
 */
export function numbersWith(incident: Incident, news: ReadonlyMap<string, FreshWords>): Counts {
  const all = [...news.values()]
  return Object.fromEntries(
    PEOPLE.flatMap((kind) => {
      const recorded = recordedNumber(incident, kind)
      const tellings = all.filter((words) => toldOf(kind, words) > 0)
      const added = new Map<string, number>()
      for (const words of tellings) {
        const { peopleAt, totals } = words
        if (peopleAt === undefined) continue
        const more = (totals?.[kind] ?? toldOf(kind, words)) - recorded
        added.set(peopleAt, Math.max(added.get(peopleAt) ?? 0, more))
      }
      const sum = [...added.values()].reduce((total, more) => total + more, recorded)
      const most = Math.max(sum, ...tellings.map((words) => toldOf(kind, words)))
      return added.size > 0 ? [[kind, most]] : []
    }),
  )
}

/**
 * Whom of those at another place these new numbers hold: those of the source whose news is
 * recorded, else all of a kind where the number is that of all of them together.
 */
export function peopleCounted(
  counts: Counts,
  incident: Incident,
  news: ReadonlyMap<string, FreshWords>,
  from: string | null,
): readonly HeardPeople[] {
  const whole = numbersWith(incident, news)
  const needed = (id: string, words: FreshWords, kind: PeopleKind): number =>
    (from === id ? words.totals?.[kind] : whole[kind]) ?? toldOf(kind, words)
  return [...news].flatMap(([id, words]) =>
    PEOPLE.filter(
      (kind) =>
        words.peopleAt !== undefined &&
        toldOf(kind, words) > 0 &&
        (counts[kind] ?? 0) >= needed(id, words, kind),
    ).map((kind) => ({ from: id, kind })),
  )
}

const more = (a: number | undefined, b: number | undefined): number => Math.max(a ?? 0, b ?? 0)

/** Both as one: of people the greater number, of severity and level the graver, else the first. */
function both(a: FreshWords, b: FreshWords): FreshWords {
  const kinds = [...Object.keys(a.casualties ?? {}), ...Object.keys(b.casualties ?? {})]
  const severities = [a.severity, b.severity].filter((severity) => severity !== undefined)
  const severity = SEVERITIES.find((grade) => severities.includes(grade))
  const levels = [a.level, b.level].filter((level) => level !== undefined)
  const answers = [...(a.answers ?? []), ...(b.answers ?? [])]
  return {
    ...b,
    ...a,
    casualties: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        more(a.casualties?.[kind as PeopleKind], b.casualties?.[kind as PeopleKind]),
      ]),
    ),
    atLeastOne: [...new Set([...(a.atLeastOne ?? []), ...(b.atLeastOne ?? [])])],
    ...(severity ? { severity } : {}),
    ...(levels.length > 0 ? { level: Math.min(...levels) } : {}),
    answers: answers.filter(
      (answer, index) =>
        answers.findIndex((other) => answerLine(other) === answerLine(answer)) === index,
    ),
  }
}

/** Everything that several tell, as the words of one; null: nothing. */
export const together = (all: readonly FreshWords[]): FreshWords | null =>
  compact(all.reduce(both, {}))
