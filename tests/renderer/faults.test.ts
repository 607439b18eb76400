/** Faults of the station on both faces: what is wrong, what to do, and which of them sound. */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { TONES } from '#renderer/ui/alarm.ts'
import { alert, board, fault, incident, NOW, SECOND } from './board-parts.ts'
import { press, read } from './console/desk.ts'
import { consoleShowing } from './console/fire-at-desk.ts'
import { played, Speaker } from './speaker.ts'
import { live, show, useWall, wall } from './wall/wall-kit.ts'

const unsaved = fault({
  id: 'fault.storage.1',
  priority: 1,
  tone: 'fault',
  cause: localized('磁盘已满，目前什么都记不下。', 'The disk is full: nothing can be saved.'),
  action: localized('请腾出空间，先用纸笔记。', 'Free space; keep notes on paper.'),
})

describe('on the console a fault', () => {
  afterEach(() => history.replaceState(null, '', '/'))

  it('stands among the alerts with what to do, without limit, clause or escalation; F8 acknowledges it', async () => {
    const { page, station } = await consoleShowing({ alerts: [unsaved] })
    const card = page.get('.right .alert')
    expect(read(card)).toBe(
      '值守系统磁盘已满，目前什么都记不下。请腾出空间，先用纸笔记。14:32:08起F8确认',
    )
    expect(read(page.get('.right h2'))).toContain('1未确认')
    press('F8')
    await flushPromises()
    expect(station.of('alert/acknowledge')).toEqual([{ alertId: unsaved.id }])
    press('F8', { shiftKey: true })
    await flushPromises()
    expect(station.of('alert/silence')).toEqual([])
    expect(read(page.get('.right .refusal'))).toContain('值守系统的故障不能静音。按F8确认')
  })

  it('comes after a late limit of its priority or above, and before those that somebody has seen', async () => {
    const late = incident({ place: '三楼', alerts: [alert({ priority: 1, raisedAt: NOW - 1 })] })
    const { page } = await consoleShowing({
      incidents: [late],
      alerts: [fault({ acknowledgedAt: NOW, acknowledgedBy: '周敏' }), unsaved],
    })
    expect(page.findAll('.right .alert h3').map(read)).toEqual([
      expect.stringContaining('三楼'),
      expect.stringContaining('磁盘已满'),
      expect.stringContaining('磁盘只剩150MB'),
    ])
  })

  it('is in sight on every other page, too', async () => {
    history.replaceState(null, '', '/#/statistics')
    const { page } = await consoleShowing({ alerts: [unsaved] })
    expect(read(page.get('.strip'))).toMatch(/值守系统.*磁盘已满.*请腾出空间.*F8确认/)
    expect(page.find('.strip .fig').exists()).toBe(false)
  })
})

describe('on the wall a fault', () => {
  useWall()
  beforeEach(() => {
    played.length = 0
    vi.stubGlobal('AudioContext', Speaker)
  })
  const tones = (): string[] =>
    Object.keys(TONES).filter((name) =>
      played.some((hertz) => TONES[name as 'fault'].hertz.includes(hertz)),
    )

  it('that nobody may miss stands whole below the rows and sounds like no other alarm, every ten seconds until somebody has seen it', async () => {
    await show(board({ alerts: [unsaved] }))
    expect(read(wall.get('.fault'))).toBe('磁盘已满，目前什么都记不下。请腾出空间，先用纸笔记。')
    expect(wall.find('.foot .failed').exists()).toBe(false)
    await live(12)
    expect(tones()).toEqual(['fault'])
    expect(played).toHaveLength(2 * TONES.fault.beats)
  })

  it('that is acknowledged is silent, and still there while it lasts', async () => {
    await show(board({ alerts: [{ ...unsaved, acknowledgedAt: NOW, acknowledgedBy: '周敏' }] }))
    await live(12)
    expect(played).toEqual([])
    expect(wall.find('.fault').exists()).toBe(true)
  })

  it('that sounds as an alarm does is told as whole, after those of saving', async () => {
    const left = fault({
      ...unsaved,
      id: 'left',
      tone: 'alert',
      cause: localized('4起未接管', '4'),
    })
    await show(board({ alerts: [left] }))
    expect(read(wall.get('.fault'))).toContain('4起未接管')
    await show(board({ alerts: [left, unsaved] }))
    expect(read(wall.get('.fault'))).toContain('磁盘已满')
  })

  it('that can wait is an announcement among others, without a sound', async () => {
    await show(board({ alerts: [fault()] }))
    await live(3)
    expect(wall.find('.foot .failed').exists()).toBe(false)
    expect(wall.get('.foot .notice').text()).toBe('磁盘只剩150MB。请腾出空间。')
    expect(played).toEqual([])
    vi.advanceTimersByTime(SECOND)
  })
})
