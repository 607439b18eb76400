/** Two stations on one folder whose lock was taken away: the second is refused, the first tells. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { newFolder, runProgram, served } from './cli.ts'

type Alerts = { alerts: { cause: { zh: string } }[] }

it('refuses the second though lock.db was deleted, and the first says so and locks again', async () => {
  const dir = newFolder()
  const first = await served(dir)
  rmSync(join(dir, 'lock.db'))
  const second = await runProgram(['serve', '--data', dir, '--port', '0'])
  expect(second).toMatchObject({ code: 73, out: '' })
  expect(second.err).toContain(
    `folder-taken: 数据目录${dir}正由另一个值守站使用（pid ${first.pid},`,
  )
  let words = ''
  while (!words.includes('lock.db')) {
    await wait(200)
    words = JSON.stringify(((await first.board()) as Alerts).alerts)
  }
  expect(words).toContain('已重新锁定')
  expect(
    await first.ask('incident/report', { narrative: '冒烟', place: '三楼' }, crypto.randomUUID()),
  ).toMatchObject({ ok: true })
  expect((await runProgram(['serve', '--data', dir, '--port', '0'])).code).toBe(73)
  expect((await first.signal('SIGTERM')).code).toBe(0)
  expect((await runProgram(['verify', '--data', dir])).code).toBe(0)
})
