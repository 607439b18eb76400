/**
 * The relay: hands the events of the record up to HQ, in order. The record is the outbox, and what
 * HQ answered last is the cursor, so nothing is lost and nothing doubled, whatever is cut when. It
 * waits for HQ alone and nobody waits for it: no command, no alarm, no stop.
 */
import {
  BEAT_MS,
  BeatReply,
  COALESCE_MS,
  HAND_UP_PATHS,
  PUSH_BYTES,
  PUSH_EVENTS,
  PushReply,
  type HandUpRefused,
} from '#shared/contract/hand-up.ts'
import type { HandUpTrouble } from '#shared/contract/hand-up-requests.ts'
import { forkText } from '#shared/domain/hand-up/fork.ts'
import { isSamePoint, type Head, type Point } from '#shared/domain/hand-up/point.ts'
import type { EpochBegun, HandUp } from '#shared/domain/hand-up/stream.ts'
import { portionOf } from '#shared/domain/hand-up/portion.ts'
import { namesHome } from '#shared/domain/hand-up/stubs.ts'
import type { Clock, Log, Pairing, RecordLink } from '../../ports.ts'
import type { QueryContext } from '../handler.ts'
import { askHq, handUpOf, type HandUpDesk } from './desk.ts'
import { createOrderFetch, type OnOrder } from './order-fetch.ts'
import { commonPoint, endOf, isInRecord, keepTallies } from './record-points.ts'

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [1_000, 60_000]
const LONGEST_WAIT_MS = 1_000 // of a timer (ports.ts)

type Parts = {
  context: Pick<QueryContext, 'record' | 'memory' | 'now' | 'pause'>
  desk: HandUpDesk
  clock: Clock
  log: Log
  onOrder: OnOrder
  /** A person at HQ has decided that this record is the one that goes on; signed by HQ. */
  onDecided: (hqEpoch: number, decided: NonNullable<EpochBegun['decided']>) => Promise<void>
  onTrouble: (trouble: HandUpTrouble | null) => void
}
export type Relay = {
  /** There may be something to hand up, or the pairing is another. */
  poll: () => void
  stop: () => Promise<void>
}

export function createRelay({ context, desk, clock, log, onOrder, ...on }: Parts): Relay {
  const { record, memory } = context
  const { status, line } = desk
  const tallies = keepTallies(context)
  const orders = createOrderFetch({ desk, memory, log, onOrder, isStopped: () => stopped })
  let timer: { at: number; cancel: () => void } | null = null // monotonic ms, as all below
  let [pushAt, beatAt, retryAt] = [Infinity, 0, 0]
  let failures = 0
  let known: Pick<HandUp, 'paired' | 'epoch'> = { paired: null, epoch: 1 }
  let working: Promise<void> | null = null
  let stopped = false

  const pairingNow = (): Pairing | null => {
    const { paired } = handUpOf(memory)
    const pairing = paired && desk.file.read()
    return pairing?.site === paired?.site ? pairing : null
  }
  const epochOf = (): number => handUpOf(memory).epoch

  function settle(trouble: HandUpTrouble | null): void {
    if (JSON.stringify(trouble) === JSON.stringify(status.trouble)) return
    status.trouble = trouble
    on.onTrouble(trouble)
  }
  const trouble = (
    why: HandUpTrouble['why'],
    { at = null, epoch = null }: { at?: number | null; epoch?: number | null } = {},
  ): void => settle({ why, at, epoch })

  function reached(): void {
    failures = 0
    status.onlineSince ??= context.now()
    status.offlineSince = null
  }

  function missed(): void {
    retryAt = clock.mono() + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures)
    failures += 1
    status.cursor = null
    status.onlineSince = null
    status.offlineSince ??= context.now()
  }

  const isDecided = async (
    epoch: number,
    { signature, ...point }: NonNullable<BeatReply['decided']>,
    { site, hq }: Pairing,
  ): Promise<boolean> =>
    line.isSigned(hq.key, forkText(site, { ...point, epoch }), signature) &&
    isInRecord(record, point)

  /** Goes on from what HQ has, if that is of this record and nobody has gone on with it. */
  async function meet(head: Head, paired: Pairing, decided: BeatReply['decided']): Promise<void> {
    const epoch = epochOf()
    if (head.epoch > epoch) {
      trouble('epoch', { epoch: head.epoch })
      return
    }
    if (head.epoch === epoch && (await isInRecord(record, head))) {
      settle(null)
      status.cursor = { seq: head.seq, hash: head.hash }
      status.confirmed = head.seq
      return
    }
    const common = await commonPoint(record, desk, paired)
    if (common === null) missed()
    else if (head.epoch === epoch) {
      if (decided && (await isDecided(head.epoch, decided, paired)))
        await on.onDecided(head.epoch, decided)
      else trouble('fork', { at: common.seq + 1 })
    } else {
      settle(null)
      status.cursor = common
    }
  }

  /** What HQ's refusal means; what may pass by itself is tried again. */
  async function refusedBy(refused: HandUpRefused, paired: Pairing): Promise<void> {
    const { code, head } = refused
    if (code === 'not-paired') trouble('not-paired')
    else if (code === 'chain-broken') trouble('chain-broken', { at: refused.seq ?? null })
    else if (code === 'fork' && !head) trouble('fork', { at: refused.at ?? null })
    else if (head && (code === 'behind' || code === 'epoch' || code === 'fork')) {
      const before = status.cursor
      await meet(head, paired, undefined)
      // the same question would get the same answer
      if (before && status.cursor && isSamePoint(before, status.cursor)) missed()
    } else missed()
  }

  async function beat(paired: Pairing): Promise<void> {
    beatAt = clock.mono() + BEAT_MS
    const end = await endOf(record)
    if (end === null) return
    const input = {
      head: { ...end, epoch: epochOf() },
      at: context.now(),
      waiting: end.seq - Math.min(end.seq, status.cursor?.seq ?? 0),
    }
    const answer = await askHq(line, paired, HAND_UP_PATHS.beat(paired.site), input, BeatReply)
    if (answer.ok) {
      reached()
      await meet(answer.reply.head, paired, answer.reply.decided)
      await orders.fetch(paired, answer.reply.orders)
    } else if (answer.refused) await refusedBy(answer.refused, paired)
    else missed()
  }

  /** One push; false: nothing waits, or it has to wait. */
  async function push(paired: Pairing, after: Point): Promise<boolean> {
    const links = await record.links(after.seq, PUSH_EVENTS)
    const { stubs = 0 } = handUpOf(memory).paired ?? {}
    const isStub = ({ seq, line: text }: RecordLink): boolean =>
      seq <= stubs || namesHome(JSON.parse(text) as { stream: string; body: unknown })
    const events = portionOf(links, isStub, { events: PUSH_EVENTS, bytes: PUSH_BYTES })
    const last = events.at(-1)
    if (!last) return false
    tallies.saw(links.slice(0, events.length))
    const stated = (await record.position()) === last.seq ? await tallies.read(last.seq) : []
    const input = { epoch: epochOf(), after, events, tallies: stated, at: context.now() }
    const answer = await askHq(line, paired, HAND_UP_PATHS.events(paired.site), input, PushReply)
    if (!answer.ok) {
      if (answer.refused) await refusedBy(answer.refused, paired)
      else missed()
      return status.trouble === null && status.cursor !== null && failures === 0
    }
    const { head } = answer.reply
    if (!isSamePoint(head, last)) {
      missed()
      return false
    }
    reached()
    if (stated.length > 0) tallies.stated()
    status.cursor = { seq: last.seq, hash: last.hash }
    status.confirmed = last.seq
    return true
  }

  async function turn(): Promise<void> {
    const paired = pairingNow()
    if (!paired) {
      beatAt = clock.mono() + BEAT_MS
      trouble('pairing-lost')
      return
    }
    pushAt = Infinity
    if (clock.mono() >= beatAt || status.cursor === null) await beat(paired)
    while (!stopped && status.trouble === null && status.cursor !== null) {
      if (!(await push(paired, status.cursor))) return
      await context.pause()
    }
  }

  /** While nothing is handed up, HQ is asked at each beat whether that still is so. */
  function dueAt(): number {
    if (failures > 0) return retryAt
    return status.trouble === null ? Math.min(pushAt, beatAt) : beatAt
  }

  function tick(): void {
    timer = null
    if (stopped || working) return
    if (clock.mono() < dueAt()) {
      wait()
      return
    }
    working = turn()
      .catch((error: unknown) => {
        log.error('hand-up-failed', error)
        missed()
      })
      .finally(() => {
        working = null
        wait()
      })
  }

  function wait(): void {
    if (stopped || working || !handUpOf(memory).paired) return
    const ms = Math.max(0, Math.min(LONGEST_WAIT_MS, dueAt() - clock.mono()))
    const at = clock.mono() + ms
    if (timer && timer.at <= at) return
    timer?.cancel()
    timer = { at, cancel: clock.after(ms, tick) }
  }

  /** With another pairing or epoch everything is asked anew, at once. */
  function begin(now: typeof known): void {
    known = now
    failures = 0
    beatAt = 0
    orders.beginAnew()
    Object.assign(status, { cursor: null, confirmed: null, onlineSince: null, offlineSince: null })
    settle(null)
  }

  return {
    poll() {
      const { paired, epoch } = handUpOf(memory)
      if (paired !== known.paired || epoch !== known.epoch) begin({ paired, epoch })
      if (!paired) return
      pushAt = Math.min(pushAt, clock.mono() + COALESCE_MS)
      wait()
    },
    async stop() {
      stopped = true
      timer?.cancel()
      line.stop()
      await working
    },
  }
}
