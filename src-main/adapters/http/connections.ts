/**
 * Shares out the connections of the station: a part is kept for callers with a token, and a caller
 * has one answer on its way at a time.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { refuseSurplus } from './raw-socket.ts'

/** Connections with an answer; browsers and sensor gateways open many. */
const PLACES = 1_000
/** So many of them are for callers that have shown no token, with /health/engine and pages. */
const WITHOUT_TOKEN = 800
/** Beyond these, the oldest that has shown no token and has no place is closed for a new one. */
const MOST_CONNECTIONS = 1_200
const MOST_WAITING = 100 // requests that wait on one connection for the answer before them
const MOST_UNREAD = 1024 * 1024 // bytes of answers that lie unread before the next is made

type Waiting = { request: IncomingMessage; response: ServerResponse }
/** `isBusy`: an answer is on its way. */
type Connection = { isBusy: boolean; waiting: Waiting[] }

export type Connections = {
  /** This connection has shown a valid token. */
  trust(socket: Socket): void
  /** Answers in turn; a request without a place is refused with words. */
  answer(request: IncomingMessage, response: ServerResponse): void
  closeAll(): void
}

/**
 * `handle` answers a request. A connection gets a place when it opens, or with its first token; one
 * of a surplus that shows neither is refused.
 */
export function createConnections(
  server: Server,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Connections {
  const open = new Map<Socket, Connection>()
  const unknown = new Set<Socket>() // have a place, and have shown no token
  const surplus = new Set<Socket>() // have none

  server.on('connection', (socket: Socket) => {
    open.set(socket, { isBusy: false, waiting: [] })
    const isFull = unknown.size >= WITHOUT_TOKEN || open.size - surplus.size > PLACES
    ;(isFull ? surplus : unknown).add(socket)
    socket.once('close', () => {
      open.delete(socket)
      unknown.delete(socket)
      surplus.delete(socket)
    })
    const [oldest] = surplus
    if (open.size > MOST_CONNECTIONS) (oldest ?? socket).destroy()
  })

  function start({ request, response }: Waiting, connection: Connection): void {
    connection.isBusy = true
    response.once('close', () => next(request.socket, connection))
    handle(request, response)
  }

  /** An answer is over once it was handed to the system, and only so much of it may lie there. */
  function next(socket: Socket, connection: Connection): void {
    connection.isBusy = false
    if (socket.destroyed) return
    if (socket.writableLength > MOST_UNREAD)
      return void socket.once('drain', () => next(socket, connection))
    const waiting = connection.waiting.shift()
    if (waiting) start(waiting, connection)
  }

  return {
    trust(socket) {
      unknown.delete(socket)
      if (open.size - surplus.size < PLACES) surplus.delete(socket)
    },
    answer(request, response) {
      const { socket } = request
      const connection = open.get(socket)
      if (!connection) return void socket.destroy()
      if (surplus.has(socket)) {
        if (request.headers.authorization === undefined) return refuseSurplus(response)
        response.shouldKeepAlive = false // a token that is none keeps no connection
      }
      if (connection.waiting.length >= MOST_WAITING) return void socket.destroy()
      if (connection.isBusy) connection.waiting.push({ request, response })
      else start({ request, response }, connection)
    },
    closeAll() {
      for (const socket of open.keys()) socket.destroy()
    },
  }
}
