/** Runs the relay beside the engine, and records what HQ hands down. */
import type { HandUpTrouble } from '#shared/contract/hand-up-requests.ts'
import { decideHandUp, type HandUpCommand } from '#shared/domain/hand-up/decide.ts'
import { handUpStream } from '#shared/domain/hand-up/stream.ts'
import type { FaultWords } from '#shared/domain/station/faults.ts'
import { localized } from '#shared/domain/text.ts'
import type { CommandQueue } from '../../engine/command-queue.ts'
import { recordDecision } from '../../engine/changes.ts'
import type { Clock, Log } from '../../ports.ts'
import type { QueryContext } from '../handler.ts'
import { handUpOf } from './desk.ts'
import { createRelay, type Relay } from './relay.ts'

type Parts = {
  context: Pick<QueryContext, 'record' | 'memory' | 'now' | 'pause' | 'faults' | 'handUp'>
  commandQueue: Pick<CommandQueue, 'submit'>
  clock: Clock
  log: Log
  /** The name in the record of what the station does by itself. */
  by: string
}

const wordsOf = ({ why, at, epoch }: HandUpTrouble): Pick<FaultWords, 'cause' | 'action'> => {
  switch (why) {
    case 'fork':
      return {
        cause: localized(
          `从第${at ?? '?'}条起，总部的记录与本站不同，已停止上交`,
          `From entry ${at ?? '?'} on, HQ has another record than this: nothing is handed up`,
        ),
        action: localized(
          '先弄清是否用了旧备份或有两台机器在写；本站为准时，在设置→总部另起记录代',
          'Find out whether an old backup or two machines are in use; if this record holds, begin a new epoch under Settings → HQ',
        ),
      }
    case 'epoch':
      return {
        cause: localized(
          `另一台机器已接着写这份记录（第${epoch ?? '?'}代），已停止上交`,
          `Another machine goes on with this record (epoch ${epoch ?? '?'}): nothing is handed up`,
        ),
        action: localized(
          '到那台机器上值守；本站为准时，在设置→总部另起记录代',
          'Work at that machine; if this record holds, begin a new epoch under Settings → HQ',
        ),
      }
    case 'chain-broken':
      return {
        cause: localized(
          `记录在第${at ?? '?'}条接不上，已停止上交`,
          `The record does not hold together at entry ${at ?? '?'}: nothing is handed up`,
        ),
        action: localized(
          '请管理员检查记录（station verify）',
          'Have the record checked (station verify)',
        ),
      }
    default:
      return {
        cause: localized(
          why === 'pairing-lost' ? '本机没有配对文件，已停止上交' : '总部不再认得本站，已停止上交',
          why === 'pairing-lost'
            ? 'The pairing is not on this machine: nothing is handed up'
            : 'HQ does not know this site any more: nothing is handed up',
        ),
        action: localized(
          '向总部要新的配对码，在设置→总部重新配对',
          'Get a new code from HQ and pair again under Settings → HQ',
        ),
      }
  }
}

/** Null where this machine cannot hand up. */
export function createHandUpWork({ context, commandQueue, clock, log, by }: Parts): Relay | null {
  const { handUp: desk, memory, faults } = context
  if (!desk) return null
  async function submit(command: HandUpCommand): Promise<void> {
    await commandQueue.submit({
      command: null,
      exclusive: true,
      async decide() {
        const state = handUpOf(memory)
        const meta = { at: clock.wall(), by }
        return recordDecision(handUpStream, 'hand-up', state, decideHandUp(state, command), meta)
      },
    })
  }
  return createRelay({
    ...{ context, desk, clock, log },
    onOrder: (site, order, signature) =>
      submit({
        type: order.withdraws === undefined ? 'ReceiveOrder' : 'WithdrawOrder',
        ...{ site, order, signature },
      }),
    onDecided: (hqEpoch, decided) => submit({ type: 'BeginEpoch', hqEpoch, reason: null, decided }),
    onTrouble(trouble) {
      faults.set('hand-up', trouble && { priority: 3, tone: null, ...wordsOf(trouble) })
    },
  })
}
