/** Words what a calm wall answers: whether the site can respond, what lacks, what comes due. */
import type { ComingDateRead, RequiredPostRead, WallCalm } from '#shared/contract/wall.ts'
import { cutTo, emsOf } from '#shared/charts/measure.ts'
import { WALL_LOST_MS } from '#shared/domain/board/wall-sign.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { datePlus, daysBetween } from '#shared/domain/duty/roster.ts'
import type { CanRespond, Lack } from '#shared/domain/readiness/can-respond.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { monthMark, monthName } from '#shared/domain/wording/period.ts'
import { hourAndMinute } from '../ui/figure.ts'
import type { Say } from './month-words.ts'

export type Around = {
  t: Say
  tr: (text: LocalizedText) => string
  lang: 'zh' | 'en'
  now: number // UTC ms
  zone: string
}

/** A local date in few letters: 今天, 明天, 11月28日. */
export function dayText(date: string, { t, lang, now, zone }: Around): string {
  const today = localDate(now, zone)
  if (date === today) return t('calm.today')
  if (date === datePlus(today, 1)) return t('calm.tomorrow')
  const day = Number(date.slice(8))
  return lang === 'zh' ? `${monthName(date).zh}${day}日` : `${day} ${monthMark(date).en}`
}

/** An instant by its time of day, and by its day where that is another one. */
export function momentText(at: number, around: Around): string {
  const date = localDate(at, around.zone)
  const time = hourAndMinute(at, around.zone)
  return date === localDate(around.now, around.zone)
    ? time
    : around.t('calm.dayAndTime', { day: dayText(date, around), time })
}

/**
 * As many names as fit into `ems`, at least one; the others are counted, shorter where there is no
 * room. One that is longer than that is cut between its words.
 */
export function namesText(
  people: readonly string[],
  ems: number,
  { t }: Pick<Around, 't'>,
): string {
  const ways = people.flatMap((_, left) => {
    const count = people.length - left
    const names = people.slice(0, count).join(t('calm.and'))
    return left > 0 ? [names + t('row.several', { count: people.length, more: left })] : [names]
  })
  const [first = ''] = people
  const others = people.length > 1 ? t('row.others', { more: people.length - 1 }) : ''
  return [...ways, first + others].find((text) => emsOf(text) <= ems) ?? cutTo(first, ems)
}

/**
 * In which order required posts are shown where not all can be: the desk, who commands first, who
 * takes warnings, then those that lack somebody.
 */
export function shownPosts<P extends Pick<RequiredPostRead, 'neededFor' | 'lacking'>>(
  posts: readonly P[],
): readonly P[] {
  const main = (['desk', 'command', 'warnings'] as const).flatMap(
    (neededFor) => posts.find((post) => post.neededFor === neededFor) ?? [],
  )
  const others = posts.filter((post) => !main.includes(post))
  const lacks = ({ lacking }: P): boolean => lacking > 0
  return [...main, ...others.filter(lacks), ...others.filter((post) => !lacks(post))]
}

type Posts = readonly Pick<RequiredPostRead, 'id' | 'name'>[]

/** What lacks, in a few letters; a post is named as far as `ems` has room for it. */
export function lackText(lack: Lack, posts: Posts, { t, tr }: Around, ems: number): string {
  switch (lack.kind) {
    case 'post': {
      const name = posts.find(({ id }) => id === lack.id)?.name
      const say = (post: string): string =>
        lack.isEmpty ? t('lack.vacant', { post }) : t('lack.short', { post, count: lack.lacking })
      return say(cutTo(name ? tr(name) : lack.id, ems - emsOf(say(''))))
    }
    case 'self-test':
      return t(lack.why === 'failed' ? 'lack.testFailed' : 'lack.testNone')
    case 'backup':
      return t(lack.why === 'none' ? 'lack.backupNone' : 'lack.backupOld')
    default:
      return t(`lack.${lack.kind}`)
  }
}

const NAMED = 3

/** The first three on lines of `ems`; the last of them says that there are more. */
export function lackLines(
  answer: CanRespond,
  posts: Posts,
  around: Around,
  ems: number,
): readonly string[] {
  if (answer.state !== 'cannot') return []
  const andMore = (lack: string): string => around.t('lack.andMore', { lack })
  return answer.lacks.slice(0, NAMED).map((lack, i) => {
    const isLast = i === NAMED - 1 && answer.lacks.length > NAMED
    const text = lackText(lack, posts, around, ems - (isLast ? emsOf(andMore('')) : 0))
    return isLast ? andMore(text) : text
  })
}

/** What it is that makes the site able to respond: that nobody has to believe it. */
export function proofLines(
  means: NonNullable<WallCalm['means']>,
  around: Around,
): readonly string[] {
  const { t } = around
  return [
    t('calm.people'),
    ...(means.selfTest ? [t('calm.tested', { time: momentText(means.selfTest.at, around) })] : []),
    ...(means.backupAt === null
      ? []
      : [t('calm.backedUp', { time: momentText(means.backupAt, around) })]),
  ]
}

/** The answer itself. */
export function answerText(answer: CanRespond, { t }: Pick<Around, 't'>): string {
  if (answer.state === 'can') return t('calm.can')
  if (answer.state === 'no-roster') return t('calm.noRoster')
  return t('calm.lacks', { count: answer.lacks.length })
}

/** Of a name cut shorter, in em, nobody knows what it is. */
const LEAST_OF_NAME = 3

/** The text in so many em: where it is longer, the name in it gives way before its other words. */
function withinRoom(text: string, name: string, ems: number): string {
  if (emsOf(text) <= ems) return text
  const room = ems - (emsOf(text) - emsOf(name))
  return name !== '' && text.includes(name) && room >= LEAST_OF_NAME
    ? text.replace(name, () => cutTo(name, room))
    : cutTo(text, ems)
}

/** What a date is about, in so many em. */
export function dateWhat(date: ComingDateRead, around: Around, ems: number): string {
  const name = date.name ? around.tr(date.name) : (date.about ?? '')
  return withinRoom(wholeDate(date, name, around), name, ems)
}

function wholeDate(date: ComingDateRead, name: string, around: Around): string {
  const { t, tr } = around
  const { kind, count, at } = date
  if (kind === 'post') {
    const time = at === null ? '' : hourAndMinute(at, around.zone)
    return t('coming.post', { post: name, time })
  }
  if (kind === 'workday' || kind === 'days-off') return t(`coming.${kind}`, { count })
  return date.line ? tr(date.line) : name
}

/** The day of a date, and how many are left; null: it is due today, has been, or has no day. */
export function dateWhen(
  { date }: ComingDateRead,
  around: Around,
): { day: string; left: { figure: number; unit: string } | null } {
  const { t, now, zone } = around
  if (date === null) return { day: t('coming.open'), left: null }
  const days = daysBetween(localDate(now, zone), date)
  if (days < 0) return { day: t('coming.over'), left: null }
  return {
    day: dayText(date, around),
    left: days === 0 ? null : { figure: days, unit: t('coming.days') },
  }
}

/**
 * One sentence of what has happened since yesterday, as much of it as has room in `ems`: what comes
 * first weighs most. Empty where not even that has room.
 */
export function sinceText({ since }: WallCalm, { t }: Pick<Around, 't'>, ems: number): string {
  const parts = (['incidents', 'closed', 'late', 'falseReports', 'drills'] as const).flatMap(
    (key) => (since[key] > 0 ? [t(`since.${key}`, { count: since[key] })] : []),
  )
  const sentences =
    parts.length > 0
      ? parts.map((_, cut) =>
          t('since.sentence', { parts: parts.slice(0, parts.length - cut).join(t('calm.and')) }),
        )
      : [t('since.nothing')]
  return sentences.find((sentence) => emsOf(sentence) <= ems) ?? ''
}

/** The two counts of what is due; empty where there is none. */
export function dueText({ due }: WallCalm, { t }: Pick<Around, 't'>): string {
  const parts = (['critical', 'due'] as const).flatMap((count) =>
    due && due[count] > 0 ? [t(`coming.${count}`, { count: due[count] })] : [],
  )
  return parts.join(t('coming.and'))
}

/** How other walls are: how many there are, which are missed, which cannot be heard. */
export function wallsText(
  walls: readonly { lastSeen: number; sound: string }[],
  { t, now }: Pick<Around, 't' | 'now'>,
): string {
  if (walls.length === 0) return ''
  const lost = walls.filter(({ lastSeen }) => now - lastSeen > WALL_LOST_MS).length
  const mute = walls.filter(
    ({ lastSeen, sound }) => now - lastSeen <= WALL_LOST_MS && sound !== 'on',
  )
  const parts = [
    ...(lost > 0 ? [t('walls.lost', { count: lost })] : []),
    ...(mute.length > 0 ? [t('walls.mute', { count: mute.length })] : []),
  ]
  const all = t('walls.all', { count: walls.length })
  return [all, ...(parts.length > 0 ? parts : [t('walls.well')])].join(t('month.and'))
}
