/**
 * Setting up a folder's site in the console, as the next start and other programs meet it; and who
 * sits at a console over HTTP.
 */
import { expect, describe, it } from 'vitest'
import { newFolder, runProgram, served, type Served } from './cli.ts'

const uuid = (n: number): string => `0199d6a0-0000-7000-8000-${String(n).padStart(12, '0')}`
const GAS = { name: { zh: '云雀湾燃气', en: 'Lark Bay Gas' }, kinds: ['gas-customer-service'] }
const documents = async (station: Served): Promise<string[]> => [
  ...new Set(
    ((await station.ask('plans/list')).reply as { document: string }[]).map(
      ({ document }) => document,
    ),
  ),
]
const site = async (station: Served): Promise<unknown> => (await station.board()).site
const refusedWith = async (dir: string, ...args: string[]): Promise<void> => {
  const refused = await runProgram(['serve', '--data', dir, '--port', '0', ...args])
  expect(refused, args.join(' ')).toMatchObject({ code: 64, out: '' })
  expect(refused.err).toMatch(/^site-exists: .*设置.* \/ .*Settings\n/)
}

describe('a folder that was founded without a kind', () => {
  it('is not set up; set up over the border, its plans follow at once and after the next start, and the record is whole', async () => {
    const dir = newFolder()
    const first = await served(dir)
    expect(await site(first)).toMatchObject({ kinds: ['all'], setUp: false })
    expect((await documents(first)).length).toBeGreaterThan(3)
    expect(await first.ask('site/set-up', { ...GAS, zone: 'Asia/Urumqi' }, uuid(1))).toMatchObject({
      ok: true,
      reply: {},
    })
    expect(await documents(first)).toEqual(['gas-customer-service'])
    await first.signal('SIGTERM')

    const second = await served(dir)
    expect(await site(second)).toMatchObject({ ...GAS, zone: 'Asia/Urumqi', setUp: true })
    expect(await documents(second)).toEqual(['gas-customer-service'])
    await second.ask('incident/report', { narrative: '热线打不进', place: '热线中心' }, uuid(2))
    expect(
      await second.ask('site/set-up', { ...GAS, zone: 'Asia/Shanghai' }, uuid(3)),
    ).toMatchObject({
      ok: false,
      code: 'zone-fixed',
      message: { zh: expect.stringContaining('时区') },
    })
    await second.signal('SIGTERM')
    expect((await runProgram(['verify', '--data', dir])).code).toBe(0)
  })

  it('is set up by --site on the command line, also where that says all', async () => {
    expect(await site(await served(newFolder(), ['--port', '0', '--site', 'all']))).toMatchObject({
      kinds: ['all'],
      setUp: true,
    })
    expect(await site(await served(newFolder(), ['--port', '0', '--site', 'mall']))).toMatchObject({
      kinds: ['mall'],
      setUp: true,
    })
  })
})

describe('--site and --zone after a set-up in the console', () => {
  it('agree if they say what the site is now, or what it was founded as: the set-up stands; anything else is refused', async () => {
    const dir = newFolder()
    const words = ['--port', '0', '--site', 'mall', '--zone', 'Asia/Urumqi']
    const first = await served(dir, words)
    await first.ask(
      'site/set-up',
      { ...GAS, kinds: ['gas-customer-service', 'hotel'], zone: 'Asia/Shanghai' },
      uuid(1),
    )
    await first.signal('SIGTERM')
    for (const args of [
      words,
      ['--port', '0', '--site', 'hotel', '--zone', 'Asia/Shanghai'],
      ['--port', '0'],
    ]) {
      const station = await served(dir, args)
      expect(await site(station), args.join(' ')).toMatchObject({
        kinds: ['gas-customer-service', 'hotel'],
        zone: 'Asia/Shanghai',
      })
      await station.signal('SIGTERM')
    }
    await refusedWith(dir, '--site', 'bank-window')
    await refusedWith(dir, '--zone', 'Asia/Tokyo')
  })

  it('do not set up a folder that has a site already', async () => {
    const dir = newFolder()
    await (await served(dir)).signal('SIGTERM')
    await refusedWith(dir, '--site', 'mall')
  })
})

describe('who sits at a console', () => {
  const signIn = async (station: Served): Promise<string> => {
    const key = new URL(station.consoleUrl).hash.slice('#key='.length)
    return (
      (await (
        await fetch(`${station.url}/api/session`, { method: 'POST', body: JSON.stringify({ key }) })
      ).json()) as { token: string }
    ).token
  }
  const asking =
    (station: Served, token: string) =>
    async (name: string, input: unknown = {}, id?: string): Promise<Record<string, unknown>> =>
      (await (
        await fetch(`${station.url}/api/request`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}` },
          body: JSON.stringify({ id, name, input }),
        })
      ).json()) as Record<string, unknown>
  const whoReported = async (
    station: Served,
    { reply }: Record<string, unknown>,
  ): Promise<string> =>
    ((await station.ask('incident/timeline', reply)).reply as { entries: { by: string }[] })
      .entries[0]?.by ?? ''

  it('is in the record for whatever that console does, also after the station was killed; another console is somebody else', async () => {
    const dir = newFolder()
    const first = await served(dir)
    const token = await signIn(first)
    const report = { narrative: '热线打不进', place: '热线中心' }
    expect(await asking(first, token)('desk/sign-on', { person: '周敏' }, uuid(1))).toMatchObject({
      ok: true,
    })
    await first.signal('SIGKILL')

    const second = await served(dir)
    const secondToken = await signIn(second)
    const idOf = ({ reply }: Record<string, unknown>) => ({
      reply: { incidentId: (reply as { incidentId: string }).incidentId },
    })
    expect(await asking(second, token)('desk/read')).toMatchObject({ reply: { person: '周敏' } })
    expect(
      await whoReported(
        second,
        idOf(await asking(second, token)('incident/report', report, uuid(2))),
      ),
    ).toBe('周敏')
    expect(
      await whoReported(
        second,
        idOf(await asking(second, secondToken)('incident/report', report, uuid(3))),
      ),
    ).toBe('值班员')
    expect(await second.ask('desk/sign-on', { person: '周敏' }, uuid(4))).toMatchObject({
      ok: false,
      code: 'no-desk',
    })
  })
})
