/**
 * The wire between a station and HQ, word for word; both sides validate what comes by these. It is
 * a promise to other programs: add, never rename. All JSON over HTTPS, plain HTTP to a loopback
 * address alone; `Authorization: Bearer <token>` but for {@link PairInput}; gzip may be used on the
 * way up. Personal values never cross it: it has no place for them.
 */
import { z } from 'zod'
import { ORDER_CHARS, ORDER_KINDS } from '../domain/hand-up/order.ts'
import type { Tally } from '../domain/statistics/tally.ts'
import { Id, Instant } from './parts.ts'

/** How many events a push has at most. */
export const PUSH_EVENTS = 200
/**
 * From how many bytes of lines on (UTF-8) nothing more goes into the same push. The first event
 * always goes, however long it is: it can be no longer than the record took.
 */
export const PUSH_BYTES = 256 * 1024
/** How long a body may be, unpacked: the longest event that a record takes, with room to spare. */
export const BODY_BYTES = 16 * 1024 * 1024
/** How long after a commit the relay waits for more (ms). */
export const COALESCE_MS = 250
/** How often a station says that it is there (ms). */
export const BEAT_MS = 10_000
/** How long HQ hears nothing until a site is out of touch, 失联 (ms). */
export const OUT_OF_TOUCH_MS = 30_000

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Seq = z.int().min(0)
const Month = z.string().regex(/^\d{4}-\d{2}$/)

export const Point = z.strictObject({ seq: Seq, hash: Hash })
export const Head = Point.extend({ epoch: z.int().min(1) })

/**
 * `line` is the text that the chain binds (`domain/hand-up/line.ts`): hash = SHA-256(hash before ‖
 * line) in hex. A stub stands for an event from before personal values were sealed:
 * its hash is taken as stated, and the chain goes on from it.
 */
const WholeEvent = z.strictObject({
  seq: Seq.min(1),
  hash: Hash,
  type: Id,
  line: z.string().max(BODY_BYTES),
})
const StubEvent = z.strictObject({ seq: Seq.min(1), hash: Hash, type: Id, stub: z.literal(true) })
export const HandedEvent = z.union([WholeEvent, StubEvent])
export type HandedEvent = z.output<typeof HandedEvent>

const Count = z.int().min(0)
const Counts = z.record(z.string().max(200), z.int())
/** As `tallyOf` (domain/statistics/tally.ts) writes it. */
const TallyOfMonth: z.ZodType<Tally> = z.strictObject({
  incidents: Count,
  drills: Count,
  falseReports: Count,
  met: Count,
  late: Count,
  byCategory: Counts,
  byLegalCategory: Counts,
  byType: Counts,
  byLevel: Counts,
  open: z.array(z.number()),
})
/** `month`: local month of the site, `2026-11`. */
export const StatedTally = z.strictObject({ month: Month, tally: TallyOfMonth })
export type StatedTally = z.output<typeof StatedTally>

/**
 * `POST /v1/pair`. `code`: from HQ, valid once. `first`: hash of the record's first event: which
 * record. `name`: in Chinese or English as the site has it. `program`: the version of the station.
 */
export const PairInput = z.strictObject({
  code: z.string().min(1).max(200),
  first: Hash,
  name: z.strictObject({ zh: z.string().max(500), en: z.string().max(500) }),
  zone: z.string().min(1).max(100),
  kinds: z.array(Id).max(200),
  program: z.string().max(100),
})
export type PairInput = z.output<typeof PairInput>
/**
 * `head`: what HQ has of this record, epoch 1 and nothing for a new one. `key`: Ed25519 public key
 * of HQ (SPKI, DER, base64), by which its orders are verified. Refusals: 401 `unknown-code`, 409
 * `other-record` (the code is meant for a site that has another record), 429.
 */
export const PairReply = z.object({
  site: Id,
  token: z.string().min(16).max(500),
  head: Head,
  hq: z.object({ name: z.string().min(1).max(500), key: z.string().min(1).max(500) }),
})
export type PairReply = z.output<typeof PairReply>

/**
 * `POST /v1/sites/{site}/events`. `events` follow `after` without a gap. `tallies` come only where
 * the events end at the station's own head: the tallies, at exactly that position, of the months
 * that changed since they were stated last (after a start: of every month). `at`: the station's
 * wall (UTC ms).
 *
 * HQ commits by compare-and-set on (epoch, after). A push with a later epoch than HQ's opens it: it
 * may begin at any point that HQ holds, and what HQ has beyond is kept apart in the same
 * transaction.
 */
export const PushInput = z.strictObject({
  epoch: z.int().min(1),
  after: Point,
  events: z.array(HandedEvent).min(1).max(PUSH_EVENTS),
  tallies: z.array(StatedTally).max(2_400),
  at: Instant,
})
export type PushInput = z.output<typeof PushInput>
/** 200. `head`: the last of the events, now durable at HQ; `at`: HQ's wall (UTC ms). */
export const PushReply = z.object({ head: Head, at: Instant })
export type PushReply = z.output<typeof PushReply>

/**
 * Every answer but 200. `behind` (409): HQ's head is another than `after`: it has more, as an
 * answer was lost, or less, as it was restored; the station looks whether `head` is a point of its
 * record, and goes on from there. `fork` (409): at `at` HQ has another event than this record.
 * `epoch` (409): another machine writes the record now, `head` says its epoch. `chain-broken`
 * (422): at `seq` a hash does not follow. `not-paired` (401): token or site are unknown.
 * `too-large` (413), `too-many` (429), `store-down` (503): the same again after a while.
 * `bad-input` (400): not of this wire.
 */
export const HAND_UP_REFUSALS = [
  'behind',
  'fork',
  'epoch',
  'chain-broken',
  'not-paired',
  'unknown-code',
  'other-record',
  'too-large',
  'too-many',
  'store-down',
  'bad-input',
] as const
export type HandUpRefusalCode = (typeof HAND_UP_REFUSALS)[number]
export const HandUpRefused = z.object({
  code: z.enum(HAND_UP_REFUSALS),
  head: Head.optional(),
  at: Seq.optional(),
  seq: Seq.optional(),
})
export type HandUpRefused = z.output<typeof HandUpRefused>

/** `POST /v1/sites/{site}/beat`. `head`: the station's own; `waiting`: events not yet handed up. */
export const BeatInput = z.strictObject({ head: Head, at: Instant, waiting: Count })
export type BeatInput = z.output<typeof BeatInput>
/**
 * `head`: what HQ has; `orders`: how many are later than the last one that was asked for.
 * `decided`: a person at HQ has decided that of a forked record the one with this point goes on; a
 * station whose record has it begins its next epoch. `signature`: of `forkText`
 * (domain/hand-up/fork.ts) at the epoch of `head`, Ed25519, base64.
 */
export const BeatReply = z.object({
  head: Head,
  at: Instant,
  orders: Count,
  decided: Point.extend({ signature: z.string().min(1).max(500) }).optional(),
})
export type BeatReply = z.output<typeof BeatReply>

/** `POST /v1/sites/{site}/common`, in any order. */
export const CommonInput = z.strictObject({ points: z.array(Point).min(1).max(200) })
export type CommonInput = z.output<typeof CommonInput>
/** The last of them that HQ has, too; null: none (a record of another first event). */
export const CommonReply = z.object({ point: Point.nullable() })
export type CommonReply = z.output<typeof CommonReply>

/**
 * `GET /v1/sites/{site}/orders?after=id`: those behind it, in order; without `after` all.
 * `withdraws`: the id of an earlier order that is taken back, `body` why. A station that does not
 * know it finds the signature wrong, and keeps nothing.
 */
export const WireOrder = z.object({
  id: Id,
  kind: z.enum(ORDER_KINDS),
  title: z.string().min(1).max(500),
  body: z.string().max(ORDER_CHARS),
  signature: z.string().min(1).max(500), // Ed25519 over `signedText`, base64
  at: Instant,
  withdraws: Id.optional(),
})
export type WireOrder = z.output<typeof WireOrder>
export const OrdersReply = z.object({ orders: z.array(WireOrder).max(100) })
/** As a station reads it: each order by itself, so that a broken one holds up no other. */
export const OrdersSent = z.object({ orders: z.array(z.unknown()).max(100) })
export type OrdersReply = z.output<typeof OrdersReply>

/** The paths of the wire; `site`: as {@link PairReply} named it. */
export const HAND_UP_PATHS = {
  pair: '/v1/pair',
  events: (site: string): string => `/v1/sites/${site}/events`,
  beat: (site: string): string => `/v1/sites/${site}/beat`,
  common: (site: string): string => `/v1/sites/${site}/common`,
  orders: (site: string): string => `/v1/sites/${site}/orders`,
} as const
