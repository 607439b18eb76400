/**
 * An HQ in memory, written to the wire (contract/hand-up.ts) and to nothing else: what a station
 * does is tested against it, and the real HQ is held to the same suite (tests/hand-up.suite.ts).
 */
import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { digest } from '#main/adapters/vault.ts'
import {
  BeatInput,
  CommonInput,
  PairInput,
  PushInput,
  type HandedEvent,
  type HandUpRefused,
  type StatedTally,
} from '#shared/contract/hand-up.ts'
import { signedText, type HandedOrder } from '#shared/domain/hand-up/order.ts'
import { NOWHERE, type Head, type Point } from '#shared/domain/hand-up/point.ts'
import type { HqUnderTest } from '../hand-up.suite.ts'

type Site = {
  id: string
  first: string
  epoch: number
  events: HandedEvent[]
  apart: HandedEvent[]
  tallies: Map<string, StatedTally & { seq: number }>
  orders: unknown[]
}
/** What a double can be made to do wrong, so that the suite is seen to find it. */
export type Planted = {
  comparesAfter?: false // takes a push wherever it begins
  comparesHash?: false // takes the numbers alone for the record
}
type Reply = { status: number; body: unknown }
const refused = (status: number, body: HandUpRefused): Reply => ({ status, body })

const NOW = Date.parse('2026-11-24T12:00:00+08:00')
const pointIn = (events: readonly HandedEvent[], seq: number): Point | null => {
  const event = events[seq - 1]
  return seq === 0 ? NOWHERE : event ? { seq, hash: event.hash } : null
}
const endOf = ({ events, epoch }: Site): Head => ({
  ...(pointIn(events, events.length) ?? NOWHERE),
  epoch,
})

/** The first event that does not follow; null: they all do. A stub is taken as stated. */
function brokenAt(after: Point, events: readonly HandedEvent[]): number | null {
  let { seq, hash } = after
  for (const event of events) {
    seq += 1
    if (event.seq !== seq) return seq
    if ('line' in event && digest(hash, event.line) !== event.hash) return seq
    hash = event.hash
  }
  return null
}

function ingest(site: Site, push: PushInput, planted: Planted): Reply {
  const { comparesAfter = true, comparesHash = true } = planted
  const { after, epoch, events, tallies } = push
  const head = endOf(site)
  if (epoch < site.epoch) return refused(409, { code: 'epoch', head })
  const known = pointIn(site.events, after.seq)
  if (comparesHash && known && known.hash !== after.hash)
    return refused(409, { code: 'fork', head, at: after.seq })
  const isNext = after.seq === head.seq || (epoch > site.epoch && known !== null)
  if (comparesAfter && !isNext) return refused(409, { code: 'behind', head })
  const broken = comparesHash && comparesAfter ? brokenAt(after, events) : null
  if (broken !== null) return refused(422, { code: 'chain-broken', seq: broken })
  site.apart.push(...site.events.splice(after.seq))
  site.events.push(...events)
  site.epoch = Math.max(site.epoch, epoch)
  for (const stated of tallies)
    site.tallies.set(stated.month, { ...stated, seq: site.events.length })
  return { status: 200, body: { head: endOf(site), at: NOW } }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const raw = Buffer.concat(chunks)
  const isPacked = request.headers['content-encoding'] === 'gzip'
  return raw.length === 0 ? null : JSON.parse((isPacked ? gunzipSync(raw) : raw).toString('utf8'))
}

/** What has no id comes with every answer. */
const idOf = (sent: unknown): string => (sent as { id?: string } | null)?.id ?? '~'

export type HqDouble = HqUnderTest & {
  /** The same machine with an empty database: it knows no site and counts from the beginning. */
  buildAnew: () => void
  pushes: () => readonly PushInput[]
  /** The order as HQ would sign it for that site. */
  signedFor: (site: string, order: HandedOrder) => HandedOrder & { signature: string }
  /** The id that the site asked behind last. */
  asked: (site: string) => string
  /** Hands anything down, as somebody on the way could. */
  put: (site: string, sent: unknown) => void
}

export async function openHqDouble(planted: Planted = {}): Promise<HqDouble> {
  const keys = generateKeyPairSync('ed25519')
  const key = keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const sites = new Map<string, Site>()
  const byToken = new Map<string, Site>()
  const codes = new Set<string>()
  const lastOrders = new Map<string, string>()
  const pushes: PushInput[] = []
  let built = 1

  function pair(input: PairInput): Reply {
    if (!codes.delete(input.code)) return refused(401, { code: 'unknown-code' })
    const id = `site-${built === 1 ? '' : `${built}-`}${input.first.slice(0, 12)}`
    const site: Site = sites.get(id) ?? {
      ...{ id, first: input.first, epoch: 1 },
      ...{ events: [], apart: [], tallies: new Map(), orders: [] },
    }
    sites.set(id, site)
    const token = randomUUID()
    byToken.set(token, site)
    return { status: 200, body: { site: id, token, head: endOf(site), hq: { name: '总部', key } } }
  }

  function answer(site: Site, act: string, input: unknown, after: string | null): Reply {
    const at = NOW
    switch (act) {
      case 'events': {
        const push = PushInput.parse(input)
        pushes.push(push)
        return ingest(site, push, planted)
      }
      case 'beat': {
        BeatInput.parse(input)
        const later = site.orders.filter((sent) => idOf(sent) > (lastOrders.get(site.id) ?? ''))
        return { status: 200, body: { head: endOf(site), at, orders: later.length } }
      }
      case 'common': {
        const { points } = CommonInput.parse(input)
        const common = points
          .filter(({ seq, hash }) => pointIn(site.events, seq)?.hash === hash)
          .sort((point, other) => other.seq - point.seq)[0]
        return { status: 200, body: { point: common ?? null } }
      }
      default: {
        lastOrders.set(site.id, after ?? '')
        const orders = site.orders.filter((sent) => idOf(sent) > (after ?? ''))
        return { status: 200, body: { orders } }
      }
    }
  }
  async function respond(request: IncomingMessage): Promise<Reply> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://hq')
    const body = await bodyOf(request)
    if (pathname === '/v1/pair') return pair(PairInput.parse(body))
    const [, id, act = ''] = /^\/v1\/sites\/([\w-]+)\/(\w+)$/.exec(pathname) ?? []
    const site = byToken.get((request.headers.authorization ?? '').replace('Bearer ', ''))
    if (site?.id !== id || !site) return refused(401, { code: 'not-paired' })
    return answer(site, act, body, searchParams.get('after'))
  }

  const server = createServer((request, response) => {
    respond(request)
      .catch((): Reply => refused(400, { code: 'bad-input' }))
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(JSON.stringify(body))
      })
      .catch(() => response.destroy())
  })
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  const siteOf = (id: string): Site => {
    const site = sites.get(id)
    if (!site) throw new Error(`no site ${id}`)
    return site
  }

  return {
    url: `http://127.0.0.1:${port}`,
    pushes: () => pushes,
    async invite() {
      const code = randomUUID()
      codes.add(code)
      return code
    },
    async read(id) {
      const { events, apart, tallies, epoch } = siteOf(id)
      return { epoch, events, apart, tallies: [...tallies.values()] }
    },
    async setBack(id, seq) {
      siteOf(id).events.splice(seq)
    },
    async handDown(id, order) {
      siteOf(id).orders.push({ ...order, signature: signed(keys.privateKey, id, order) })
    },
    signedFor: (id, order) => ({ ...order, signature: signed(keys.privateKey, id, order) }),
    asked: (id) => lastOrders.get(id) ?? '',
    buildAnew() {
      built += 1
      for (const known of [sites, byToken, lastOrders]) known.clear()
    },
    put: (id, sent) => void siteOf(id).orders.push(sent),
    async restart() {
      await close()
      await listen(port)
    },
    stop: close,
  }
}

const signed = (key: KeyObject, site: string, order: HandedOrder): string =>
  sign(null, Buffer.from(signedText(site, order), 'utf8'), key).toString('base64')
