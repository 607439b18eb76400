/**
 * What the suite of the wire runs over PostgreSQL, against stations and an HQ with a planted bug:
 * a cursor moved before the answer, a push that is taken wherever it begins, a station that takes
 * its own end for what HQ has.
 */
import { rmSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { createHqLine } from '#main/adapters/hand-up/hq-line.ts'
import type { HqLine } from '#main/core/ports.ts'
import type { Hq } from '#main/hq/hq.ts'
import type { HqStore } from '#main/hq/hq-ports.ts'
import type { BeatInput, PushInput } from '#shared/contract/hand-up.ts'
import {
  cutOften,
  deviations,
  goThreeDaysOffline,
  isAllThere,
  openPaired,
  until,
  type Paired,
} from '../hand-up.suite.ts'
import { openReal } from '../kit/hq-under-test.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'
import { until as untilSo } from '../kit/until.ts'

/** A push that nobody answered counts as taken. */
function believing(line: HqLine): HqLine {
  return {
    ...line,
    async ask(address, path, input, token) {
      const answer = await line.ask(address, path, input, token)
      if (answer.ok || answer.refused || !path.endsWith('/events')) return answer
      const { epoch, events } = input as PushInput
      const { seq, hash } = events.at(-1)!
      return { ok: true, reply: { head: { epoch, seq, hash }, at: 0 } }
    },
  }
}

/** Once the line is back after an outage, what the station has is what HQ has. */
function forgetful(line: HqLine): HqLine {
  let wasAway = false
  return {
    ...line,
    async ask(address, path, input, token) {
      const answer = await line.ask(address, path, input, token)
      if (!answer.ok && !answer.refused) wasAway = true
      if (!wasAway || !answer.ok || !path.endsWith('/beat')) return answer
      return { ok: true, reply: { ...(answer.reply as object), head: (input as BeatInput).head } }
    },
  }
}

/** Compares nothing: what comes is put behind whatever is held. */
const takesAnywhere = (hq: Hq, store: HqStore): Hq => ({
  ...hq,
  async push(site, _head, { epoch, after, events, tallies }) {
    const { head: from } = (await store.site(site))!
    const { seq, hash } = events.at(-1)!
    const [to, at, newEpoch] = [{ epoch, seq, hash }, 0, false]
    const news = events.filter((event) => event.seq > from.seq)
    await store.push({ site, from, after, to, newEpoch, events: news, tallies, at })
    return { ok: true, head: to, at }
  },
})

describe.skipIf(!hasPostgres)('planted bugs over PostgreSQL', () => {
  const postgres = sharedPostgres()
  const stops: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  })
  async function opened(line: HqLine, plantedHq?: (hq: Hq, store: HqStore) => Hq) {
    const hq = await openReal(postgres, plantedHq && { plantedHq })
    stops.push(hq.stop)
    const paired = await openPaired(hq, { line })
    stops.push(async () => {
      await paired.kit.stop()
      await paired.proxy.stop()
      rmSync(paired.folder, { recursive: true, force: true })
    })
    return { hq, paired }
  }
  /** Beats follow each other, and HQ says how far it is. */
  async function beats({ kit }: Paired, turns: number): Promise<void> {
    for (let turn = 0; turn < turns; turn++) {
      await kit.clock.advance('10 s')
      await until(kit, isAllThere, '1 s')
    }
  }
  const cuts = (paired: Paired): Promise<void> => cutOften(paired, 100)
  const days = async (paired: Paired): Promise<void> => void (await goThreeDaysOffline(paired))

  test('a cursor that was moved before the answer is sent back by HQ, and nothing is lost', async () => {
    const { hq, paired } = await opened(believing(createHqLine()))
    await cuts(paired)
    await untilSo(async () => {
      await beats(paired, 1)
      expect(await deviations(hq, paired)).toEqual([])
    })
  })

  test.each([
    ['a cursor moved before the answer, under cuts', believing, cuts],
    ['its own end taken for what HQ has, after three days offline', forgetful, days],
  ] as const)(
    'planted: %s, at an HQ that takes a push wherever it begins: events are missing',
    async (_what, bug, work) => {
      const { hq, paired } = await opened(bug(createHqLine()), takesAnywhere)
      await work(paired)
      await beats(paired, 5)
      expect(await deviations(hq, paired)).not.toEqual([])
    },
  )
})
