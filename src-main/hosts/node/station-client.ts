/**
 * Asks the station that runs on a folder, as another program of this machine: over HTTP, with the
 * folder's token.
 */
import type { Answered, Input, Name, ReplyOf } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import { EXIT, Stop } from './exit-codes.ts'
import { emergencyFoldersIn } from '#main/adapters/emergency-folders.ts'
import { readStationFile } from './folder-secrets.ts'

export type StationClient = {
  /**
   * Throws {@link Stop} with the station's own refusal, or `folder-taken` if nobody answers.
   */
  query<N extends Name>(name: N, input: Input<N>): Promise<ReplyOf<N>>
  /** The bytes at an address below `/api`. */
  fetch(path: string): Promise<ReadableStream<Uint8Array>>
}

const noAnswer = (dir: string, holder: string): Stop =>
  new Stop(
    EXIT.folderTaken,
    'folder-taken',
    localized(
      `数据目录${dir}正被使用（${holder}），但该值守站没有应答`,
      `The data folder ${dir} is in use (${holder}), but its station does not answer: wait and try again, or restart the station`,
    ),
  )

const onEmergency = (dir: string, holder: string, folder: string): Stop =>
  new Stop(
    EXIT.folderTaken,
    'folder-taken',
    localized(
      `数据目录${dir}的记录已损坏，值守站正用应急记录运行（${holder}）。要用应急记录，请写--data ${folder}；${dir}本身请从备份恢复`,
      `The record in ${dir} is damaged, and its station is running on an emergency record (${holder}). For that record give --data ${folder}; ${dir} itself has to be restored from a backup`,
    ),
  )

/**
 * `holder`: the process that has the lock of the folder, for the message. Throws {@link Stop} if
 * the folder holds no address of it, naming the emergency record below it that does.
 */
export function stationClient(dir: string, holder: string): StationClient {
  const stationFile = readStationFile(dir)
  if (!stationFile) {
    const emergency = emergencyFoldersIn(dir).find((folder) => readStationFile(folder))
    throw emergency ? onEmergency(dir, holder, emergency) : noAnswer(dir, holder)
  }
  const headers = {
    authorization: `Bearer ${stationFile.token}`,
    'content-type': 'application/json',
  }
  const answerTo = async (response: Promise<Response>): Promise<Response> => {
    const reply = await response.catch(() => null)
    if (!reply) throw noAnswer(dir, holder)
    return reply
  }
  const refused = async (response: Response): Promise<Stop> => {
    const answer = (await response.json()) as Extract<Answered, { ok: false }>
    return new Stop(EXIT.internal, answer.code, answer.message)
  }
  return {
    async query<N extends Name>(name: N, input: Input<N>) {
      const response = await answerTo(
        fetch(`${stationFile.url}/api/request`, {
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
      const response = await answerTo(fetch(`${stationFile.url}/api/${path}`, { headers }))
      if (!response.ok || !response.body) throw await refused(response)
      return response.body
    },
  }
}
