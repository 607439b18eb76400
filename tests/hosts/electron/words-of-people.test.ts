/**
 * The texts of the program itself: notifications, menus, the plain page. Words of people stay text;
 * a drill is always marked.
 */
import { describe, expect, it } from 'vitest'
import type { Notice } from '#main/core/ports.ts'
import { attentionOf, NOTHING } from '#main/hosts/electron/attention.ts'
import { NO_WALL_SETTING, type Screen } from '#main/hosts/electron/display-choice.ts'
import { safeText } from '#main/hosts/electron/plain-html.ts'
import {
  afterWallAction,
  menuOf,
  statusOf,
  type MenuEntry,
  type MenuState,
} from '#main/hosts/electron/menu-model.ts'
import { notificationOptions } from '#main/hosts/electron/notification-options.ts'
import { plainPage, stoppedPage } from '#main/hosts/electron/plain-page.ts'
import { localized } from '#shared/domain/text.ts'
import { alert, board, incident, NOW } from '../../renderer/board-parts.ts'

describe('a notification (A05)', () => {
  const notice: Notice = {
    title: localized('大厅 疏散：已超时', 'Hall: evacuation late'),
    body: localized('催办', 'Chase it'),
    drill: false,
    priority: 1,
    incidentId: 'i',
    alertId: 'i.1',
  }

  it.each([
    [1, 'critical', 'never'],
    [2, 'critical', 'never'],
    [3, 'normal', 'default'],
  ] as const)('of priority %i is %s and leaves %s', (priority, urgency, timeoutType) => {
    expect(notificationOptions({ ...notice, priority }, 'zh-CN')).toMatchObject({
      title: '大厅 疏散：已超时',
      body: '催办',
      urgency,
      timeoutType,
      silent: true,
    })
  })

  it('of a drill says so first, once, in the language of the page', () => {
    expect(notificationOptions({ ...notice, drill: true }, 'zh-CN').title).toBe(
      '【演练】大厅 疏散：已超时',
    )
    expect(
      notificationOptions(
        { ...notice, drill: true, title: localized('【演练】大厅', 'EXERCISE: Hall') },
        'en',
      ).title,
    ).toBe('EXERCISE: Hall')
  })
})

describe('the menu', () => {
  const screen = (id: number, label: string): Screen => ({
    id,
    label,
    bounds: { x: 0, y: 0, width: 1_920, height: 1_080 },
  })
  const state = (part: Partial<MenuState> = {}): MenuState => ({
    language: 'zh-CN',
    version: '0.1.0',
    displays: [screen(1, 'A')],
    wall: null,
    autoStart: true,
    attention: NOTHING,
    ...part,
  })
  const wallOf = (items: readonly MenuEntry[]): readonly MenuEntry[] =>
    items.flatMap((item) => (item.kind === 'menu' ? item.items : []))
  const ticked = (items: readonly MenuEntry[]): string[] =>
    items.flatMap((item) => (item.kind === 'action' && item.checked ? [item.label] : []))

  it('offers the wall as a window only, while there is one display', () => {
    expect(wallOf(menuOf(state())).map((item) => item.kind === 'action' && item.label)).toEqual([
      '以窗口显示',
      '不显示',
    ])
  })

  it('offers every display by name and size, and ticks what is the case', () => {
    const displays = [screen(1, 'A'), screen(2, '')]
    const items = wallOf(
      menuOf(state({ displays, wall: { kind: 'kiosk', display: displays[1]! } })),
    )
    expect(items.map((item) => item.kind === 'action' && item.label)).toEqual([
      '显示在A 1920×1080',
      '显示在2号显示器 1920×1080',
      '以窗口显示',
      '不显示',
    ])
    expect(ticked(items)).toEqual(['显示在2号显示器 1920×1080'])
    expect(ticked(menuOf(state()))).toEqual(['登录系统时自动启动'])
  })

  it('says what waits for a person; real alerts and drills apart', () => {
    expect(statusOf({ ...NOTHING, real: 2, drills: 1 }, 'zh-CN')).toBe('2条告警未确认，另有演练1条')
    expect(statusOf({ ...NOTHING, real: 1 }, 'en')).toBe('1 alert unacknowledged')
    expect([statusOf({ ...NOTHING, drills: 1 }, 'zh-CN'), statusOf(NOTHING, 'zh-CN')]).toEqual([
      '演练告警1条未确认',
      '没有未确认的告警',
    ])
  })

  it('remembers the chosen display; without a second one, a window is for the meantime', () => {
    const hall = screen(2, 'Hall')
    expect(afterWallAction(NO_WALL_SETTING, { type: 'wall-on', display: hall }, 2)).toEqual({
      display: { id: 2, label: 'Hall' },
      kiosk: true,
      windowed: false,
      bounds: null,
    })
    expect(afterWallAction(NO_WALL_SETTING, { type: 'wall-window' }, 1)).toMatchObject({
      kiosk: true,
      windowed: true,
    })
    expect(afterWallAction(NO_WALL_SETTING, { type: 'wall-window' }, 2)).toMatchObject({
      kiosk: false,
      windowed: true,
    })
    expect(
      afterWallAction({ ...NO_WALL_SETTING, windowed: true }, { type: 'wall-off' }, 2),
    ).toMatchObject({ kiosk: false, windowed: false })
  })
})

describe('the plain page', () => {
  const TONES = { 1: 'data:one', 2: 'data:two', 3: 'data:three' }
  const late = incident({
    place: '二楼<script>alert(1)</script>',
    alerts: [
      alert({ priority: 2, dueAt: NOW, cause: localized('疏散"超时"', 'Late') }),
      alert({ acknowledgedAt: NOW }),
    ],
  })
  const pageWith = (
    part: Parameters<typeof board>[0] = {},
    tones: Parameters<typeof plainPage>[3] = TONES,
  ): string => plainPage(board(part), NOW, 'zh-CN', tones)

  it('lists incidents and alerts with their times in the zone of the site', () => {
    const html = pageWith({ incidents: [late] })
    for (const words of [
      '未确认',
      '已确认',
      '疏散&quot;超时&quot;',
      '14:32:08',
      '信息中心',
      '王磊',
      '响应中',
    ])
      expect(html, words).toContain(words)
  })

  it('runs nothing that people have written', () => {
    const html = pageWith({ incidents: [late] })
    expect(html).toContain('二楼&lt;script&gt;')
    expect(html).not.toMatch(/<script|<img|onerror|<a /)
    expect(safeText('a\u202eb\u0000c\nd')).toBe('a\ufffdb\ufffdc\ufffdd')
  })

  it('sounds the tone of the most urgent alert that nobody has acknowledged or silenced, in a loop', () => {
    expect(pageWith({ incidents: [late] })).toContain(
      '<audio autoplay loop src="data:two"></audio>',
    )
    expect(
      pageWith({ incidents: [late, incident({ alerts: [alert({ priority: 1 })] })] }),
    ).toContain('src="data:one"')
    expect(
      pageWith({ incidents: [incident({ alerts: [alert({ silencedUntil: NOW + 1 })] })] }),
    ).not.toContain('<audio')
    expect(pageWith({ incidents: [late] }, {})).not.toContain('<audio')
  })

  it('marks a drill, and says when nothing is being saved', () => {
    expect(pageWith({ incidents: [{ ...late, drill: true }] })).toContain(
      '<span class="mark">演练</span>',
    )
    expect(pageWith({ storageFailed: true })).toContain('存盘失败')
    expect(pageWith()).toContain('没有进行中的事件')
    expect(attentionOf(board(), NOW).sounding).toBeNull()
  })

  it('a program that could not start says why in both languages', () => {
    const html = stoppedPage(
      'folder-taken',
      localized('目录<b>', 'Folder'),
      localized('再试', 'Again'),
    )
    for (const words of ['值守未能启动', '目录&lt;b&gt;', 'Folder', '再试', 'folder-taken'])
      expect(html).toContain(words)
  })
})
