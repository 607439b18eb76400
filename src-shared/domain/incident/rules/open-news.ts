/**
 * What callers and merged incidents tell that is still to be taken up: nobody has recorded it, left
 * it out, or heard it from somebody before.
 */
import type { Sealed } from '../../sealed.ts'
import { answerLine, peopleLine, type CallerNews } from '../record/callers.ts'
import { SEVERITIES, type PeopleKind } from '../record/scales.ts'
import type { Incident } from '../record/state.ts'
import type { World } from '../record/world.ts'
import { compact, isPlaceKnown, stillNew, type FreshWords } from './caller-news.ts'
import { levelSet } from './response-level.ts'

/** Who brought it: a caller or a merged incident, by its id. `at` in UTC ms. */
type Source = { id: string; at: number; news: CallerNews; dismissed: readonly string[] }

const sourcesOf = ({ callers = [], takenIn = [] }: Incident): readonly Source[] =>
  [
    ...callers.map(({ id, at, news, dismissed = [], parted }) => ({
      ...{ id, at, dismissed, news: parted ? undefined : news },
    })),
    ...takenIn.map(({ incidentId, at, news, dismissed = [] }) => ({
      ...{ id: incidentId, at, dismissed, news },
    })),
  ]
    .flatMap(({ news, ...source }) => (news ? [{ ...source, news }] : []))
    .toSorted((a, b) => a.at - b.at)

/** Whether an earlier one tells at least as much of this kind. */
const hasPeople =
  (kind: PeopleKind, count: number) =>
  ({ casualties = {}, atLeastOne = [] }: FreshWords): boolean =>
    (casualties[kind] ?? (atLeastOne.includes(kind) ? 1 : 0)) >= count

/** Without what was left out, and without what `earlier` has. */
function without(
  fresh: FreshWords,
  isDismissed: (line: string) => boolean,
  earlier: readonly FreshWords[],
): FreshWords | null {
  const { place, casualties = {}, atLeastOne = [], severity, level, planId, answers = [] } = fresh
  const isPeopleNew = (kind: PeopleKind, count: number): boolean =>
    !isDismissed(peopleLine(kind)) && !earlier.some(hasPeople(kind, count))
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
  for (const { id, news, dismissed } of sourcesOf(incident)) {
    const { place: sealed, ...others } = news
    const place = (sealed && open(sealed)) ?? ''
    const words = stillNew({ ...others, place }, incident, recordedPlace, world)
    const isDismissed = (line: string): boolean => dismissed.includes(line)
    const known = words && withLevelOf(words, incident, world)
    const left = known && without(known, isDismissed, [...fresh.values()])
    if (left) fresh.set(id, left)
  }
  return fresh
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
