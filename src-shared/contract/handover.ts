/**
 * The requests of the shift handover (交接班): what it shows, troubles that go from shift to shift,
 * the two signatures, and the handovers of before.
 */
import { z } from 'zod'
import type { HandoverPage } from '../domain/handover-sheet/page.ts'
import type { SignedHandover } from '../domain/document/handover-document.ts'
import { DAY_MS } from '../domain/units.ts'
import { LocalDate, saying } from './dates.ts'
import { Id, Nothing, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

/** How many days are listed unless somebody says which, and at most. */
export const LIST_DAYS = { usual: 31, most: 366 } as const
const MOST_ROWS = 200

const daysApart = (from: string, until: string): number =>
  (Date.parse(until) - Date.parse(from)) / DAY_MS

/**
 * Local dates, both included; left out: the last 31 days. `after`: the last id of the page before.
 */
const list = z
  .strictObject({
    from: LocalDate.nullish(),
    until: LocalDate.nullish(),
    after: Id.nullish(),
    limit: z.int().min(1).max(MOST_ROWS).nullish(),
  })
  .refine(({ from, until }) => !from || !until || from <= until, {
    path: ['until'],
    ...saying('早于from，请把两个日期对调', 'is before "from": swap the two dates'),
    abort: true,
  })
  .refine(({ from, until }) => !from || !until || daysApart(from, until) < LIST_DAYS.most, {
    path: ['until'],
    ...saying(
      `离from太远，一次最多${LIST_DAYS.most}天`,
      `is too far from "from": ${LIST_DAYS.most} days at most`,
    ),
  })

/** Who hands over, and nobody has taken over yet. `at` in UTC ms, as below. */
export type HandoverPending = { id: string; gives: string; at: number; by: string }
/** The last one that both have signed. */
export type HandoverLast = HandoverPending & { takes: string; takenAt: number; takenBy: string }
/** The last self-test: when it ended, and when one was heard last (UTC ms); null: never. */
export type HandoverSelfTest = { at: number; passed: boolean; aloudAt: number | null }
/**
 * `page`: what is shown now, and kept by a signature. `suggested`: the names that are likely to
 * sign, null where nobody knows.
 */
export type HandoverRead = {
  page: HandoverPage
  pending: HandoverPending | null
  last: HandoverLast | null
  suggested: { gives: string | null; takes: string | null }
  selfTest: HandoverSelfTest | null
}
/** A handover of before; a name is null while nobody has signed so. */
export type HandoverLine = {
  id: string
  at: number
  gives: string | null
  takes: string | null
  takenAt: number | null
}

export const handover = {
  'handover/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<HandoverRead>(),
  }),
  /** A trouble that goes from shift to shift until it is settled. */
  'handover/note': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({ words: personal(2000) }),
    reply: reply<{ noteId: string }>(),
  }),
  /** `words`: how it was settled. */
  'handover/note-settle': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({ noteId: Id, words: personal(2000).nullish() }),
    reply: reply<Empty>(),
  }),
  /**
   * Who hands over signs what is shown now. `replaces`: the handover that nobody has taken and that
   * this one takes the place of.
   */
  'handover/give': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    prepare: true,
    input: z.strictObject({ gives: personal(200), replaces: Id.nullish() }),
    reply: reply<{ handoverId: string }>(),
  }),
  /** Who takes over signs; nothing waits for it. */
  'handover/take': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    prepare: true,
    input: z.strictObject({ handoverId: Id, takes: personal(200) }),
    reply: reply<Empty>(),
  }),
  /** Somebody of this shift has heard the alarm. */
  'handover/heard': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: Nothing,
    reply: reply<Empty>(),
  }),
  /** The newest first. */
  'handover/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: list,
    reply: reply<{ rows: readonly HandoverLine[]; next: string | null }>(),
  }),
  /** `plain`: with a word for each personal value; who signed stays. */
  'handover/show': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ id: Id, plain: z.boolean().nullish() }),
    reply: reply<SignedHandover>(),
  }),
}
