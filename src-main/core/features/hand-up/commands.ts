/** Handlers that pair the record with HQ and leave it, and begin a new epoch. */
import { HAND_UP_PATHS, BeatReply, PairReply, type PairInput } from '#shared/contract/hand-up.ts'
import { parsePairing } from '#shared/domain/hand-up/pairing-text.ts'
import { alreadyPaired, epochStands, notPaired } from '#shared/domain/hand-up/refusals.ts'
import { handUpStream } from '#shared/domain/hand-up/stream.ts'
import { sealer, type Handler, type PreparedHandler } from '../handler.ts'
import { handUpChanges } from './changes.ts'
import { askHq, handUpOf, readBy } from './desk.ts'
import { acceptOrder } from './order-accepted.ts'
import { endOf, isInRecord, lastInClear } from './record-points.ts'
import { hqRefused, hqUnreachable, notOffered, pairingUnreadable } from './refusals.ts'

type Paired = { site: string; name: string; url: string; stubs: number }

/** The code holds once: what HQ gave for it is kept on this machine before anything is recorded. */
const pair: PreparedHandler<'hq/pair', Paired> = {
  async prepare({ pairing: text }, context) {
    const { handUp: desk, memory, record } = context
    if (!desk) return notOffered()
    const parsed = parsePairing(text)
    if (!parsed) return pairingUnreadable()
    const { code, ...address } = parsed
    const { paired } = handUpOf(memory)
    if (paired && paired.url !== address.url) return alreadyPaired(paired.name)
    const stubs = await lastInClear(context)
    const { name, zone, kinds } = memory.site
    const input: PairInput = {
      code,
      first: (await record.hashAt(1)) ?? '',
      name: { zh: name.zh, en: name.en },
      ...{ zone, kinds: [...kinds], program: desk.program },
    }
    const answer = await desk.line.ask(address, HAND_UP_PATHS.pair, input, null)
    const reading = readBy(answer, PairReply)
    if (!reading.ok)
      return reading.refused
        ? hqRefused(reading.refused)
        : hqUnreachable('why' in answer ? answer.why : 'not-understood')
    const { site, token, hq } = reading.reply
    await desk.file.set({ ...address, site, token, hq })
    return { site, name: hq.name, url: address.url, stubs }
  },
  async handle(_input, context, paired) {
    return handUpChanges({ type: 'PairHq', ...paired }, context, { reply: { name: paired.name } })
  },
}

const leave: Handler<'hq/leave'> = async ({ reason = null }, context) => {
  const { seals, sealOrNull } = sealer(context.vault, handUpStream.nameOf(''))
  const changes = handUpChanges({ type: 'LeaveHq', reason: sealOrNull(reason) }, context, { seals })
  if (!changes.ok) return changes
  const { handUp: desk, log } = context
  const forget = (): void =>
    void desk?.file.set(null).catch((error: unknown) => log.error('pairing-not-removed', error))
  return { ...changes, onSaved: forget }
}

/** HQ says what it has: where that is of this record and of its epoch, nothing is to be settled. */
const beginEpoch: PreparedHandler<'hq/begin-epoch', { hqEpoch: number }> = {
  async prepare(_input, { handUp: desk, memory, record, now }) {
    if (!desk) return notOffered()
    const { paired, epoch } = handUpOf(memory)
    const pairing = desk.file.read()
    const end = await endOf(record)
    if (!paired || !pairing || !end) return notPaired()
    const path = HAND_UP_PATHS.beat(pairing.site)
    const input = { head: { ...end, epoch }, at: now(), waiting: 0 }
    const reading = await askHq(desk.line, pairing, path, input, BeatReply)
    if (!reading.ok)
      return reading.refused ? hqRefused(reading.refused) : hqUnreachable('unreachable')
    const { head } = reading.reply
    if (head.epoch === epoch && (await isInRecord(record, head))) return epochStands()
    return { hqEpoch: head.epoch }
  },
  async handle({ reason }, context, { hqEpoch }) {
    const { seals, seal } = sealer(context.vault, handUpStream.nameOf(''))
    const epoch = Math.max(handUpOf(context.memory).epoch, hqEpoch) + 1
    const command = { type: 'BeginEpoch', hqEpoch, reason: seal(reason) } as const
    return handUpChanges(command, context, { reply: { epoch }, seals })
  },
}

const declineOrder: Handler<'hq/order-decline'> = async ({ reason, ...name }, context) => {
  const { seals, seal } = sealer(context.vault, handUpStream.nameOf(''))
  const command = { type: 'DeclineOrder', ...name, reason: seal(reason) } as const
  return handUpChanges(command, context, { seals })
}

export const handUpCommands = {
  'hq/pair': pair,
  'hq/leave': leave,
  'hq/begin-epoch': beginEpoch,
  'hq/order-accept': acceptOrder,
  'hq/order-decline': declineOrder,
}
