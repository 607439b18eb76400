/**
 * The address of walls over the real command line: it opens a wall after a restart, a kill and in
 * any profile, until somebody renews it; and from nowhere but this machine.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { newFolder, served, type Served } from './cli.ts'

const uuid = (n: number): string => `0199d6a0-0000-7000-8000-${String(n).padStart(12, '0')}`
const keyOf = (url: string): string => url.split('key=')[1] ?? ''
const portOf = ({ url }: Served): number => Number(new URL(url).port)

/** The status that a page gets that signs in by this address; `host`: what it calls the station. */
function enter({ url }: Served, address: string, host = new URL(url).host): Promise<number> {
  return new Promise((answered, failed) => {
    const headers = { host, 'content-type': 'application/json' }
    const outgoing = request(`${url}/api/session`, { method: 'POST', headers }, (incoming) => {
      incoming.resume()
      answered(incoming.statusCode ?? 0)
    })
    outgoing.on('error', failed)
    outgoing.end(JSON.stringify({ key: keyOf(address) }))
  })
}

const publicUrl = async (station: Served): Promise<string> => {
  const { reply } = await station.ask('site/wall-link', { public: true })
  return (reply as { url: string }).url
}
const notesOf = async (station: Served): Promise<readonly { zh: string }[]> =>
  (await station.board())['notes'] as readonly { zh: string }[]

it('is the same after a stop and after a kill, key and port, though the port was any; nobody is told a thing', async () => {
  const dir = newFolder()
  const first = await served(dir)
  const hall = await publicUrl(first)
  expect(statSync(join(dir, 'wall-address.json')).mode & 0o777).toBe(0o600)
  await first.signal('SIGTERM')
  const second = await served(dir)
  expect(second.wallUrl).toBe(first.wallUrl)
  await second.signal('SIGKILL')
  const third = await served(dir)
  expect([third.wallUrl, await publicUrl(third)]).toEqual([first.wallUrl, hall])
  expect(await enter(third, first.wallUrl)).toBe(200)
  expect(await enter(third, hall)).toBe(200)
  expect(await enter(third, second.consoleUrl)).toBe(401)
  expect(await notesOf(third)).toEqual([])
})

it('opens nothing for whoever calls this machine by another name', async () => {
  const station = await served(newFolder())
  for (const host of ['192.168.1.20', 'station.example', `192.168.1.20:${portOf(station)}`])
    expect(await enter(station, station.wallUrl, host), host).toBe(421)
})

it('renewed by a program of this machine opens nothing any more, after a kill either; the record has who and when', async () => {
  const dir = newFolder()
  const first = await served(dir)
  const before = [first.wallUrl, await publicUrl(first)]
  expect(await first.ask('site/wall-renew', {}, uuid(1))).toMatchObject({ ok: true })
  const { reply } = await first.ask('site/wall-link', {})
  expect(reply).toMatchObject({ renewed: { at: expect.any(Number), by: '本机程序' } })
  for (const address of before) expect(await enter(first, address)).toBe(401)
  await first.signal('SIGKILL')
  const second = await served(dir)
  expect(second.wallUrl).toBe((reply as { url: string }).url)
  for (const address of before) expect(await enter(second, address)).toBe(401)
  expect((await second.ask('site/wall-link', {})).reply).toEqual(reply)
})

it('is another one where its file was damaged; the desk is told once', async () => {
  const dir = newFolder()
  const first = await served(dir)
  await first.signal('SIGTERM')
  const file = join(dir, 'wall-address.json')
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40))
  const second = await served(dir)
  expect(await enter(second, first.wallUrl)).toBe(401)
  expect(await notesOf(second)).toMatchObject([
    { zh: expect.stringContaining('wall-address.json'), en: expect.stringContaining('damaged') },
  ])
  await second.signal('SIGTERM')
  const third = await served(dir)
  expect(third.wallUrl).toBe(second.wallUrl)
  expect(await notesOf(third)).toEqual([])
})

it('whose port somebody else has taken moves to another one, and the desk is told', async () => {
  const dir = newFolder()
  const first = await served(dir)
  await first.signal('SIGTERM')
  const other = createServer()
  await new Promise<void>((ready) => other.listen(portOf(first), '127.0.0.1', ready))
  onTestFinished(() => void other.close())
  const second = await served(dir)
  expect(portOf(second)).not.toBe(portOf(first))
  expect(keyOf(second.wallUrl)).toBe(keyOf(first.wallUrl))
  expect(await notesOf(second)).toMatchObject([
    {
      zh: expect.stringContaining(`上次用端口${portOf(first)}，这次用端口${portOf(second)}`),
      en: expect.stringContaining(`from port ${portOf(first)} to port ${portOf(second)}`),
    },
  ])
})
