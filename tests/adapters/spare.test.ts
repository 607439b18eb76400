/**
 * Tests the spare: the record copied byte for byte with values, answers and files, the takeover,
 * and the machine before, which records nothing any more, whenever it comes back.
 */
import { createHash, X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { createHqLine } from '#main/adapters/hand-up/hq-line.ts'
import { pairingFile } from '#main/adapters/hand-up/pairing-file.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { makeCertificate } from '#main/adapters/spare/certificate.ts'
import { keepClaiming } from '#main/adapters/spare/claiming.ts'
import { openCopy, type RecordCopy } from '#main/adapters/spare/copy.ts'
import { openDoor, type Door } from '#main/adapters/spare/door.ts'
import { readFollow, writeFollow } from '#main/adapters/spare/follow-file.ts'
import { follow, pairWith, type Follower, type Leader } from '#main/adapters/spare/follower.ts'
import { systemVault } from '#main/adapters/vault.ts'
import { createSearchIndex } from '#main/core/engine/search-index.ts'
import type { HandUpParts } from '#main/core/features/hand-up/desk.ts'
import { takeOverRecord } from '#main/core/features/spare/taking-over.ts'
import type { Journal, Log } from '#main/core/ports.ts'
import { contract, type Name } from '#shared/contract/contract.ts'
import { differences, isAllThere, until as handedUp } from '../hand-up.suite.ts'
import { openHqDouble } from '../kit/hq-double.ts'
import { openStation, type Kit } from '../kit/station.ts'
import { until } from '../kit/until.ts'

const log: Log = { info: () => undefined, error: () => undefined }
const stops: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})
const folder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-spare-'))
  stops.push(() => rmSync(dir, { recursive: true, force: true, maxRetries: 10 }))
  return dir
}

const handUpFrom = (dir: string): HandUpParts => ({
  ...{ line: createHqLine(), file: pairingFile(dir), program: '1.0.0' },
})

type Machine = { dir: string; file: string; door: Door }
async function machine(dir: string, clock: { wall(): number }, name: string): Promise<Machine> {
  const file = join(dir, 'journal.db')
  const door = await openDoor({ dir, file, name, clock, log })
  stops.push(() => door.stop())
  return { dir, file, door }
}

type Pair = {
  kit: Kit // the station
  main: Machine
  spare: Machine
  copy: RecordCopy
  leader: Leader
  follower: Follower
}
/** A station with a spare that follows it; `fence` false: planted, a station that asks nobody. */
async function openPair({ fence = true, isPaired = false } = {}): Promise<Pair> {
  const dir = folder()
  await openSqliteJournal(join(dir, 'journal.db')).close()
  const main = await machine(dir, { wall: () => Date.now() }, 'desk-pc')
  const kit = await openStation({
    ...{ on: 'sqlite', store: main.file },
    ...(fence ? { spare: main.door } : {}),
    ...(isPaired ? { handUp: handUpFrom(dir) } : {}),
  })
  stops.push(() => kit.stop())
  const spare = await machine(folder(), kit.clock, 'spare-pc')
  const copy = openCopy(spare.dir, spare.file)
  stops.push(() => copy.close())
  const address = await spare.door.listen()
  const leader = await pairWith(here(await main.door.invite()), address)
  if (!leader) throw new Error('not paired')
  const follower = follow({ dir: spare.dir, copy, leader, door: address, clock: kit.clock, log })
  stops.push(() => follower.stop())
  return { kit, main, spare, copy, leader, follower }
}
/** The room's address of this machine may be none in a test. */
const here = (text: string): string => text.replace(/\/\/[\d.]+:/, '//127.0.0.1:')

const isCaughtUp = ({ kit, copy }: Pair): Promise<void> =>
  until(async () => {
    expect(copy.head().seq).toBe(await kit.journal.position())
  })

async function takeOver(pair: Pair): Promise<{ journal: Journal; epoch: number }> {
  await pair.follower.stop()
  pair.copy.close()
  const journal = openSqliteJournal(pair.spare.file)
  stops.push(() => journal.close())
  const taken = await takeOverRecord(journal, {
    ...{ by: 'spare-pc', clock: pair.kit.clock, vault: systemVault },
    find: createSearchIndex(createRomaniser()),
  })
  const claim = { ...taken, at: pair.kit.clock.wall(), by: 'spare-pc' }
  writeFollow(pair.spare.dir, { leader: pair.leader, claim, heard: false })
  return { journal, epoch: taken.epoch }
}

describe('a certificate of our own', () => {
  test('is one, by its name and key, for years', () => {
    const { cert, fingerprint } = makeCertificate('值班电脑', 2026)
    const read = new X509Certificate(cert)
    expect(read.subject).toContain('值班电脑')
    expect(read.verify(read.publicKey)).toBe(true)
    expect(new Date(read.validTo).getUTCFullYear()).toBe(2049)
    expect(read.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(fingerprint)
  })
})

describe('a spare', () => {
  test('has the same bytes, values, answers of commands and files', async () => {
    const pair = await openPair()
    const { kit, main, spare } = pair
    const content = Buffer.from('%PDF-1.4 plan of the hall')
    const id = createHash('sha256').update(content).digest('hex')
    mkdirSync(join(main.dir, 'files'))
    writeFileSync(join(main.dir, 'files', id), content)
    const file = { id, bytes: content.length, format: 'pdf' }
    await kit.journal.commit([
      {
        ...{ command: null, expect: {}, seals: [], rows: [], documents: [] },
        events: [
          {
            ...{ stream: 'floor-plan.x', type: 'FileAttached', at: kit.clock.wall(), by: '周敏' },
            body: { file },
          },
        ],
      },
    ])
    const sent = { id: crypto.randomUUID() }
    const first = await kit.send('incident/report', { narrative: '冒烟', place: '一楼' }, sent)
    await isCaughtUp(pair)
    await until(() => expect(readFileSync(join(spare.dir, 'files', id))).toEqual(content))
    const head = await kit.journal.hashAt(await kit.journal.position())
    expect(pair.copy.head().hash).toBe(head)

    const { journal, epoch } = await takeOver(pair)
    expect(epoch).toBe(2)
    expect(await journal.verify()).toMatchObject({ ok: true })
    const next = await openStation({ on: 'sqlite', store: spare.file })
    stops.push(() => next.stop())
    const [incident] = (await next.station.board()).incidents
    expect(incident).toMatchObject({ place: '一楼', narrative: '冒烟' })
    expect(await next.send('incident/report', { narrative: '冒烟', place: '一楼' }, sent)).toEqual(
      first,
    )
  })

  test('a text that pairs holds once, and another machine at its address gets nothing', async () => {
    const { main, spare } = await openPair()
    const text = here(await main.door.invite())
    const address = await spare.door.listen()
    const other = text.replace(/#[0-9a-f]{4}/, '#0000')
    expect(await pairWith(other, address)).toBeNull()
    expect(await pairWith(text, address)).not.toBeNull()
    expect(await pairWith(text, address)).toBeNull()
  })

  test('what is purged on the station goes on the spare, too', async () => {
    const pair = await openPair()
    const { kit, copy } = pair
    await kit.run()
    await isCaughtUp(pair)
    const seals = copy.seals('')
    expect(seals.length).toBeGreaterThan(0)
    await kit.journal.forget({ streams: [], seals })
    await kit.journal.commit([
      {
        ...{ command: null, expect: {}, seals: [], rows: [], documents: [] },
        events: [
          {
            ...{ stream: 'purge.x', type: 'ValuesPurged', at: kit.clock.wall(), by: '周敏' },
            body: { values: seals.length, files: [] },
          },
        ],
      },
    ])
    await until(() => expect(copy.seals('')).toEqual([]))
  })
})

/** What a machine notes of itself, by nobody's command. */
const BY_ITSELF: ReadonlySet<string> = new Set(['FaultRaised', 'FaultCleared'])

describe('after a takeover', () => {
  const writeNote = (kit: Kit, incidentId: string) =>
    kit.send('incident/note', { incidentId, words: '还在写' })

  test('the machine before, frozen meanwhile, refuses every command and says who goes on', async () => {
    const pair = await openPair()
    const { kit, spare } = pair
    const incidentId = await kit.run()
    await isCaughtUp(pair)
    await kit.clock.advance('2 s')
    await takeOver(pair)
    stops.push(keepClaiming(spare.dir, spare.door, log))
    kit.clock.leap('10 min') // nothing of it ran
    const before = await kit.journal.position()
    for (let turn = 0; turn < 3; turn++) {
      const answer = await writeNote(kit, incidentId)
      expect(answer).toMatchObject({ ok: false, code: 'taken-over' })
      expect(answer.ok ? '' : answer.message.zh).toContain('“spare-pc”自')
    }
    const notes = (await kit.events()).slice(before).filter(({ type }) => type === 'NoteAdded')
    expect(notes).toEqual([])
    await kit.clock.advance('2 s')
    const causes = (await kit.station.board()).alerts.map(({ cause }) => cause.zh)
    expect(causes.some((cause) => cause.includes('已接管'))).toBe(true)
    await until(() => expect(readFollow(spare.dir)?.heard).toBe(true))

    const again = await kit.restart('1 h')
    stops.push(() => again.station.stop())
    expect(await writeNote(again, incidentId)).toMatchObject({ code: 'taken-over' })
  })

  const commands = (Object.keys(contract) as Name[]).filter(
    (name) => contract[name].kind === 'command',
  )
  /** What of all commands, with an input that says nothing, is refused for something else. */
  async function otherwiseAnswered(kit: Kit): Promise<string[]> {
    const others: string[] = []
    for (const name of commands) {
      const answer = await kit.send(name, {})
      if (answer.ok || answer.code !== 'taken-over') others.push(name)
    }
    return others
  }

  test('each single command of the contract is refused, also after a restart, and writes nothing', async () => {
    const pair = await openPair()
    const { kit, spare } = pair
    await kit.run()
    await isCaughtUp(pair)
    expect(await otherwiseAnswered(kit)).toEqual(commands) // planted: nobody has taken over yet
    await isCaughtUp(pair)
    await takeOver(pair)
    stops.push(keepClaiming(spare.dir, spare.door, log))
    kit.clock.leap('10 min')
    const before = await kit.journal.position()
    expect(commands.length).toBeGreaterThan(100)
    expect(await otherwiseAnswered(kit)).toEqual([])
    const again = await kit.restart('1 h')
    stops.push(() => again.station.stop())
    expect(await otherwiseAnswered(again)).toEqual([])
    const written = (await again.events()).slice(before).map(({ type }) => type)
    expect(written.filter((type) => !BY_ITSELF.has(type))).toEqual([])
  })

  test('HQ goes on with the spare, in a new epoch, and takes nothing more of the machine before', async () => {
    const hq = await openHqDouble()
    stops.push(hq.stop)
    const pair = await openPair({ fence: false, isPaired: true })
    const { kit, spare } = pair
    await kit.ask('hq/pair', { pairing: `${hq.url}#${await hq.invite()}` })
    await kit.run()
    await handedUp(kit, isAllThere)
    await isCaughtUp(pair)
    const { journal } = await takeOver(pair)
    await journal.close()
    const next = await openStation({
      on: 'sqlite',
      store: spare.file,
      handUp: handUpFrom(spare.dir),
    })
    stops.push(() => next.stop())
    const { paired } = await handedUp(next, isAllThere)
    const site = paired?.site ?? ''
    await kit.run() // by hand, on the machine before
    expect((await handedUp(kit, ({ state }) => state === 'stopped')).trouble).toEqual({
      ...{ why: 'epoch', at: null, epoch: 2 },
    })
    expect((await hq.read(site)).epoch).toBe(2)
    expect(await differences(hq, site, next.journal)).toEqual([])
  })

  test('planted: a machine that asks nobody goes on writing', async () => {
    const pair = await openPair({ fence: false })
    const incidentId = await pair.kit.run()
    await isCaughtUp(pair)
    await takeOver(pair)
    stops.push(keepClaiming(pair.spare.dir, pair.spare.door, log))
    pair.kit.clock.leap('10 min')
    expect(await writeNote(pair.kit, incidentId)).toMatchObject({ ok: true })
  })

  test('a claim of an epoch that the record has passed fences nobody', async () => {
    const { kit, main, spare, leader } = await openPair()
    const incidentId = await kit.run()
    const { follower, copy } = await openPair() // another pair has nothing to do with it
    await follower.stop()
    copy.close()
    await takeOverRecord(kit.journal, {
      ...{ by: 'desk-pc', clock: kit.clock, vault: systemVault },
      find: createSearchIndex(createRomaniser()),
    })
    const claim = { epoch: 2, position: 1, at: kit.clock.wall(), by: 'spare-pc' }
    writeFollow(spare.dir, { leader, claim, heard: false })
    stops.push(keepClaiming(spare.dir, spare.door, log))
    await wait(50)
    await main.door.ask()
    expect(main.door.claim()).toBeNull()
    kit.clock.leap('10 min')
    expect(await writeNote(kit, incidentId)).toMatchObject({ ok: true })
  })

  test('a spare that cannot be reached keeps nobody from working', async () => {
    const pair = await openPair()
    const incidentId = await pair.kit.run()
    await isCaughtUp(pair)
    await pair.follower.stop()
    await pair.spare.door.stop()
    pair.kit.clock.leap('10 min')
    expect(await writeNote(pair.kit, incidentId)).toMatchObject({ ok: true })
  })
})
