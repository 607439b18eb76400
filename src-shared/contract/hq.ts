/**
 * What a page of HQ may ask, by name: `POST /api/<name>` with JSON, by somebody who is signed in.
 * `who`: the least role that may. Refusals are values with a code of {@link HqRefusalCode}.
 */
import { z } from 'zod'
import { ORDER_CHARS, ORDER_KINDS } from '../domain/hand-up/order.ts'
import { FORK_CHOICES } from '../domain/hand-up/fork.ts'
import { HQ_ROLES, type HqRole } from '../domain/hq/scope.ts'
import { Id, Nothing, Short, Words } from './parts.ts'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const Region = z.string().trim().min(1).max(100)
const Name = z.string().trim().min(1).max(100)
/** At least twelve characters (GB/T 22239 8.1.4.1 asks for complexity: length does more). */
const Password = z.string().min(12).max(200)
/** How long a session lasts without use (ms). */
export const SESSION_MS = 12 * 60 * 60_000
/** How long the code of a wall may wait to be typed in at it (ms). */
export const WALL_CODE_MS = 24 * 60 * 60_000
export const WallInInput = z.strictObject({ code: z.string().trim().min(1).max(40) })
export const SignInInput = z.strictObject({ name: Name, password: z.string().min(1).max(200) })

const ask = <I extends z.ZodType>(who: HqRole, input: I) => ({
  who,
  input,
})

export const HQ_REQUESTS = {
  'me/read': ask('viewer', Nothing),
  'me/password': ask('viewer', z.strictObject({ before: z.string().max(200), password: Password })),
  'board/read': ask('viewer', Nothing),
  'site/read': ask('viewer', z.strictObject({ site: Id })),
  'incident/read': ask('viewer', z.strictObject({ site: Id, id: Id })),
  'incident/timeline': ask('viewer', z.strictObject({ site: Id, id: Id })),
  /** `sites` left out: all that one may see. */
  'month/read': ask(
    'viewer',
    z.strictObject({ month: Month, sites: z.array(Id).min(1).max(10_000).optional() }),
  ),
  'orders/read': ask('viewer', Nothing),
  'order/hand-down': ask(
    'sender',
    z.strictObject({
      kind: z.enum(ORDER_KINDS),
      title: Short,
      body: z.string().min(1).max(ORDER_CHARS),
      sites: z.array(Id).min(1).max(10_000),
    }),
  ),
  /**
   * Takes it back at those of one's sites that have not answered it; they read the reason.
   * Refused: `unknown-order`, `not-to-withdraw`.
   */
  'order/withdraw': ask('sender', z.strictObject({ order: Id, why: Words })),
  /** `site`: the code is for one that is paired already, and for no other record. */
  'site/code': ask('administrator', z.strictObject({ region: Region, site: Id.optional() })),
  'site/unpair': ask('administrator', z.strictObject({ site: Id, why: Words })),
  /**
   * Which record goes on: the one that came with `came` at `seq`, or the one that is held. What was
   * decided may be decided anew while no epoch has begun. Refused: `fork-changed`.
   */
  'fork/decide': ask(
    'administrator',
    z.strictObject({
      site: Id,
      seq: z.int().min(1),
      came: z.string().max(100),
      choice: z.enum(FORK_CHOICES),
      why: Words,
    }),
  ),
  'people/read': ask('administrator', Nothing),
  /** `password` null: it stays. A new name needs one. */
  'people/appoint': ask(
    'administrator',
    z.strictObject({
      name: Name,
      role: z.enum(HQ_ROLES),
      regions: z.array(Region).min(1).max(1000).nullable(),
      password: Password.nullable(),
    }),
  ),
  'people/dismiss': ask('administrator', z.strictObject({ name: Name })),
  /** `before`: the id of a deed; those that are older. Left out: the latest. */
  'deeds/read': ask('administrator', z.strictObject({ before: z.int().min(1).optional() })),
  'walls/read': ask('administrator', Nothing),
  /** Makes a wall: its code is shown once, and lets one screen in. `regions` null: every one. */
  'wall/add': ask(
    'administrator',
    z.strictObject({ name: Name, regions: z.array(Region).min(1).max(1000).nullable() }),
  ),
  'wall/end': ask('administrator', z.strictObject({ id: Id })),
  'reports/read': ask('viewer', Nothing),
  /** `number`: of an issue, 0 the report, from 1 on a correction; left out: as of now. */
  'report/read': ask('viewer', z.strictObject({ id: Id, number: z.int().min(0).optional() })),
  /** The sites stay those of the draft. Refused: `month-not-begun`, `unknown-site`. */
  'report/draft': ask(
    'sender',
    z.strictObject({ month: Month, name: Name, sites: z.array(Id).min(1).max(10_000) }),
  ),
  /** A draft alone: what was issued stays. */
  'report/drop': ask('sender', z.strictObject({ id: Id })),
  /**
   * `check`: of what was read; `issues`: how many there were then. Refused: `month-not-over`,
   * `report-changed`, `issued-meanwhile`; again, which is a correction: `reason-needed`,
   * `nothing-changed`.
   */
  'report/issue': ask(
    'administrator',
    z.strictObject({
      ...{ id: Id, check: z.string().max(100), reason: Words.optional() },
      issues: z.int().min(0).optional(),
    }),
  ),
} as const

export type HqRequestName = keyof typeof HQ_REQUESTS
export type HqInput<N extends HqRequestName> = z.output<(typeof HQ_REQUESTS)[N]['input']>
/** As a page sends it. */
export type HqSent<N extends HqRequestName> = z.input<(typeof HQ_REQUESTS)[N]['input']>

/**
 * `wrong-password`: of no such name, too. `not-yours`: the role is too low. `unknown-site`: also
 * one of another region. `unknown-code`: of no wall, spent, or older than {@link WALL_CODE_MS}.
 * `unknown-report`: also one over a site of another region, or an issue that is not there.
 * `fork-changed`: there is no such fork any more, or it is another one now. `unknown-order`: also
 * one for no site of one's regions. `not-to-withdraw`: every site has answered it, or it was taken
 * back there. `month-not-begun`: nowhere among its sites; `month-not-over`: not at all of them.
 * `report-changed`: it says otherwise than what was read; `issued-meanwhile`: somebody else has
 * issued it since. `last-administrator`: nobody would be left who may appoint
 * people.
 */
export type HqRefusalCode =
  | 'not-signed-in'
  | 'wrong-password'
  | 'not-yours'
  | 'unknown-request'
  | 'unknown-site'
  | 'unknown-incident'
  | 'unknown-person'
  | 'unknown-wall'
  | 'unknown-code'
  | 'unknown-report'
  | 'fork-changed'
  | 'unknown-order'
  | 'not-to-withdraw'
  | 'month-not-begun'
  | 'month-not-over'
  | 'report-changed'
  | 'issued-meanwhile'
  | 'reason-needed'
  | 'nothing-changed'
  | 'last-administrator'
  | 'foreign-origin'
  | 'bad-input'
  | 'too-large'
  | 'too-many'
  | 'store-down'
