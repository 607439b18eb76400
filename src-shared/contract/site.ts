/**
 * The requests of the site: its name and kinds, its roster and register of places, and the person
 * who sits at a desk.
 */
import { z } from 'zod'
import type { AttentionTime, AttentionTimes } from '../domain/attention/times.ts'
import { DAY_MS } from '../domain/units.ts'
import { SITE_KINDS, type SiteKind } from '../domain/site/site.ts'
import type { Place } from '../domain/incident/record/slices.ts'
import type { RoleKind } from '../domain/plan/plan.ts'
import type { MissingContacts } from '../domain/roster/missing.ts'
import type { LocalizedText } from '../domain/text.ts'
import { LocalDate, saying } from './dates.ts'
import { Id, Nothing, reply, Short, type Empty } from './parts.ts'
import { personal, personalOrEmpty } from './personal.ts'
import { defineRequest } from './request.ts'

const KINDS = Object.keys(SITE_KINDS) as SiteKind[]

/** `name` in both languages, or one text for both. `zone`: IANA name; left out, it stays. */
const setUp = z.strictObject({
  name: z.union([Short, z.strictObject({ zh: Short, en: Short })]),
  kinds: z.array(z.enum(KINDS)).min(1).max(KINDS.length),
  zone: Short.nullish(),
})
const roster = z.strictObject({
  posts: z.record(
    Id,
    z.array(z.strictObject({ person: personal(200), phone: personalOrEmpty(40) })).max(20),
  ),
})
const places = z.strictObject({
  places: z
    .array(z.strictObject({ name: Short, size: z.int().min(0).max(10_000_000).nullish() }))
    .max(500),
})
const time = z.int().min(0).max(DAY_MS).optional()
/** Times in ms; those that are left out stay. */
const attentionTimes = z.strictObject({
  lifeSafety: time,
  question: time,
  takenLifeSafety: time,
  atOnce: time,
  prompt: time,
  untouched: time,
  unattended: time,
  reason: personal(2000),
})
/** After how many days a closed incident is archived by itself. */
/** `reviewFrom`: a response level, 1 the highest; null: no review is needed; absent: unchanged. */
const archiving = z.strictObject({
  days: z.int().min(0).max(10_000),
  reviewFrom: z.int().nullable().optional(),
  reason: personal(2000),
})
/**
 * The State Council's notice of a year's holidays. Days off and make-up workdays; `source`: its
 * title or number.
 */
/** The days off and the days worked instead of one year, as somebody enters a notice. */
export const CalendarNotice = z.strictObject({
  year: z
    .string()
    .refine(
      (year) => /^(19[7-9]|2\d\d)\d$/.test(year),
      saying('须写成2027这样的年份', 'must be a year like 2027'),
    ),
  holidays: z.array(LocalDate).max(100),
  workdays: z.array(LocalDate).max(50),
  source: Short,
})
const signOn = z.strictObject({ person: personal(200).nullable() })

/**
 * A post that plans of the site name, a unit outside, or one that is left in the roster.
 * `documents`: the titles of those plans' documents; `numbers`: those that it has without the
 * roster, from the plans or for the whole country; absent without any.
 */
export type Post = {
  id: string
  name: LocalizedText
  kind: RoleKind
  documents: readonly LocalizedText[]
  numbers?: readonly string[]
}
/** Times in ms. `usual`: as they come; `ranges`: what each may be set to, lowest and highest. */
export type AttentionRead = {
  times: AttentionTimes
  usual: AttentionTimes
  ranges: Readonly<Record<AttentionTime, readonly [number, number]>>
}
/**
 * A closed incident and when it is archived by itself (UTC ms), if nothing is recorded in it until
 * then, and no aftercare or review that is missing holds it. `open`: what is not settled in it:
 * until when evidence is kept (UTC ms; null: none is),
 * whether people were hurt, steps done without their evidence, reviews that were not made.
 */
export type ToArchive = {
  incidentId: string
  at: number
  open: {
    keptUntil: number | null
    casualties: boolean
    unregistered: readonly LocalizedText[]
    reviews: readonly LocalizedText[]
    aftercare: number // entries that are open
    reviewMissing: boolean // its level asks for one before the archive
  }
}
/**
 * In days. `usual`: as it comes; `range`: lowest and highest; `closed`: the nearest first.
 * `reviewFrom`: from which response level on there has to be a review; null: from none.
 */
export type ArchiveRead = {
  days: number
  reviewFrom: number | null
  usual: number
  range: readonly [number, number]
  closed: readonly ToArchive[]
}
/**
 * `url`: null while nothing is served. `renewed`: when (UTC ms) and by whom the address was renewed
 * last; null: never.
 */
export type WallLink = {
  url: string | null
  renewed: { at: number; by: string } | null
}
/**
 * The holidays of one year as they hold. `origin`: entered at this site, published and known to the
 * program, or reckoned from the law alone until the notice is entered. `source`, `by`, `at` (UTC
 * ms) of what was entered, else null. `lawful`: the days off that the law fixes, where they were
 * reckoned.
 */
export type CalendarYearRead = {
  year: string
  origin: 'entered' | 'program' | 'law'
  holidays: readonly string[]
  workdays: readonly string[]
  source: string | null
  by: string | null
  at: number | null
  lawful: readonly string[]
}
/** `missing`: the year whose notice is to be entered now. `years`: this one and the next. */
export type CalendarRead = { missing: string | null; years: readonly CalendarYearRead[] }
export type SiteRead = {
  name: LocalizedText
  zone: string
  kinds: readonly string[]
  setUp: boolean
  kindsOffered: readonly { kind: string; name: LocalizedText; plans: number }[]
  canChangeZone: boolean // no incident was reported yet
  loaded: {
    plans: number
    types: number
    documents: readonly {
      id: string
      title: LocalizedText
      plans: number
      levels: readonly LocalizedText[]
    }[]
  }
  posts: readonly Post[] // in the order of the documents
  missing: MissingContacts
}

export const siteRequests = {
  'roster/set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: roster,
    reply: reply<Empty>(),
  }),
  'roster/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ posts: Record<string, { person: string; phone: string }[]> | null }>(),
  }),
  'site/places-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: places,
    reply: reply<Empty>(),
  }),
  'site/places-read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ places: readonly Place[] }>(),
  }),
  'site/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<SiteRead>(),
  }),
  'site/set-up': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: setUp,
    reply: reply<Empty>(),
  }),
  'site/attention-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    input: attentionTimes,
    reply: reply<Empty>(),
  }),
  'site/attention-read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<AttentionRead>(),
  }),
  /** After how many days a closed incident is archived: between 7 and 365. */
  'site/archive-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    input: archiving,
    reply: reply<Empty>(),
  }),
  /** What is archived next, when, and what is still open in it. */
  'site/archive-read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<ArchiveRead>(),
  }),
  /** Incidents that run keep the calendar they began with; what was counted stays. */
  'site/calendar-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    input: CalendarNotice,
    reply: reply<Empty>(),
  }),
  'site/calendar-read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<CalendarRead>(),
  }),
  /**
   * Where walls are opened on this machine, with the key that lets them in; the same after a
   * restart and until it is renewed. `public`: a wall that learns nothing of discreet incidents,
   * whatever is done to its address.
   */
  'site/wall-link': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    code: true,
    input: z.strictObject({ public: z.boolean().nullish() }),
    reply: reply<WallLink>(),
  }),
  /**
   * New addresses, for the room's walls and for public ones: those of before let nobody in any
   * more, at once. Walls that are signed in carry on.
   */
  'site/wall-renew': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    input: Nothing,
    reply: reply<Empty>(),
  }),
  'desk/sign-on': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: signOn,
    reply: reply<Empty>(),
  }),
  'desk/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ person: string | null }>(),
  }),
}
