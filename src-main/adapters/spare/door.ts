/**
 * The door of a machine to its spare: an HTTPS server in the room's network that gives the record
 * out to the machine that was paired, and hears from it who has taken over. It is shut until
 * somebody invites a spare.
 */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import {
  Claim,
  FOLLOW_PATHS,
  FollowNext,
  FollowPair,
  FollowValues,
  FollowWho,
  PORTION_WAIT_MS,
} from '#shared/contract/follow.ts'
import type { Clock, DoorState, FollowerSeen, Log, SpareDoor } from '#main/core/ports.ts'
import { FILE_FOLDER, IS_ID } from '../files/file-store.ts'
import { fingerprintOf, makeCertificate } from './certificate.ts'
import { readDoor, writeDoor, type DoorFile } from './door-file.ts'
import { askMachine } from './machine-line.ts'
import { openSource, type SpareSource } from './source.ts'

const LOOK_EVERY_MS = 100 // for what is new, while the spare waits for it
const LONGEST_INPUT = 1024 * 1024 // bytes
const ASK_MS = 1_000
const ASK_AGAIN_MS = 50
const CODE_BYTES = 9
const TOKEN_BYTES = 32

export type Door = SpareDoor & {
  /** Where this machine answers, for the other one; opens the door if need be. */
  listen: () => Promise<{ port: number; fingerprint: string }>
  /** This machine has taken the record over: asked who goes on, it says so. */
  tookOver: (claim: Claim, token: string) => void
  stop: () => Promise<void>
}
type Parts = { dir: string; file: string; name: string; clock: Pick<Clock, 'wall'>; log: Log }
type Reply = { status: number; body: unknown }

const sumOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const refused = (status: number, code: string): Reply => ({ status, body: { code } })

/** Addresses of this machine that others of the room can reach. */
const hostsOf = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address)

async function inputOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > LONGEST_INPUT) throw new Error('too long')
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || 'null')
}

/**
 * Opens at once if it was open before. `dir`: the data folder, `file`: its record; `name`: of this
 * machine, on its certificate.
 */
export async function openDoor({ dir, file, name, clock, log }: Parts): Promise<Door> {
  let state: DoorFile | null = readDoor(dir)
  let server: Server | null = null
  let source: SpareSource | null = null
  let follower: FollowerSeen | null = null
  let code: string | null = null // of the invitation that is open
  let taken: { claim: Claim; token: string } | null = null // by this machine
  let stopped = false
  const listeners: ((claim: Claim) => void)[] = []

  const save = (change: Partial<DoorFile>): DoorFile => {
    const before = state ?? {
      ...empty(),
      ...makeCertificate(name, new Date(clock.wall()).getUTCFullYear()),
    }
    const { port, cert, key, tokenSum, token, spare, claim } = { ...before, ...change }
    const next = { port, cert, key, tokenSum, token, spare, claim }
    writeDoor(dir, next)
    state = next
    return next
  }
  const sourceNow = (): SpareSource => (source ??= openSource(dir, file))

  /** A claim of an epoch that this record has passed is an old one. */
  function take(claim: Claim): boolean {
    if (claim.epoch <= sourceNow().head().epoch) return false
    if (claim.epoch <= (state?.claim?.epoch ?? 0)) return true
    save({ claim })
    for (const listener of listeners) listener(claim)
    return true
  }

  async function pair(input: unknown): Promise<Reply> {
    const message = FollowPair.safeParse(input)
    if (!message.success) return refused(400, 'bad-input')
    if (code === null || message.data.code !== code) return refused(401, 'unknown-code')
    code = null
    const token = randomBytes(TOKEN_BYTES).toString('base64url')
    save({ tokenSum: sumOf(token), token, spare: null })
    follower = null
    return { status: 200, body: { token } }
  }

  async function next(input: unknown, host: string, isGone: () => boolean): Promise<Reply> {
    const message = FollowNext.safeParse(input)
    if (!message.success) return refused(400, 'bad-input')
    const { after, door } = message.data
    follower = { host, seq: after.seq, at: clock.wall() }
    const { spare } = state ?? empty()
    if (spare?.host !== host || spare.port !== door.port || spare.fingerprint !== door.fingerprint)
      save({ spare: { host, ...door } })
    const record = sourceNow()
    for (
      let waited = 0;
      waited < PORTION_WAIT_MS && !stopped && !isGone();
      waited += LOOK_EVERY_MS
    ) {
      if (record.head().seq > after.seq) break
      await wait(LOOK_EVERY_MS)
    }
    const portion = stopped ? null : record.portion(after, clock.wall())
    return portion ? { status: 200, body: portion } : refused(409, 'fork')
  }

  async function answer(request: IncomingMessage, isGone: () => boolean): Promise<Reply> {
    const path = request.url ?? ''
    const input = await inputOf(request)
    if (path === FOLLOW_PATHS.pair) return pair(input)
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '')
    if (path === FOLLOW_PATHS.who)
      return taken && sumOf(token) === sumOf(taken.token)
        ? { status: 200, body: { claim: taken.claim } }
        : { status: 200, body: { claim: null } }
    if (state?.tokenSum === null || state?.tokenSum !== sumOf(token))
      return refused(401, 'not-paired')
    switch (path) {
      case FOLLOW_PATHS.next:
        return next(input, request.socket.remoteAddress?.replace('::ffff:', '') ?? '', isGone)
      case FOLLOW_PATHS.values: {
        const message = FollowValues.safeParse(input)
        if (!message.success) return refused(400, 'bad-input')
        return { status: 200, body: { there: sourceNow().there(message.data.sealed) } }
      }
      case FOLLOW_PATHS.claim: {
        const claim = Claim.safeParse(input)
        if (!claim.success) return refused(400, 'bad-input')
        return take(claim.data) ? { status: 200, body: { fenced: true } } : refused(409, 'epoch')
      }
      default:
        return refused(404, 'not-found')
    }
  }

  function serve(request: IncomingMessage, response: ServerResponse): void {
    const [, fileId = ''] = /^\/v1\/follow\/file\/([0-9a-f]+)$/.exec(request.url ?? '') ?? []
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '')
    if (IS_ID.test(fileId) && state?.tokenSum === sumOf(token)) {
      const bytes = createReadStream(join(dir, FILE_FOLDER, fileId))
      bytes.once('error', () => response.writeHead(404).end())
      bytes.once('open', () => bytes.pipe(response))
      return
    }
    answer(request, () => response.destroyed)
      .catch((error: unknown) => {
        log.error('spare-door', error)
        return refused(400, 'bad-input')
      })
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(JSON.stringify(body))
      })
      .catch(() => response.destroy())
  }

  async function listen(): Promise<{ port: number; fingerprint: string }> {
    const door = state ?? save({})
    if (!server) {
      const opening = createServer({ cert: door.cert, key: door.key }, serve)
      await new Promise<void>((ready, failed) => {
        opening.once('error', failed)
        opening.listen(door.port, () => {
          opening.off('error', failed)
          ready()
        })
      })
      server = opening
    }
    const { port } = server.address() as AddressInfo
    if (port !== door.port) save({ port })
    return { port, fingerprint: fingerprintOf(door.cert) }
  }

  async function close(): Promise<void> {
    const open = server
    server = null
    source?.close()
    source = null
    open?.closeAllConnections()
    await new Promise<void>((done) => (open ? open.close(() => done()) : done()))
  }

  if (state && state.port > 0)
    await listen().catch((error: unknown) => log.error('spare-door', error))

  return {
    listen,
    state(): DoorState {
      const address = server?.address() as AddressInfo | null | undefined
      const open =
        address && state
          ? { port: address.port, hosts: hostsOf(), fingerprint: fingerprintOf(state.cert) }
          : null
      return { open, follower }
    },
    claim: () => state?.claim ?? null,
    async ask() {
      const { spare, token } = state ?? empty()
      const until = performance.now() + ASK_MS
      while (spare && token !== null && performance.now() < until) {
        const patience = Math.max(1, Math.round(until - performance.now()))
        const input = { input: {}, token, patience }
        const reply = await askMachine(spare, FOLLOW_PATHS.who, input)
        const who = reply?.status === 200 ? FollowWho.safeParse(jsonIn(reply.body)) : null
        if (who?.success && who.data.claim) take(who.data.claim)
        if (who?.success) break
        await wait(ASK_AGAIN_MS) // it may just be starting as the station
      }
      return state?.claim ?? null
    },
    onClaim: (listener) => void listeners.push(listener),
    async invite() {
      const { port, fingerprint } = await listen()
      code = randomBytes(CODE_BYTES).toString('base64url')
      const [host = '127.0.0.1'] = hostsOf()
      return `https://${host}:${port}#${fingerprint}/${code}`
    },
    async shut() {
      await close()
      code = null
      follower = null
      if (state) save({ port: 0, tokenSum: null, token: null, spare: null })
    },
    tookOver(claim, token) {
      taken = { claim, token }
    },
    async stop() {
      stopped = true
      await close()
    },
  }
}

export function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}

const empty = (): DoorFile => ({
  ...{ port: 0, cert: '', key: '', tokenSum: null, token: null, spare: null, claim: null },
})
