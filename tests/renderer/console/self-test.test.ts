/** The self-test on the settings page: ticked wall by wall, begun by hand, its time set. */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, test } from 'vitest'
import type { SelfTestRead } from '#shared/contract/self-test.ts'
import type { WallRead } from '#shared/contract/walls.ts'
import type { ScreenResult } from '#shared/domain/self-test/self-test.ts'
import { incident, NOW } from '../board-parts.ts'
import { accepted, read, type MountedConsole } from './desk.ts'
import { settings } from './site-kit.ts'

beforeEach(() => {
  sessionStorage.clear()
})

const HOUR = 3_600_000
const SIGN = { id: 'w1', lastSeen: NOW, sound: 'on', size: '1920x1080@1', named: 'hall' } as const
const wall = (id: string, name: string): WallRead => ({
  ...{ id, name, view: 'incidents', language: 'zh', theme: 'dark', signs: [] },
})
const screen = (named: string | null, part: Partial<ScreenResult> = {}): ScreenResult => ({
  ...{ id: `w-${named}`, named, size: '1280x720@1', failed: [], level: -4.4, ...part },
})
const read0: SelfTestRead = {
  ...{ setting: { time: '10:00', aloud: false }, running: false, last: null, waits: null },
  nextAt: NOW + HOUR,
}
const tested = (screens: readonly ScreenResult[], absent: readonly string[] = []) => ({
  last: {
    ...{ testId: 't', begunAt: NOW - HOUR, endedAt: NOW - HOUR, by: 'Vigil' },
    ...{ reason: 'daily' as const, aloud: false, engineInTime: true, screens, absent },
    passed: screens.every(({ failed }) => failed.length === 0),
  } as const,
})
const open = async (part: Partial<SelfTestRead> = {}): Promise<MountedConsole<unknown>> => {
  const walls = [wall('hall', '大厅屏'), wall('garage', '车库屏')]
  const mounted = await settings(
    {},
    {
      'walls/read': () => accepted<'walls/read'>({ walls, unnamed: [] }),
      'walls/self-test-read': () => accepted<'walls/self-test-read'>({ ...read0, ...part }),
      'walls/self-test': () => accepted<'walls/self-test'>({}),
      'walls/self-test-set': () => accepted<'walls/self-test-set'>({}),
    },
  )
  await mounted.show({ walls: [SIGN] })
  return mounted
}
const part = ({ page }: MountedConsole<unknown>) => page.get('.self-test')
const now = (mounted: MountedConsole<unknown>) => part(mounted).get('.ends button')

describe('what came of the last one', () => {
  it('is ticked stage by stage by the name of the wall, with what is to be done where one failed', async () => {
    const mounted = await open(
      tested(
        [
          screen('hall'),
          screen('garage', { failed: ['dom', 'tone'], level: null }),
          screen(null, { failed: ['stream'], level: null }),
        ],
        [],
      ),
    )
    const rows = part(mounted)
      .findAll('tbody tr')
      .map((row) => [read(row.get('th')), row.findAll('td').map(read)])
    expect(rows).toEqual([
      ['大厅屏', ['✓', '✓', '✓', '✓', '✓', '✓ -4分贝', '']],
      [
        '车库屏',
        ...[
          [
            '✓',
            '✓',
            '✓',
            '✗',
            '–',
            '✗',
            '刷新页面，关掉挡住它的窗口和提示；到屏前点一下，检查声音输出设备',
          ],
        ],
      ],
      ['没起名的屏 1280x720', ['✓', '✓', '✗', '–', '–', '–', '看网线和浏览器，重新打开大屏']],
    ])
    expect(read(part(mounted).get('[role=status]'))).toContain('未通过')
    const [hall, garage] = mounted.page.findAll('[data-part=walls] li').map(read)
    expect(hall).toContain('通过')
    expect(garage).toContain('未通过：页面、声音')
    mounted.page.unmount()
  })

  it('names the walls that were not there, and says when the next is made', async () => {
    const mounted = await open(tested([screen('hall')], ['garage', 'gone']))
    expect(read(part(mounted))).toContain('没参加（没有打开）：车库屏')
    expect(read(part(mounted).get('[role=status]'))).toMatch(/自检，通过。下次/)
    expect(read(mounted.page.findAll('[data-part=walls] li')[1]!)).toContain('自检没参加')
    mounted.page.unmount()
  })

  it('says which were not tested and why, in the list of walls, too', async () => {
    const { last } = tested([screen('hall')])
    const aside = [{ id: 'w2', named: 'garage', size: '1280x720@1', why: 'replay' as const }]
    const mounted = await open({ last: { ...last, aside } })
    expect(read(part(mounted))).toContain('没测：车库屏（正在回放）')
    expect(read(mounted.page.findAll('[data-part=walls] li')[1]!)).toContain('没测：正在回放')
    mounted.page.unmount()
  })

  it('says of a wall on its plain page that it is that, and what is to be done', async () => {
    const safe = { failed: ['dom', 'tone'], level: null, safe: true } as const
    const mounted = await open(tested([screen('hall', safe)]))
    expect(read(part(mounted).get('tbody tr'))).toContain('在用简易页面；会自己再试')
    expect(read(mounted.page.findAll('[data-part=walls] li')[0]!)).toContain('在用简易页面')
    mounted.page.unmount()
  })

  test.each([
    ['incident', '结束后自动补做'],
    ['wall', '没有大屏在线'],
    ['storage', '存盘失败'],
  ] as const)('that is missing says what it waits for: %s', async (waits, words) => {
    const mounted = await open({ waits })
    expect(read(part(mounted).get('[role=status]'))).toContain('还没自检过。')
    expect(read(part(mounted).get('[role=status]'))).toContain(words)
    mounted.page.unmount()
  })
})

describe('by hand', () => {
  it('is begun by one press', async () => {
    const mounted = await open()
    await now(mounted).trigger('click')
    await flushPromises()
    expect(mounted.station.of('walls/self-test')).toEqual([{}])
    mounted.page.unmount()
  })

  it('is off, with the reason, while one runs, an incident is not contained, or no wall is there', async () => {
    const running = await open({ running: true })
    expect(now(running).attributes('title')).toBe('正在自检')
    expect(read(part(running).get('[role=status]'))).toBe('正在自检，最多半分钟')
    running.page.unmount()
    const mounted = await open()
    await mounted.show({ walls: [SIGN], incidents: [incident({ state: 'responding' })] })
    expect(now(mounted).attributes('title')).toContain('有事件还没控制')
    await mounted.show({
      walls: [SIGN],
      incidents: [incident({ state: 'responding', drill: true })],
    })
    expect(now(mounted).attributes('title')).toBeUndefined()
    await mounted.show({ walls: [{ ...SIGN, aside: 'replay' }], incidents: [] })
    expect(now(mounted).attributes('title')).toContain('正在回放')
    await mounted.show({ walls: [], incidents: [] })
    expect(now(mounted).attributes('title')).toBe('没有大屏在线（正在回放、量尺寸的不测）')
    mounted.page.unmount()
  })
})

it('its time is typed as any other, and saved once it is another one', async () => {
  const mounted = await open()
  const form = part(mounted).get('form')
  const save = form.get('[type=submit]')
  expect(save.attributes('title')).toBe('没有改动')
  await form.get('[data-choice=time]').setValue('9')
  await form.get('[data-choice=aloud]').setValue(true)
  expect(save.attributes('title')).toBeUndefined()
  await form.trigger('submit')
  await flushPromises()
  expect(mounted.station.of('walls/self-test-set')).toEqual([{ time: '09:00', aloud: true }])
  await form.get('[data-choice=time]').setValue('25')
  expect(save.attributes('title')).toBe('时间写成10:00')
  mounted.page.unmount()
})
