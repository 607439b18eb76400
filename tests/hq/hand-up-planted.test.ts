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
  differences,
  goThreeDaysOffline,
  isAllThere,
  openPaired,
  until,
  type HqUnderTest,
  type Paired,
} from '../hand-up.suite.ts'
import { openReal } from '../kit/hq-under-test.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'

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

/** Goes on recording until the last event at HQ is that of the record: a gap lies before it. */
async function recordUntilAsFar(hq: HqUnderTest, { kit, site }: Paired): Promise<void> {
  for (let last = -1; last !== (await kit.journal.position());) {
    await kit.run()
    await until(kit, isAllThere, '1 s')
    last = (await hq.read(site)).events.at(-1)?.seq ?? 0
  }
}

describe.skipIf(!hasPostgres)('planted bugs over PostgreSQL', () => {
  const postgres = sharedPostgres()
  const stops: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  })
  /** What HQ has otherwise at the end. */
  async function differencesAfter(
    line: HqLine,
    work: (paired: Paired) => Promise<unknown>,
    plantedHq?: (hq: Hq, store: HqStore) => Hq,
  ): Promise<readonly string[]> {
    const hq = await openReal(postgres, plantedHq && { plantedHq })
    stops.push(hq.stop)
    const paired = await openPaired(hq, { line })
    stops.push(async () => {
      await paired.kit.stop()
      await paired.proxy.stop()
      rmSync(paired.folder, { recursive: true, force: true })
    })
    await work(paired)
    await recordUntilAsFar(hq, paired)
    return differences(hq, paired.site, paired.kit.journal)
  }
  const cuts = (paired: Paired): Promise<void> => cutOften(paired, 100)

  const BUGS = [
    ['a cursor moved before the answer, under cuts', believing, cuts],
    ['its own end taken for what HQ has, after three days offline', forgetful, goThreeDaysOffline],
  ] as const

  test.each(BUGS)(
    '%s: HQ sends the station back, and nothing is lost',
    async (_what, bug, work) => {
      expect(await differencesAfter(bug(createHqLine()), work)).toEqual([])
    },
  )

  test.each(BUGS)(
    'planted: %s, at an HQ that takes a push wherever it begins: events are missing',
    async (_what, bug, work) => {
      expect(await differencesAfter(bug(createHqLine()), work, takesAnywhere)).not.toEqual([])
    },
  )
})
