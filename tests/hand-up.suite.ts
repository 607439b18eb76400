/**
 * Tests what station and HQ promise each other, over the real record and real sockets with moved
 * time: exactly once, whatever is cut when. Every HQ is held to it, the double of the kit and the
 * real one.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createHqLine } from '#main/adapters/hand-up/hq-line.ts'
import { pairingFile } from '#main/adapters/hand-up/pairing-file.ts'
import type { HandUpParts } from '#main/core/features/hand-up/desk.ts'
import type { HqLine, Journal, JournalEntry } from '#main/core/ports.ts'
import type { HandUpRead } from '#shared/contract/hand-up-requests.ts'
import type { HandedEvent, StatedTally } from '#shared/contract/hand-up.ts'
import type { HandedOrder } from '#shared/domain/hand-up/order.ts'
import { openProxy, type CuttingProxy } from './kit/cutting-proxy.ts'
import { openStation, type Kit } from './kit/station.ts'

/** An HQ that this suite can look into. `seq` of a tally: the position that it was stated at. */
export type HqUnderTest = {
  url: string
  /** A code that holds once. */
  invite: () => Promise<string>
  read: (site: string) => Promise<{
    epoch: number
    events: readonly HandedEvent[]
    apart: readonly HandedEvent[]
    tallies: readonly (StatedTally & { seq: number })[]
  }>
  /** As an older copy of HQ has it: nothing behind `seq`. */
  setBack: (site: string, seq: number) => Promise<void>
  handDown: (site: string, order: HandedOrder) => Promise<void>
  restart: () => Promise<void>
  stop: () => Promise<void>
}

const ofWire = (events: readonly HandedEvent[]): readonly string[] =>
  events.map((event) => `${event.seq} ${event.hash} ${'line' in event ? event.line : 'stub'}`)

/** What HQ has otherwise than the record up to where it has come; nothing: it is the same bytes. */
export async function differences(
  hq: HqUnderTest,
  site: string,
  journal: Journal,
): Promise<readonly string[]> {
  const { events } = await hq.read(site)
  const links = await journal.links(0, events.length)
  const here = ofWire(links.map(({ line, ...link }) => ({ ...link, line })))
  const there = ofWire(events)
  return [
    ...there.filter((event, index) => !event.endsWith(' stub') && event !== here[index]),
    ...(there.length === here.length ? [] : [`${there.length} of ${here.length}`]),
  ]
}

/** What HQ has otherwise than the whole record, the end that it lacks included. */
export async function deviations(
  hq: HqUnderTest,
  { kit, site }: Pick<Paired, 'kit' | 'site'>,
): Promise<readonly string[]> {
  const [{ events }, end] = [await hq.read(site), await kit.journal.position()]
  return [
    ...(await differences(hq, site, kit.journal)),
    ...(events.length === end ? [] : [`HQ has ${events.length} of ${end}`]),
  ]
}

/** A pseudo-random number below `n`, the same each time. */
export function numbersFrom(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % n
  }
}

export type Paired = { kit: Kit; folder: string; site: string; proxy: CuttingProxy }

/** A name as it was recorded before names were sealed. */
const inClear = (person: string, at: number): JournalEntry => ({
  ...{ command: null, expect: {}, seals: [], rows: [], documents: [] },
  events: [{ stream: 'desk.old', type: 'DeskSignedOn', at, by: '周敏', body: { person } }],
})

type Opening = {
  line?: HqLine
  before?: readonly string[] // names that stand in the record in clear from before
  open?: (handUp: HandUpParts) => Promise<Kit>
}

export async function openPaired(
  hq: Pick<HqUnderTest, 'url' | 'invite'>,
  {
    line = createHqLine(),
    before = [],
    open = (handUp) => openStation({ on: 'sqlite', handUp }),
  }: Opening = {},
): Promise<Paired> {
  const proxy = await openProxy(hq.url)
  const folder = mkdtempSync(join(tmpdir(), 'vigil-hand-up-'))
  const handUp = { line, file: pairingFile(folder), program: '1.0.0' }
  const kit = await open(handUp)
  for (const person of before) await kit.journal.commit([inClear(person, kit.clock.wall())])
  await kit.ask('hq/pair', { pairing: `${proxy.url}#${await hq.invite()}` })
  const site = (await kit.ask('hq/read', {})).paired?.site ?? ''
  return { kit, folder, site, proxy }
}

/** Moves time until the relay is so; a network takes its own time. */
export async function until(
  kit: Kit,
  isSo: (read: HandUpRead) => boolean,
  step = '250 ms',
): Promise<HandUpRead> {
  for (let turn = 0; turn < 20_000; turn++) {
    const read = await kit.ask('hq/read', {})
    if (isSo(read)) return read
    await kit.clock.advance(step)
    await new Promise((resolve) => setImmediate(resolve))
  }
  throw new Error(`never so: ${JSON.stringify(await kit.ask('hq/read', {}))}`)
}
export const isAllThere = ({ state, waiting }: HandUpRead): boolean =>
  state === 'online' && waiting === 0

/** A line on which the answer to the next push is lost, after HQ has taken it. */
function losing(line: HqLine): { line: HqLine; loseNext: () => void } {
  let loses = false
  return {
    loseNext() {
      loses = true
    },
    line: {
      ...line,
      async ask(address, path, input, token) {
        const answer = await line.ask(address, path, input, token)
        if (!loses || !path.endsWith('/events')) return answer
        loses = false
        return { ok: false, refused: null, why: 'unreachable' }
      },
    },
  }
}

/** The record as it stands now as another file, as a backup of now has it. */
export function copyRecord(file: string, to: string): void {
  for (const part of ['', '-wal']) if (existsSync(file + part)) copyFileSync(file + part, to + part)
}

/** Cuts the line at random bytes of both ways, `cuts` times, while incidents are recorded. */
export async function cutOften({ kit, proxy }: Paired, cuts: number): Promise<void> {
  const below = numbersFrom(20_261_128)
  proxy.cutAfter(() => (below(8) === 0 ? Infinity : 1 + below(2_500)))
  const since = proxy.counts().cuts
  for (let turn = 0; proxy.counts().cuts - since < cuts; turn++) {
    if (turn % 40 === 0) await kit.run()
    kit.clock.leap('59 s') // past the longest pause
    await kit.clock.advance('1 s')
    await new Promise((resolve) => setImmediate(resolve))
  }
  proxy.cutAfter(null)
  await kit.clock.advance('10 s') // a beat: HQ says how far it is
  await until(kit, isAllThere, '1 s')
}

/** Three days without a line, an incident each hour, then `meanwhile`, then the line again. */
export async function goThreeDaysOffline(
  { kit, proxy }: Paired,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<HandUpRead> {
  await until(kit, isAllThere)
  proxy.be('down')
  for (let hour = 0; hour < 72; hour++) {
    await kit.run()
    await kit.clock.advance('1 min')
    kit.clock.leap('59 min')
  }
  const offline = await until(kit, ({ state }) => state === 'offline')
  await meanwhile()
  proxy.be('up')
  await until(kit, isAllThere, '1 s')
  return offline
}

export function handUpSuite(name: string, open: () => Promise<HqUnderTest>): void {
  describe(`hand-up: ${name}`, () => {
    let hq: HqUnderTest
    let paired: Paired
    const stops: (() => Promise<void>)[] = []

    beforeEach(async () => {
      hq = await open()
      paired = await openPaired(hq)
    })
    afterEach(async () => {
      await paired.kit.stop()
      for (const stop of stops.splice(0)) await stop()
      await paired.proxy.stop()
      await hq.stop()
      rmSync(paired.folder, { recursive: true, force: true })
    })
    const isSame = async (): Promise<void> => expect(await deviations(hq, paired)).toEqual([])

    test('given a pairing, what is recorded is handed up at once, byte for byte', async () => {
      await paired.kit.run()
      const { handedUp, position } = await until(paired.kit, isAllThere)
      expect(handedUp).toBe(position)
      expect((await hq.read(paired.site)).events).toHaveLength(position)
      await isSame()
    })

    test('the tallies stand at the position at which they were stated', async () => {
      const { kit, site } = paired
      await kit.run()
      await until(kit, isAllThere)
      await kit.run()
      const { position } = await until(kit, isAllThere)
      const { tallies } = await hq.read(site)
      expect(tallies).toEqual([
        { month: '2026-11', tally: await kit.journal.tally('2026-11'), seq: position },
      ])
      expect(tallies[0]?.tally.incidents).toBe(2)
    })

    test('a thousand cuts at random bytes: the same bytes at the end, none lost, none twice', async () => {
      await cutOften(paired, 1_000)
      await isSame()
    })

    test('a lost answer costs a repeat: HQ has it once', async () => {
      const lossy = losing(createHqLine())
      const other = await openPaired(hq, { line: lossy.line })
      stops.push(async () => {
        await other.kit.stop()
        await other.proxy.stop()
        rmSync(other.folder, { recursive: true, force: true })
      })
      await until(other.kit, isAllThere)
      await other.kit.run()
      lossy.loseNext()
      await until(other.kit, ({ state }) => state === 'offline')
      await until(other.kit, isAllThere, '1 s')
      expect(await differences(hq, other.site, other.kit.journal)).toEqual([])
    })

    test('three days without a line: all of it afterwards, in order', async () => {
      const { since, waiting } = await goThreeDaysOffline(paired)
      expect(since).not.toBeNull()
      expect(waiting).toBeGreaterThan(72) // and says how many
      await isSame()
    })

    test('restarts of both ends: the station asks how far HQ has come', async () => {
      const { kit } = paired
      await kit.run()
      await until(kit, isAllThere)
      await kit.run()
      paired.kit = await kit.restart('5 min')
      await hq.restart()
      await paired.kit.run()
      await until(paired.kit, isAllThere, '1 s')
      await isSame()
    })

    test('an HQ that was restored from an older copy gets what it lacks again', async () => {
      const { kit, site } = paired
      await kit.run()
      const { position } = await until(kit, isAllThere)
      await hq.setBack(site, position - 3)
      await kit.run()
      await until(kit, isAllThere, '1 s')
      await isSame()
    })

    test('a record that was restored and went on is a fork: refused, told, until a new epoch', async () => {
      const { kit, site, folder } = paired
      await kit.run()
      const { position: common } = await until(kit, isAllThere)
      const store = join(folder, 'copy.db')
      copyRecord(kit.file, store)
      await kit.run()
      const { position } = await until(kit, isAllThere)
      const copy = await openStation({
        ...{ on: 'sqlite', store },
        handUp: { line: createHqLine(), file: pairingFile(folder), program: '1.0.0' },
      })
      stops.push(() => copy.stop())
      await copy.run()
      const { trouble } = await until(copy, ({ state }) => state === 'stopped')
      expect(trouble).toEqual({ why: 'fork', at: common + 1, epoch: null })
      const alerts = (await copy.station.board()).alerts.map(({ cause }) => cause.zh)
      expect(alerts.filter((cause) => cause.includes('已停止上交'))).toHaveLength(1)
      expect(await differences(hq, site, kit.journal)).toEqual([])

      await copy.ask('hq/begin-epoch', { reason: '本站为准' })
      await until(copy, isAllThere, '1 s')
      expect(await differences(hq, site, copy.journal)).toEqual([])
      const { epoch, apart } = await hq.read(site)
      expect([epoch, apart.at(0)?.seq, apart.at(-1)?.seq]).toEqual([2, common + 1, position])

      await kit.run()
      const old = await until(kit, ({ state }) => state === 'stopped')
      expect(old.trouble).toEqual({ why: 'epoch', at: null, epoch: 2 })
      expect(await differences(hq, site, copy.journal)).toEqual([])
    })
  })
}
