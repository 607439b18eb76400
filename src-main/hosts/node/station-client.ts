/**
 * The station that runs on a folder, as another program of this machine asks it: over HTTP, with
 * the folder's token.
 */
import type { Answered, Input, Name, ReplyOf } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import { EXIT, Stop } from './exit-codes.ts'
import { readStationFile } from './folder-secrets.ts'

export type StationClient = {
  /**
   * A query. Throws {@link Stop} with the station's own refusal, or `folder-taken` if nobody
   * answers.
   */
  ask<N extends Name>(name: N, input: Input<N>): Promise<ReplyOf<N>>
  /** The bytes at an address below `/api`. */
  fetch(path: string): Promise<ReadableStream<Uint8Array>>
}

const silent = (dir: string, heldBy: string): Stop =>
  new Stop(
    EXIT.folderTaken,
    'folder-taken',
    localized(
      `数据目录${dir}正被使用（${heldBy}），但该值守站没有应答`,
      `The data folder ${dir} is in use (${heldBy}), but its station does not answer`,
    ),
  )

/**
 * `heldBy`: who has the lock of the folder, for the words. Throws {@link Stop} if it has not said
 * where it can be asked.
 */
export function stationClient(dir: string, heldBy: string): StationClient {
  const noted = readStationFile(dir)
  if (!noted) throw silent(dir, heldBy)
  const headers = { authorization: `Bearer ${noted.token}`, 'content-type': 'application/json' }
  const answerTo = async (response: Promise<Response>): Promise<Response> => {
    const answered = await response.catch(() => null)
    if (!answered) throw silent(dir, heldBy)
    return answered
  }
  const refused = async (response: Response): Promise<Stop> => {
    const answer = (await response.json()) as Extract<Answered, { ok: false }>
    return new Stop(EXIT.internal, answer.code, answer.message)
  }
  return {
    async ask<N extends Name>(name: N, input: Input<N>) {
      const response = await answerTo(
        fetch(`${noted.url}/api/request`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ name, input }),
        }),
      )
      if (!response.ok) throw await refused(response)
      const answer = (await response.json()) as Extract<Answered<N>, { ok: true }>
      return answer.reply
    },
    async fetch(path) {
      const response = await answerTo(fetch(`${noted.url}/api/${path}`, { headers }))
      if (!response.ok || !response.body) throw await refused(response)
      return response.body
    },
  }
}
