/**
 * The line on the page 设置 that says what an older record holds in clear: there as soon as the
 * console is unlocked, and right when the record goes on.
 */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { useAdminCode } from '#renderer/console/base/admin-code.ts'
import { board as anyBoard } from '../board-parts.ts'
import { accepted, read, refused, type MountedConsole } from './desk.ts'
import { settings } from './site-kit.ts'

type Counted = ReplyOf<'journal/clear-values'>
const NONE = {
  person: 0,
  phone: 0,
  channel: 0,
  commander: 0,
  reason: 0,
  evidence: 0,
  place: 0,
  author: 0,
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A station with a code whose record has these events in clear, up to a position. */
async function station(counted: { now: Counted }): Promise<MountedConsole<unknown>> {
  let isOpen = false
  const until = anyBoard({}).now + 600_000
  return settings(
    {},
    {
      'desk/code': () => accepted<'desk/code'>({ set: true, until: isOpen ? until : null }),
      'desk/unlock': () => {
        isOpen = true
        return accepted<'desk/unlock'>({ until })
      },
      'backup/read': () =>
        accepted<'backup/read'>({
          offered: true,
          place: null,
          backups: [],
          last: null,
          bytes: 0,
          free: null,
          schemaCopies: [],
          next: null,
          lateness: 'no',
          fault: null,
          job: null,
          restored: null,
          head: { position: counted.now.position, hash: 'a', at: 0 },
          canSwitch: false,
        }),
      'journal/clear-values': () =>
        isOpen
          ? accepted<'journal/clear-values'>(counted.now)
          : refused('code-needed', '这一步要输入管理员密码'),
    },
  )
}

it('comes when the console is unlocked, without the page being loaded again', async () => {
  const { page, station: link } = await station({
    now: { events: 85, byKind: { ...NONE, reason: 85 }, position: 465 },
  })
  expect(link.of('journal/clear-values')).toEqual([])
  await useAdminCode().unlock('lark-bay-7')
  await flushPromises()
  expect(read(page.get('[data-part=backup]'))).toContain('早期记录中有85条含明文')
  page.unmount()
})

it('goes on with the record', async () => {
  const counted = { now: { events: 0, byKind: NONE, position: 465 } }
  const { page } = await station(counted)
  await useAdminCode().unlock('lark-bay-7')
  await flushPromises()
  expect(read(page.get('[data-part=backup]'))).toContain('全部465条记录都已封存')
  counted.now = { events: 3, byKind: { ...NONE, person: 3 }, position: 480 } // adopted meanwhile
  await vi.advanceTimersByTimeAsync(3_000)
  await flushPromises()
  expect(read(page.get('[data-part=backup]'))).toContain('早期记录中有3条含明文')
  page.unmount()
})
