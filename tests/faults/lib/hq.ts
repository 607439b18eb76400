/** The program of HQ before a database that fails, and sites that push to it without rest. */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import { openStore } from '#main/adapters/postgres/postgres-store.ts'
import { hqVault } from '#main/adapters/hq-vault.ts'
import { parsePairing } from '#shared/domain/hand-up/pairing-text.ts'
import { NOWHERE, type Point } from '#shared/domain/hand-up/point.ts'
import { pairSite, pushTo, Refused, type PairedSite } from '../../kit/hand-up-client.ts'
import { pause } from './station.ts'

const PROGRAM = resolve(import.meta.dirname, '../../../src-main/hosts/hq/command-line.ts')
/** How long a site waits for an answer, and after a failure (ms). */
const [PATIENCE_MS, AGAIN_MS] = [3_000, 200]

export type HqProcess = {
  url: string
  heard: () => string
  /** Makes a code and pairs a site by it. */
  pair: (index: number) => Promise<PairedSite>
  copies: () => Promise<number | null>
  hasEnded: () => boolean
  stop: () => void
}

/** `env`: the address of the database and where its password lies. */
export async function startHq(dir: string, env: Record<string, string>): Promise<HqProcess> {
  const all = { ...process.env, ...env, VIGIL_HQ_KEY: join(dir, 'key.pem') }
  const run = (args: readonly string[]) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      env: all,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    process.once('exit', () => child.kill('SIGKILL'))
    let [out, err] = ['', '']
    child.stderr.on('data', (data) => (err = (err + String(data)).slice(-20_000)))
    const line = new Promise<string>((done, failed) => {
      child.stdout.on('data', (data) => {
        out += String(data)
        if (out.includes('\n')) done(out.trim())
      })
      child.once('close', (code) => failed(new Error(`vigil-hq ended with ${code}: ${err}`)))
    })
    return { child, line, heard: () => err }
  }
  const serving = run(['serve', '--listen', '127.0.0.1:0'])
  const { url } = JSON.parse(await serving.line) as { url: string }
  return {
    url,
    heard: serving.heard,
    async pair(index) {
      const text = parsePairing(await run(['code', '--address', url]).line)
      if (!text) throw new Error('no pairing text')
      const first = hqVault.sha256(`site ${index}`)
      return pairSite(url, text.code, { first, name: `${index}号站` })
    },
    async copies() {
      try {
        const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) })
        return answer.ok ? ((await answer.json()) as { copies: number }).copies : null
      } catch {
        return null
      }
    },
    hasEnded: () => serving.child.exitCode !== null || serving.child.signalCode !== null,
    stop: () => void serving.child.kill('SIGKILL'),
  }
}

/** When it was sent and answered (ms of this process). */
type Acknowledged = { sentAt: number; at: number }
export type Load = {
  acknowledged: readonly Acknowledged[]
  /** By site: the last point that HQ acknowledged. */
  heads: () => Map<string, Point>
  stop: () => Promise<void>
}

const late = (): Promise<never> =>
  pause(PATIENCE_MS).then(() => Promise.reject(new Error('no answer')))

/** Each site pushes one event after the other, and again what was not answered: as a station. */
export function load(sites: readonly PairedSite[], heads = new Map<string, Point>()): Load {
  const acknowledged: Acknowledged[] = []
  let goes = true
  async function pushNext(site: PairedSite): Promise<void> {
    const after = heads.get(site.site) ?? NOWHERE
    const seq = after.seq + 1
    const line = `{"body":${seq},"stream":"s","type":"T","version":1}`
    const events = [{ seq, hash: hqVault.sha256(after.hash + line), type: 'T', line }]
    const sentAt = performance.now()
    try {
      const { head } = await Promise.race([pushTo(site, { after, events }), late()])
      heads.set(site.site, { seq: head.seq, hash: head.hash })
      acknowledged.push({ sentAt, at: performance.now() })
    } catch (error) {
      const head = error instanceof Refused && 'head' in error.body ? error.body.head : null
      // it was written, and its answer was lost
      if (head && head.seq > after.seq) heads.set(site.site, { seq: head.seq, hash: head.hash })
      else await pause(AGAIN_MS)
    }
  }
  const work = sites.map(async (site) => {
    while (goes) await pushNext(site)
  })
  return {
    acknowledged,
    heads: () => new Map(heads),
    async stop() {
      goes = false
      await Promise.all(work)
    },
  }
}

/** What was acknowledged and is not in this database, by name and position. */
export async function lostIn(
  address: string,
  password: string,
  heads: ReadonlyMap<string, Point>,
): Promise<string[]> {
  const sql = openPostgres({ url: address, password, connections: 1 })
  const store = openStore(sql)
  const lost: string[] = []
  try {
    for (const [site, { seq, hash }] of heads)
      if ((await store.hashesAt(site, [seq])).get(seq) !== hash) lost.push(`${site} ${seq}`)
  } finally {
    await sql.end()
  }
  return lost
}
