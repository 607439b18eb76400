/**
 * A fork from end to end over the real relay: HQ hears of it from a station that hands nothing up,
 * a person decides which record goes on, and the machine that has it begins its new epoch by HQ's
 * signed word alone. A word that is forged, stale or about another record moves nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createHqLine } from '#main/adapters/hand-up/hq-line.ts'
import { pairingFile } from '#main/adapters/hand-up/pairing-file.ts'
import type { HqLine } from '#main/core/ports.ts'
import type { Fork } from '#shared/contract/hq-replies.ts'
import { copyRecord, isAllThere, until } from '../hand-up.suite.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'
import { openStation, type Kit } from '../kit/station.ts'

const isStopped = ({ state }: { state: string }): boolean => state === 'stopped'

describe.skipIf(!hasPostgres)('a fork', () => {
  const postgres = sharedPostgres()
  let [kit, first, folder, site] = [] as unknown as [HqKit, Kit, string, string]
  const stops: (() => Promise<void>)[] = []
  beforeEach(async () => {
    kit = await openHqKit(postgres)
    folder = mkdtempSync(join(tmpdir(), 'vigil-fork-'))
    first = await opened()
    const pairing = `${kit.server.url}#${await kit.hq.code('华东', '赵敏')}`
    await first.ask('hq/pair', { pairing })
    site = (await first.ask('hq/read', {})).paired!.site
    await first.run()
    await until(first, isAllThere)
  })
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
    await kit.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function opened(line: HqLine = createHqLine(), store?: string): Promise<Kit> {
    const handUp = { line, file: pairingFile(folder), program: '1.0.0' }
    const station = await openStation({ on: 'sqlite', handUp, ...(store ? { store } : {}) })
    stops.push(() => station.stop())
    return station
  }
  /** A copy of yesterday goes on, and so does the first machine. */
  async function forked(line?: HqLine): Promise<Kit> {
    const store = join(folder, 'copy.db')
    copyRecord(first.file, store)
    await first.run()
    await until(first, isAllThere)
    const copy = await opened(line, store)
    await copy.run()
    await until(copy, isStopped)
    return copy
  }
  const shown = async (): Promise<Fork> => (await kit.hq.sites())[0]!.fork!
  const decide = (choice: 'came' | 'held', { seq, came }: Pick<Fork, 'seq' | 'came'>) =>
    kit.hq.decideFork(site, { seq, came, choice, by: '赵敏', why: '已到现场查过' })
  const heldHashes = async (table = 'event'): Promise<readonly string[]> =>
    (
      await kit.sql.query<{ hash: string }>(
        `select hash from ${table} where site = $1 order by seq`,
        [site],
      )
    ).map(({ hash }) => hash)
  const hashesOf = async ({ journal }: Kit): Promise<readonly string[]> =>
    (await journal.links(0, 200)).map(({ hash }) => hash)

  test('is known at HQ with both hashes, though the station hands nothing up', async () => {
    const copy = await forked()
    const fork = await shown()
    expect(fork.held).toBe(await first.journal.hashAt(fork.seq))
    expect(fork.came).toBe(await copy.journal.hashAt(fork.seq))
    expect(await first.journal.hashAt(fork.seq - 1)).toBe(await copy.journal.hashAt(fork.seq - 1))
    const { firstAt } = fork
    await copy.clock.advance('60 s')
    expect(await shown()).toMatchObject({ seq: fork.seq, firstAt })
    expect((await kit.hq.health()).forks).toBe(1)
  })

  test('decided for the record that came: its machine goes on by itself, the other one stops', async () => {
    const copy = await forked()
    const before = await heldHashes()
    const fork = await shown()
    expect(await decide('came', fork)).toBe(true)
    expect((await shown()).decided).toMatchObject({
      by: '赵敏',
      reason: '已到现场查过',
    })
    await until(copy, isAllThere, '1 s')
    expect(await heldHashes()).toEqual(await hashesOf(copy))
    expect(await heldHashes('event_apart')).toEqual(before.slice(fork.seq - 1))
    const [row] = await kit.hq.sites()
    expect([row?.head.epoch, row?.fork]).toEqual([2, null])
    await first.run()
    const { trouble } = await until(first, isStopped)
    expect(trouble).toEqual({ why: 'epoch', at: null, epoch: 2 })
    expect(await heldHashes()).toEqual(await hashesOf(copy))
    await copy.run()
    await until(copy, isAllThere, '1 s')
    expect(await heldHashes()).toEqual(await hashesOf(copy))
  })

  test('planted: with a word that HQ did not sign the record goes on as it is', async () => {
    const line = createHqLine()
    const forging: HqLine = {
      ...line,
      async ask(...parts) {
        const answer = await line.ask(...parts)
        const reply = answer.ok ? (answer.reply as { decided?: { signature: string } }) : {}
        if (reply.decided) reply.decided.signature = Buffer.alloc(64).toString('base64')
        return answer
      },
    }
    const copy = await forked(forging)
    await decide('came', await shown())
    await copy.clock.advance('60 s')
    expect((await copy.ask('hq/read', {})).trouble).toMatchObject({ why: 'fork' })
    expect((await copy.ask('hq/read', {})).epoch).toBe(1)
    expect(await heldHashes()).toEqual(await hashesOf(first))
  })

  test('decided for what is held: it is over, until the other record comes again', async () => {
    const copy = await forked()
    const fork = await shown()
    expect(await decide('held', fork)).toBe(true)
    await until(copy, isStopped, '10 s')
    await copy.clock.advance('20 s')
    await expect.poll(shown).toMatchObject({ seq: fork.seq, came: fork.came, decided: null })
    await stops.pop()!()
    const again = await shown()
    expect(await decide('held', again)).toBe(true)
    expect((await kit.hq.health()).forks).toBe(0)
    expect(await decide('held', again)).toBe(false) // it is over
    await first.run()
    await until(first, isAllThere)
    expect(await shown()).toBeNull()
    expect(await heldHashes()).toEqual(await hashesOf(first))
  })

  test('what was decided holds for what was read: of another record nothing is written', async () => {
    await forked()
    const fork = await shown()
    expect(await decide('came', { ...fork, came: '0'.repeat(64) })).toBe(false)
    expect(await decide('came', { ...fork, seq: fork.seq + 1 })).toBe(false)
    expect((await shown()).decided).toBeNull()
  })
})
