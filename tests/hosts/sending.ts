/** Sends files to a real station over HTTP, and asks it for what is done with them. */
import { photo } from '../kit/sample-files.ts'
import type { Ran, Served } from './cli.ts'

type Answer = Record<string, unknown>

/** The one line that a command has printed. */
export const json = ({ out }: Ran): Answer => JSON.parse(out) as Answer

/** `query` with its question mark. */
export async function send(
  { url, token }: Served,
  body: Uint8Array<ArrayBuffer>,
  query = '',
): Promise<{ status: number; body: Answer }> {
  const answer = await fetch(`${url}/api/files${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body,
  })
  return { status: answer.status, body: (await answer.json()) as Answer }
}

/** A command; a refusal fails the test. */
export async function ask(station: Served, name: string, input: object): Promise<Answer> {
  const answer = await station.ask(name, input, crypto.randomUUID())
  if (answer['ok'] !== true) throw new Error(`${name}: ${String(answer['code'])}`)
  return answer['reply'] as Answer
}

export const report = async (station: Served, place = '大厅'): Promise<string> =>
  String((await ask(station, 'incident/report', { narrative: '丢了包', place }))['incidentId'])

/** Sends it and attaches it. */
export async function attach(
  station: Served,
  incidentId: string,
  bytes: Uint8Array<ArrayBuffer>,
  part: object = {},
): Promise<string> {
  const fileId = String((await send(station, bytes)).body['fileId'])
  await ask(station, 'incident/file-attach', { incidentId, fileId, name: '现场.jpg', ...part })
  return fileId
}

/** An incident with one photo. */
export async function attached(
  station: Served,
  bytes = photo(),
): Promise<{ incidentId: string; fileId: string }> {
  const incidentId = await report(station)
  return { incidentId, fileId: await attach(station, incidentId, bytes) }
}

export const get = (station: Served, path: string, token = station.token): Promise<Response> =>
  fetch(`${station.url}${path}`, { headers: { authorization: `Bearer ${token}` } })

/** The bytes of a file as the station gives them out. */
export const bytesOf = async (station: Served, fileId: string): Promise<Uint8Array> =>
  new Uint8Array(await (await get(station, `/api/files/${fileId}`)).arrayBuffer())
