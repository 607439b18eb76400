/**
 * `station follow` as a room meets it: paired by a text, a takeover by one key, the first one back.
 */
import { describe, expect, it } from 'vitest'
import { until } from '../kit/until.ts'
import { followed, newFolder, runProgram, served } from './cli.ts'

const here = (text: string): string => text.replace(/\/\/[\d.]+:/, '//127.0.0.1:')
const report = { narrative: '测试：大厅冒烟', place: '一楼大厅' }
const uuid = (n: number): string => `0199d6a0-0000-7000-8000-${String(n).padStart(12, '0')}`

describe('follow', () => {
  it('copies, takes over by one key, and the first machine refuses every command', async () => {
    const [first, second] = [newFolder(), newFolder()]
    const station = await served(first)
    const answer = await station.ask('incident/report', report, uuid(1))
    const invited = await station.ask('spare/invite')
    const { text } = invited['reply'] as { text: string }
    expect(text).toMatch(/^https:\/\/[\d.]+:\d+#[0-9a-f]{64}\/[\w-]+$/)

    const spare = await followed(second, ['--from', here(text), '--port', '0'])
    await until(async () => expect((await spare.state()).zh).toContain('一条不差'))
    const read = await station.ask('spare/read')
    expect(read['reply']).toMatchObject({ follower: { host: '127.0.0.1' }, taken: null })
    expect((await fetch(spare.url.replace(/key=.*/, 'key=wrong'))).status).toBe(403)

    // its process stands still, as a machine does that hangs
    process.kill(station.pid, 'SIGSTOP')
    const { consoleUrl } = await spare.takeOver()
    expect(consoleUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#key=/)
    expect(new URL(consoleUrl).origin).toBe(new URL(spare.url).origin) // another's page is refused
    const next = await spare.station()
    expect(await next.board()).toMatchObject({ incidents: [{ place: '一楼大厅' }] })
    expect(await next.ask('incident/report', report, uuid(1))).toEqual(answer)
    expect(await next.ask('incident/report', { ...report, place: '二楼' }, uuid(2))).toMatchObject({
      ok: true,
    })

    process.kill(station.pid, 'SIGCONT')
    for (let turn = 0; turn < 3; turn++)
      expect(
        await station.ask('incident/report', { ...report, place: '三楼' }, uuid(3 + turn)),
      ).toMatchObject({
        ok: false,
        code: 'taken-over',
      })
    await station.signal('SIGTERM')
    const again = await served(first)
    expect(await again.ask('incident/report', { ...report, place: '四楼' }, uuid(9))).toMatchObject(
      {
        code: 'taken-over',
      },
    )
    await again.signal('SIGTERM')
    expect((await spare.signal('SIGTERM')).code).toBe(0)
    const restarted = await served(second)
    expect(await restarted.board()).toMatchObject({ incidents: [{}, {}] })
    await restarted.signal('SIGTERM')
  })

  it('says what is missing: a text, a folder of its own', async () => {
    const without = await runProgram(['follow', '--data', newFolder()])
    expect(without).toMatchObject({ code: 64, err: expect.stringContaining('没有接上主机') })
    const dir = newFolder()
    const station = await served(dir)
    await station.signal('SIGTERM')
    const taken = await runProgram(['follow', '--data', dir, '--from', 'https://127.0.0.1:1#x'])
    expect(taken).toMatchObject({ code: 64, err: expect.stringContaining('备机要用新目录') })
  })
})
