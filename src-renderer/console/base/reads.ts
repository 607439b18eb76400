/**
 * What a page reads from the station. Parts that ask the same at the same moment share one request,
 * and a read that came too fast is sent again by itself: many parts read again after each save, and
 * the station takes fifty requests a second of a desk.
 */
import { defineStore } from 'pinia'
import { watch } from 'vue'
import type { Answered, Input, Name } from '#shared/contract/contract.ts'
import type { BorderCode, Refused } from '#shared/contract/refused.ts'
import { useBoard } from '../../stores/board.ts'

const TOO_FAST: BorderCode = 'too-many-requests'
/** The station counts requests by the second. */
const PACE_MS = 1_000

type UnderWay = { moment: string; answer: Promise<unknown> }

const paced = (): Promise<void> => new Promise((done) => setTimeout(done, PACE_MS))

export const useReads = defineStore('reads', () => {
  const board = useBoard()
  const underWay = new Map<string, UnderWay>()
  let position = 0 // the newest that an answer has named
  let changes = 0 // of which no position tells

  /** Whoever asks at the same moment knows the same: an answer to either is one to both. */
  const moment = (): string =>
    [Math.max(position, board.board?.position ?? 0), changes, board.connections()].join(' ')
  const hear = (answer: { ok: true; position: number } | Refused): void => {
    if (answer.ok) position = Math.max(position, answer.position)
  }

  watch(
    () => board.board,
    (now, before) => {
      // a shift has begun or ended: time alone has changed it
      if (now && now.position === before?.position) changes += 1
    },
    { flush: 'sync' },
  )

  async function untilAnswered<N extends Name>(name: N, input: Input<N>): Promise<Answered<N>> {
    for (;;) {
      const answer = await board.request(name, input)
      hear(answer)
      if (answer.ok || answer.code !== TOO_FAST) return answer
      await paced()
    }
  }

  return {
    /** A read, never a command: it may be sent more than once. */
    read<N extends Name>(name: N, input: Input<N>): Promise<Answered<N>> {
      const question = JSON.stringify([name, input])
      const now = moment()
      const sent = underWay.get(question)
      if (sent?.moment === now) return sent.answer as Promise<Answered<N>>
      const answer = untilAnswered(name, input)
      const mine: UnderWay = { moment: now, answer }
      underWay.set(question, mine)
      void answer.finally(() => {
        if (underWay.get(question) === mine) underWay.delete(question)
      })
      return answer
    },
    /** What is read after the answer of a command is another moment, whatever it has recorded. */
    async afterCommand<N extends Name>(send: () => Promise<Answered<N>>): Promise<Answered<N>> {
      const before = moment()
      const answer = await send()
      hear(answer)
      if (moment() === before) changes += 1
      return answer
    },
  }
})
