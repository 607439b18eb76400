/**
 * The line of a wall that shares its stream with the other walls of its browser: more than five of
 * them would otherwise take every connection that a browser opens to one station. Walls of a public
 * place and of the room have a hub each. Without shared workers each wall has a stream of its own.
 */
import hubUrl from './line-worker.ts?sharedworker&url'
import { beatAt, type BareBeat, type IncidentPush } from '#shared/contract/push.ts'
import type { Session } from './key.ts'
import type { FromHub, ToHub } from './line-hub.ts'
import { directLine, type Line, type LineEnd } from './line.ts'
import { scriptAddress } from './script-address.ts'

const UNAUTHORISED = 401
/** A hub that does not answer within so long hangs (ms): the next one takes its place. */
const ANSWERS_WITHIN = 3_000
/** So many hubs that hang, and a wall has a stream of its own. */
const MOST_HUBS = 3

export type Hubs = (name: string) => MessagePort

/** Null where this browser has no shared workers. */
function browserHubs(): Hubs | null {
  if (typeof SharedWorker === 'undefined') return null
  const url = scriptAddress('line', hubUrl)
  return (name) => new SharedWorker(url, { type: 'module', name }).port
}

type Joining = { session: Session; heard: (text: string) => void; signal: AbortSignal }

type Read = { position: number; now: number }
/** Whether a push that came before the board was read has something that the board lacks. */
const isAfter = (text: string, board: Read): boolean => {
  const push = JSON.parse(text) as BareBeat | IncidentPush
  const beat = beatAt(push)
  if (beat !== null) return beat > board.now
  return 'incidentId' in push && push.position > board.position
}

/** Hears over one hub. Rejects with `hung` if that does not answer. */
async function over(
  port: MessagePort,
  at: string,
  { session, heard, signal }: Joining,
): Promise<LineEnd> {
  let answered = false
  let early: string[] | null = [] // pushes before the board is there
  const tell = (message: ToHub): void => port.postMessage(message)

  /** The board as this session may see it; from then on what the hub passes on. */
  async function begin(): Promise<LineEnd | null> {
    const answer = await fetch(`${at}/api/board`, {
      headers: { Authorization: `Bearer ${session.token}` },
      cache: 'no-store',
      signal,
    })
    if (answer.status === UNAUTHORISED) return 'refused'
    if (!answer.ok) throw new Error(`board ${answer.status}`)
    const text = await answer.text()
    heard(`{"kind":"board","board":${text}}`)
    const board = JSON.parse(text) as Read
    for (const push of early ?? []) if (isAfter(push, board)) heard(push)
    early = null
    return null
  }

  try {
    return await new Promise<LineEnd>((done, fail) => {
      const timer = setTimeout(() => {
        if (!answered) fail(new Error('hung'))
      }, ANSWERS_WITHIN)
      signal.addEventListener('abort', () => {
        clearTimeout(timer)
        fail(new Error('over'))
      })
      const take = (message: FromHub): void => {
        if (message.kind === 'here') answered = true
        else if (message.kind === 'joined')
          void begin().then((end) => {
            if (end) done(end)
          }, fail)
        else if (message.kind === 'push') {
          if (early) early.push(message.text)
          else heard(message.text)
        } else done(message.kind === 'refused' ? 'refused' : 'ended')
      }
      port.onmessage = ({ data }: MessageEvent<FromHub>) => {
        try {
          take(data)
        } catch (error) {
          fail(error instanceof Error ? error : new Error(String(error)))
        }
      }
      tell({ kind: 'join', session })
    })
  } finally {
    tell({ kind: 'leave' })
    port.close()
  }
}

/** `at`: origin of the station. */
export function sharedLine(at = '', hubs: Hubs | null = browserHubs()): Line {
  const direct = directLine(at, 'bare')
  let hung = 0
  return async (session, heard, signal) => {
    if (!hubs || hung >= MOST_HUBS) return direct(session, heard, signal)
    const name = `vigil ${session.public ? 'public' : 'room'} ${hung}`
    try {
      return await over(hubs(name), at, { session, heard, signal })
    } catch (error) {
      if (error instanceof Error && error.message === 'hung') hung += 1
      throw error
    }
  }
}
