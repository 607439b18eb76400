/** The sign-ins on the page 设置: who, since when, and one more click before one is ended. */
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { SessionLine } from '#shared/contract/session.ts'
import { accepted, read, refused } from './desk.ts'
import { settings } from './site-kit.ts'

const AT = Date.parse('2026-11-24T10:00:00+08:00')
const line = (part: Partial<SessionLine>): SessionLine => ({
  session: 'a'.repeat(16),
  role: 'dispatcher',
  device: 'Chrome · Windows',
  person: '周敏',
  since: AT,
  seen: AT + 60_000,
  ends: AT + 14 * 86_400_000,
  own: false,
  ...part,
})
const wall = line({
  session: 'b'.repeat(16),
  role: 'wall',
  device: '',
  person: null,
  since: null,
  ends: null,
})

it('says who is signed in, where, since when and until when', async () => {
  const { page } = await settings(
    {},
    {
      'session/list': () =>
        accepted<'session/list'>({
          sessions: [line({ own: true }), wall, { ...wall, public: true }],
        }),
    },
  )
  const rows = page.findAll('[data-part=sessions] tbody tr').map(read)
  expect(rows[0]).toMatch(
    /^控制台 · 周敏 · Chrome · Windows本控制台2026-11-24 10:00:002026-11-24 10:01:00/,
  )
  expect(rows[1]).toMatch(/^大屏不详.*不到期/)
  expect(rows[2]).toMatch(/^公开大屏/)
  page.unmount()
})

it('ends one only at the second click, and reads the list again', async () => {
  let sessions = [line({}), wall]
  const { page, station } = await settings(
    {},
    {
      'session/list': () => accepted<'session/list'>({ sessions }),
      'session/end': ({ session }) => {
        sessions = sessions.filter((entry) => entry.session !== session)
        return accepted<'session/end'>({})
      },
    },
  )
  const button = () => page.findAll('[data-part=sessions] tbody button')[1]!
  await button().trigger('click')
  await flushPromises()
  expect(station.of('session/end')).toEqual([])
  expect(read(button())).toContain('再点一次')
  await button().trigger('click')
  await flushPromises()
  expect(station.of('session/end')).toEqual([{ session: wall.session }])
  expect(page.findAll('[data-part=sessions] tbody tr')).toHaveLength(1)
  page.unmount()
})

it('says why one was not ended', async () => {
  const { page } = await settings(
    {},
    {
      'session/list': () => accepted<'session/list'>({ sessions: [line({})] }),
      'session/end': () => refused('session-not-ended', '没能结束'),
    },
  )
  const button = page.get('[data-part=sessions] tbody button')
  await button.trigger('click')
  await button.trigger('click')
  await flushPromises()
  expect(read(page.get('[data-part=sessions]'))).toContain('没能结束')
  page.unmount()
})
