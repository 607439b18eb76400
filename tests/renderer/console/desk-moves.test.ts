/** Tests how a person moves an incident on and acknowledges alerts at the desk. */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { useLastCommand } from '#renderer/console/base/last-command.ts'
import { until } from '../../kit/until.ts'
import { alert } from '../board-parts.ts'
import { sampleBoard } from '../sample-board.ts'
import { press, read } from './desk.ts'
import { fire, consoleShowing } from './fire-at-desk.ts'

describe('at the desk', () => {
  it('keys rest while a dialog is open, but an alarm can always be acknowledged', async () => {
    const { page, station } = await consoleShowing({
      incidents: [fire({ alerts: [alert({ id: 'late', stepId: 'call' })] })],
    })
    press('F1')
    await flushPromises()
    expect(document.querySelector('.el-dialog')?.textContent).toContain('F4')
    press('F4')
    press('F8')
    await flushPromises()
    expect(station.of('incident/step')).toEqual([])
    expect(station.of('alert/acknowledge')).toEqual([{ alertId: 'late' }])
    page.unmount()
  })

  it('F7 leads to the moves, pressed again opens the menu, and a digit chooses there', async () => {
    const { page } = await consoleShowing({ incidents: [fire({ moves: ['contained'] })] })
    press('F7')
    const front = page.findAll('.moves button')[0]!.element
    expect(document.activeElement).toBe(front)
    press('F7', { on: front })
    const item = () => document.querySelectorAll<HTMLElement>('.el-dropdown-menu__item')[1]
    await until(() => expect(item()?.textContent).toMatch(/^2更正接报…Shift F2$/))
    press('2', { on: item()! })
    await until(() =>
      expect(document.querySelector('.el-dialog')?.textContent).toContain('只改有误的栏目'),
    )
  })

  it('closing names the incident, and lists what blocks it instead', async () => {
    const { page, station, show } = await consoleShowing({
      incidents: [fire({ moves: ['closed'], blocks: ['power'] })],
    })
    const close = () =>
      page
        .findAll('.moves button')
        .find((button) => button.text() === '结案')!
        .trigger('click')
    await close()
    await flushPromises()
    expect(document.querySelector('.el-dialog')?.textContent).toMatch(/结案：大厅二楼.*切断电源/)
    await show({ incidents: [fire({ moves: ['closed'], blocks: [] })] })
    document.querySelector<HTMLButtonElement>('.el-dialog [type=submit]')!.click()
    await flushPromises()
    expect(station.of('incident/move')).toEqual([
      {
        ...{ incidentId: 'fire', to: 'closed', reason: null, seen: { state: 'responding' } },
        result: { cause: null, handedTo: null },
      },
    ])
  })

  it('two quick clicks on one place move the incident once, though another button has come there; later each move works', async () => {
    vi.useFakeTimers()
    try {
      const { page, station, show } = await consoleShowing({
        incidents: [fire({ moves: ['verifying', 'assessing'] })],
      })
      const first = () => page.findAll('.moves button')[0]!
      await first().trigger('click')
      await first().trigger('click')
      await show({ incidents: [fire({ moves: ['assessing'] })] })
      await vi.advanceTimersByTimeAsync(750)
      expect(first().text()).toBe('开始研判')
      await first().trigger('click')
      expect(station.of('incident/move').map(({ to }) => to)).toEqual(['verifying'])
      await vi.advanceTimersByTimeAsync(50)
      await first().trigger('click')
      expect(station.of('incident/move').map(({ to }) => to)).toEqual(['verifying', 'assessing'])
    } finally {
      vi.useRealTimers()
    }
  })

  it('what was just recorded is taken back by its key for ten seconds', async () => {
    const { page, station } = await consoleShowing({ incidents: [fire()] })
    press('F4')
    await flushPromises()
    expect(read(page.get('.undo'))).toContain('刚记录 已完成：拨打119')
    const sent = station.asked.find(({ name }) => name === 'incident/step')
    press('F8', { ctrlKey: true })
    await flushPromises()
    expect(station.of('incident/undo')).toEqual([{ incidentId: 'fire', commandId: sent?.id }])
    expect(page.find('.undo p').exists()).toBe(false)
  })

  it('alerts that were acknowledged together are taken back together', async () => {
    const alerts = ['a', 'b'].map((id) => alert({ id, priority: 2 }))
    const { page, station } = await consoleShowing({ incidents: [fire({ alerts })] })
    const commands = useLastCommand()
    commands.recorded('alert/acknowledge', { alertIds: ['a', 'b'] }, 'command-1')
    await flushPromises()
    expect(read(page.get('.undo'))).toContain('刚记录')
    press('F8', { ctrlKey: true })
    await flushPromises()
    expect(station.of('incident/undo')).toEqual([{ incidentId: 'fire', commandId: 'command-1' }])
  })

  it('lifting the response is confirmed by name, and an Enter held down confirms nothing', async () => {
    const { page, station } = await consoleShowing({ incidents: [fire({ moves: ['lifted'] })] })
    await page
      .findAll('.moves button')
      .find((button) => button.text() === '解除响应')!
      .trigger('click')
    await flushPromises()
    const yes = document.querySelector<HTMLButtonElement>('.el-dialog [type=submit]')!
    expect(document.querySelector('.el-dialog')?.textContent).toMatch(
      /解除响应：大厅二楼.*不能再增加预案.*确认解除响应/,
    )
    expect(press('Enter', { on: yes, repeat: true }).defaultPrevented).toBe(true)
    expect(station.of('incident/move')).toEqual([])
    yes.click()
    await flushPromises()
    expect(station.of('incident/move')).toEqual([
      { incidentId: 'fire', to: 'lifted', reason: null, seen: { state: 'responding' } },
    ])
  })

  it('F8 acknowledges the top alert, Shift+F8 silences it for a minute', async () => {
    const { page, station } = await consoleShowing(sampleBoard(3))
    expect(read(page.get('.alert.raw'))).toMatch(
      /热线中心 恢复电话接入超时.*\+02:\d\d.*信息中心.*王磊.*催办.*S09-85/,
    )
    press('F8')
    await flushPromises()
    press('F8', { shiftKey: true })
    await flushPromises()
    expect(station.of('alert/acknowledge')).toEqual([{ alertId: 'hotline-alert' }])
    expect(station.of('alert/silence')).toEqual([{ alertId: 'hotline-alert', seconds: 60 }])
  })
})
