/**
 * The program of HQ, killed in the midst of taking in, again and again, while sites push without
 * rest: what it acknowledged, what is doubled or left out, and how long it takes to be there again.
 */
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import { hqVault } from '#main/adapters/hq-vault.ts'
import type { Sql } from '#main/adapters/postgres/sql.ts'
import type { Journal } from '#main/core/ports.ts'
import type { HandedEvent } from '#shared/contract/hand-up.ts'
import { NOWHERE, type Point } from '#shared/domain/hand-up/point.ts'
import { chance } from './driver.ts'
import { eventsBehind, firstOf, pushTo, Refused, type PairedSite } from './hand-up-client.ts'
import { readyHq, startHq, type StartedHq } from './hq-program.ts'

export type KnownSite = Pick<PairedSite, 'site' | 'token'>
/** A site that is paired already, without a code. `first`: the hash of its first event. */
export async function knownSite(sql: Sql, site: string, first: string): Promise<KnownSite> {
  const token = hqVault.token()
  await sql.query(
    `insert into site (id, name_zh, name_en, zone, kinds, program, region, first_hash,
       paired_at, epoch, seq, hash)
     values ($1, '站', 'Site', 'Asia/Shanghai', '[]', '', '', $2, 0, 1, 0, $3)`,
    [site, first, NOWHERE.hash],
  )
  await sql.query(`insert into site_token (digest, site, made_at) values ($1, $2, 0)`, [
    ...[hqVault.sha256(token), site],
  ])
  return { site, token }
}

/** Where the next events of a site come from; none: it is through. */
type Source = (after: Point) => Promise<readonly HandedEvent[]>
type Pushing = { known: KnownSite; next: Source; acknowledged: Point }

/** Events that never end, one at a time. */
const madeUp: Source = (after) => {
  const seq = after.seq + 1
  const event = { at: 0, body: {}, by: 'Vigil', commandId: null, seq, stream: 's' }
  const line = JSON.stringify({ ...event, type: 'T', version: 1 })
  return Promise.resolve([{ seq, hash: hqVault.sha256(after.hash + line), type: 'T', line }])
}

/** Pushes what comes next until `goes` says no; what was not answered is asked for again. */
async function pushOn(pushing: Pushing, url: string, goes: () => boolean, onAnswer: () => void) {
  const to = { ...pushing.known, url }
  while (goes()) {
    const after = pushing.acknowledged
    const events = await pushing.next(after)
    if (events.length === 0) return
    try {
      const { head } = await pushTo(to, { after, events })
      pushing.acknowledged = { seq: head.seq, hash: head.hash }
      onAnswer()
    } catch (error) {
      if (!(error instanceof Refused)) return // it is gone
      const { head } = error.body
      if (!head || head.seq < after.seq) return
      pushing.acknowledged = { seq: head.seq, hash: head.hash } // its answer was lost
    }
  }
}

/** What was acknowledged and is not there. */
async function lostOf(sql: Sql, all: readonly Pushing[]): Promise<string[]> {
  const lost: string[] = []
  for (const { known, acknowledged } of all) {
    const [event] = await sql.query<{ hash: string }>(
      'select hash from event where site = $1 and seq = $2',
      [known.site, acknowledged.seq],
    )
    if (acknowledged.seq > 0 && event?.hash !== acknowledged.hash)
      lost.push(`acknowledged and lost: ${known.site} ${acknowledged.seq}`)
  }
  return lost
}

/** Where the record of a site is no chain from its first event to its head. */
async function brokenOf(sql: Sql, { site }: KnownSite): Promise<string[]> {
  const events = await sql.query<Point & { line: string }>(
    'select seq, hash, line from event where site = $1 order by seq',
    [site],
  )
  let at: Point = NOWHERE
  for (const { seq, hash, line } of events) {
    if (seq !== at.seq + 1 || hash !== hqVault.sha256(at.hash + line))
      return [`${site}: ${seq} does not follow ${at.seq}`]
    at = { seq, hash }
  }
  const [head] = await sql.query<Point>('select seq, hash from site where id = $1', [site])
  return head?.seq === at.seq && head.hash === at.hash
    ? []
    : [`${site}: its head is ${head?.seq}, its last event ${at.seq}`]
}

export type Killed = { faults: string[]; acknowledged: number; slowestStartMs: number }
type How = {
  database: string
  keyFile: string
  rounds: number
  sites?: number // that push without end
  record: Pick<Journal, 'links'> // of one more, which is handed up whole
  entry?: string // another program of HQ
  seed?: number
}

/** `rounds` lives of HQ; each is killed after a few answers, at any instant. */
export async function killedOften(how: How): Promise<Killed> {
  const { database, keyFile, rounds, sites = 5, record, entry, seed = 21 } = how
  const random = chance(seed)
  const sql = openPostgres({ url: database, connections: 1 })
  const fromRecord: Source = (after) => eventsBehind(record, after.seq, 1)
  const all: Pushing[] = [
    {
      known: await knownSite(sql, 'site-of-record', await firstOf(record)),
      next: fromRecord,
      acknowledged: NOWHERE,
    },
  ]
  for (let index = 0; index < sites; index++)
    all.push({
      known: await knownSite(sql, `site-${index}`, `first-${index}`),
      next: madeUp,
      acknowledged: NOWHERE,
    })
  const faults: string[] = []
  let [answers, slowestStartMs] = [0, 0]

  /** Serves until `most` more answers, and some milliseconds; null: until the record is through. */
  async function live(most: number | null): Promise<void> {
    const from = performance.now()
    const env = { VIGIL_HQ_DATABASE: database, VIGIL_HQ_KEY: keyFile }
    const serving: StartedHq = startHq(['serve', '--listen', '127.0.0.1:0'], env, entry)
    const { url } = await readyHq(serving)
    slowestStartMs = Math.max(slowestStartMs, performance.now() - from)
    let [left, isKilled] = [most ?? Infinity, false]
    const kill = (): void => {
      isKilled = true
      serving.child.kill('SIGKILL')
    }
    const onAnswer = (): void => {
      answers += 1
      left -= 1
      if (left === 0) setTimeout(kill, random() * 8)
    }
    const pushing = most === null ? all.slice(0, 1) : all
    await Promise.all(pushing.map((each) => pushOn(each, url, () => !isKilled, onAnswer)))
    if (!isKilled) kill()
    await serving.ended
  }

  for (let round = 0; round < rounds; round++) {
    await live(1 + Math.floor(random() * 120))
    faults.push(...(await lostOf(sql, all)))
  }
  await live(null)
  faults.push(...(await lostOf(sql, all)))
  for (const { known } of all) faults.push(...(await brokenOf(sql, known)))
  await sql.end()
  return { faults, acknowledged: answers, slowestStartMs }
}
