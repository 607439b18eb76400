/**
 * The program of HQ as others meet it: a station that knows it by its certificate, and two database
 * servers, of which it looks after the second itself.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createHqLine } from '#main/adapters/hand-up/hq-line.ts'
import { pairingFile } from '#main/adapters/hand-up/pairing-file.ts'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import { makeCertificate } from '#main/adapters/spare/certificate.ts'
import { hqVault } from '#main/adapters/hq-vault.ts'
import { NOWHERE, type Point } from '#shared/domain/hand-up/point.ts'
import { isAllThere, until as untilRelay } from '../hand-up.suite.ts'
import { beatOf, pushTo, type PairedSite } from '../kit/hand-up-client.ts'
import { preparedDatabase } from '../kit/hq-databases.ts'
import { knownSite } from '../kit/hq-killed.ts'
import { readyHq, runHq, startHq, type StartedHq } from '../kit/hq-program.ts'
import { hasPostgres, startPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'
import { openStation } from '../kit/station.ts'
import { onEither, STANDBY, standbyOf } from '../kit/two-servers.ts'
import { until } from '../kit/until.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigil-hq-served-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function ended({ child, ended: end }: StartedHq): Promise<void> {
  child.kill('SIGTERM')
  await end
}

describe.skipIf(!hasPostgres)('vigil-hq over HTTPS', () => {
  const postgres = sharedPostgres()

  /** The files of a certificate of its own, as options. */
  function certificate(name: string): string[] {
    const { cert, key } = makeCertificate(name, 2026)
    const [certFile, keyFile] = [join(folder, `${name}.pem`), join(folder, `${name}-key.pem`)]
    writeFileSync(certFile, cert)
    writeFileSync(keyFile, key, { mode: 0o600 })
    return ['--certificate', certFile, '--certificate-key', keyFile]
  }

  test('a station is paired by the fingerprint and hands up; another certificate gets nothing of it', async () => {
    const database = await preparedDatabase(postgres)
    const common = ['--database', database, '--key', join(folder, 'https.pem')]
    const ours = certificate('ours')
    const serving = startHq([...common, ...ours, '--listen', '127.0.0.1:0'])
    onTestFinished(() => ended(serving))
    const { url } = await readyHq(serving)
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
    const codeFor = async (certificateOf: string[]): Promise<string> => {
      const { out, err } = await runHq(['code', ...common, ...certificateOf, '--address', url])
      expect(err).toBe('')
      return out.trim()
    }

    const station = await openStation({
      on: 'sqlite',
      handUp: { line: createHqLine(), file: pairingFile(folder), program: '1.0.0' },
    })
    onTestFinished(() => station.stop())
    const foreign = await codeFor(certificate('foreign'))
    expect(await station.send('hq/pair', { pairing: foreign })).toMatchObject({
      code: 'hq-unreachable',
      message: { en: expect.stringContaining('another certificate') as string },
    })
    // one that nobody has pinned must be one that the system trusts
    const unpinned = foreign.replace(/#[0-9a-f]{64}\//, '#')
    expect(unpinned).not.toBe(foreign)
    expect(await station.send('hq/pair', { pairing: unpinned })).toMatchObject({
      code: 'hq-unreachable',
    })
    expect((await station.ask('hq/read', {})).paired).toBeNull()

    await station.ask('hq/pair', { pairing: await codeFor(ours) })
    await station.run()
    const { position } = await untilRelay(station, isAllThere)
    const sql = openPostgres({ url: database, connections: 1 })
    onTestFinished(() => sql.end())
    const seqAtHq = async (): Promise<number> =>
      (await sql.query<{ seq: number }>('select seq from site'))[0]?.seq ?? 0
    expect(await seqAtHq()).toBe(position)

    // another machine at the same address, with the same database: it gets nothing
    await ended(serving)
    const other = ['--listen', `127.0.0.1:${new URL(url).port}`, ...certificate('another')]
    const impostor = startHq([...common, ...other])
    onTestFinished(() => ended(impostor))
    await readyHq(impostor)
    await station.run()
    const read = await untilRelay(station, ({ state }) => state === 'offline')
    await station.clock.advance('3 min')
    expect(read.waiting).toBeGreaterThan(0)
    expect(await seqAtHq()).toBe(position)
    await ended(impostor)
    const again = startHq([...common, ...ours, '--listen', `127.0.0.1:${new URL(url).port}`])
    onTestFinished(() => ended(again))
    await readyHq(again)
    const { position: end } = await untilRelay(station, isAllThere, '1 s')
    expect(await seqAtHq()).toBe(end)
  })

  test('a certificate that cannot be read, or is none, is said before anything is served', async () => {
    const database = await preparedDatabase(postgres)
    const nowhere = join(folder, 'nowhere.pem')
    const common = ['--database', database, '--key', join(folder, 'unread.pem')]
    const { code, err } = await runHq([
      ...[...common, '--certificate', nowhere, '--certificate-key', nowhere],
    ])
    expect([code, err]).toEqual([66, expect.stringContaining('certificate-unreadable')])
  })
})

/** More than HQ has connections: all of them wait while the standby does not answer. */
const WRITERS = 24

describe.skipIf(!hasPostgres)('vigil-hq --standby', () => {
  /** `at`: when it was answered last; `longest`: the longest time between two answers (ms). */
  type Writer = {
    site: Pick<PairedSite, 'url' | 'site' | 'token'>
    point: Point
    at: number
    longest: number
  }
  async function writersAt(hq: string, database: string): Promise<Writer[]> {
    const sql = openPostgres({ url: database, connections: 1 })
    const writers: Writer[] = []
    for (let index = 0; index < WRITERS; index++) {
      const known = await knownSite(sql, `site-${index}`, `site-${index}`)
      const at = performance.now()
      writers.push({ site: { url: hq, ...known }, point: NOWHERE, at, longest: 0 })
    }
    await sql.end()
    return writers
  }

  async function writeOne(writer: Writer): Promise<void> {
    const { site, point } = writer
    const line = `{"body":${point.seq + 1},"stream":"s","type":"T","version":1}`
    const event = { seq: point.seq + 1, hash: hqVault.sha256(point.hash + line), type: 'T', line }
    const { head } = await pushTo(site, { after: point, events: [event] })
    writer.point = { seq: head.seq, hash: head.hash }
    const now = performance.now()
    Object.assign(writer, { at: now, longest: Math.max(writer.longest, now - writer.at) })
  }

  /** A lost answer costs a repeat: HQ says how far it is. */
  async function again(writer: Writer): Promise<void> {
    const { site, point } = writer
    const { head } = (await beatOf(site, { epoch: 1, ...point }, 0)) as { head: Point }
    writer.point = { seq: head.seq, hash: head.hash }
  }

  test('the standby freezes, then stops, under load: acknowledgements go on within seconds, 只有一份; it comes back: two', async () => {
    const primary = await startPostgres()
    onTestFinished(() => primary.stop())
    const database = new URL(await preparedDatabase(primary)).pathname.slice(1)
    const standby = await standbyOf(primary)
    onTestFinished(() => standby.stop())
    const url = onEither([primary, standby], database)
    const serving = startHq([
      ...['--database', url, '--key', join(folder, 'standby.pem'), '--listen', '127.0.0.1:0'],
      ...['--standby', STANDBY],
    ])
    onTestFinished(() => ended(serving))
    const hq = await readyHq(serving)
    const copies = async (count: number): Promise<void> =>
      until(async () => {
        const health = (await (await fetch(`${hq.url}/health`)).json()) as { copies: number }
        expect(health.copies).toBe(count)
      })
    await copies(2)

    const writers = await writersAt(hq.url, url)
    let goes = true
    const work = writers.map(async (writer) => {
      // what could not be said in time is sent again, as a station does
      while (goes)
        await writeOne(writer)
          .catch(() => again(writer))
          .catch(() => undefined)
    })
    const acknowledged = (): number => writers.reduce((sum, { point }) => sum + point.seq, 0)
    const moreThan = (count: number): Promise<void> =>
      until(() => expect(acknowledged()).toBeGreaterThan(count))
    /** How long a writer had to wait for its answer at most (ms), while that happened. */
    async function waitedAfter(deed: () => Promise<void>): Promise<number> {
      await moreThan(acknowledged() + 100)
      for (const writer of writers) writer.longest = 0
      await deed()
      await copies(1)
      const before = writers.map(({ point }) => point.seq)
      await until(() => {
        for (const [index, { point }] of writers.entries())
          expect(point.seq).toBeGreaterThan(before[index]!)
      })
      return Math.round(Math.max(...writers.map(({ longest }) => longest)))
    }

    const onStandby = openPostgres({
      ...{ url: standby.url('postgres'), connections: 1, anyServer: true },
    })
    const [receiver] = await onStandby.query<{ pid: number }>(
      'select pid from pg_stat_wal_receiver',
    )
    await onStandby.end()
    const frozen = await waitedAfter(async () => void process.kill(receiver!.pid, 'SIGSTOP'))
    process.kill(receiver!.pid, 'SIGCONT')
    await copies(2)
    const stopped = await waitedAfter(() => standby.halt())
    await standby.start()
    await copies(2)
    goes = false
    await Promise.all(work)
    console.info(
      `longest wait for an acknowledgement: ${frozen} ms when the standby froze, ${stopped} ms when it stopped`,
    )
    // five seconds are promised; the machine of a test may be three times as slow
    expect(Math.max(frozen, stopped)).toBeLessThan(15_000)
  })
})
