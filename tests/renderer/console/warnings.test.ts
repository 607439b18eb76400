/** The warnings at the desk: entered with the eight fields, adjusted, told, lifted, a pre-alert. */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import WarningPane from '#renderer/console/pages/now/warning/WarningPane.vue'
import WarningDialog from '#renderer/console/pages/now/warning/WarningDialog.vue'
import { peopleIn } from '#renderer/console/base/people-in.ts'
import { typedInstant } from '#renderer/console/pages/now/warning/typed-instant.ts'
import type { BoardWarning } from '#shared/domain/board/warnings.ts'
import { HOUR_MS } from '#shared/domain/units.ts'
import { MINUTE, NOW, SECOND, ZONE } from '../board-parts.ts'
import { defineComponent, h } from 'vue'
import { useBoard } from '#renderer/stores/board.ts'
import { until } from '../../kit/until.ts'
import { accepted, mountConsole, press } from './desk.ts'

const RAIN: BoardWarning = {
  ...{ id: 'w1', kind: '暴雨', warning: 'yellow', startsAt: NOW, until: NOW + HOUR_MS },
  ...{ area: '全区', content: '大雨', measures: '检查挡板', publisher: '区气象台' },
  ...{ publishedAt: NOW, enteredAt: NOW, by: '周敏', raisedAt: NOW, changes: [], told: [] },
  ...{ incidentIds: [], lifted: null },
}
/** Opened as a person opens it: once there is a board. */
async function opened(warning: BoardWarning | null) {
  const dialogOf = defineComponent(() => {
    const board = useBoard()
    return () => (board.board ? h(WarningDialog, { warning }) : null)
  })
  const mounted = await mountConsole(dialogOf)
  await mounted.show({ warnings: warning ? [warning] : [], incidents: [] })
  return mounted
}
const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!
const labelled = (label: string): HTMLInputElement =>
  [...dialog().querySelectorAll('label')]
    .find(({ textContent }) => textContent.includes(label))!
    .querySelector<HTMLInputElement>('input, textarea, select')!
async function type(label: string, value: string): Promise<void> {
  const field = labelled(label)
  field.value = value
  field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'))
  await flushPromises()
}
async function submit(form = 0): Promise<void> {
  dialog().querySelectorAll('form')[form]!.requestSubmit()
  await flushPromises()
}

describe('the list', () => {
  it('says red first what is in force, until when, and that nobody was told', async () => {
    const { page, show } = await mountConsole(WarningPane)
    await show({ warnings: [RAIN], incidents: [] })
    expect(page.text()).toMatch(/预警 1.*黄色预警 暴雨.*全区.*至11月24日 15:32.*还没有通知/)
    await show({ warnings: [], incidents: [] })
    expect(page.text()).toContain('没有生效的预警')
  })
})

describe('the form', () => {
  it('enters a warning once all that the law asks for stands there', async () => {
    const { station } = await opened(null)
    await submit()
    expect(station.of('warning/enter')).toEqual([])
    await type('类别', '暴雨')
    await type('级别', 'orange')
    await type('结束时间', '20:00')
    await type('影响的范围', '全区')
    await type('警示事项', '大雨')
    await type('应采取的措施', '检查挡板')
    await type('发布单位', '区气象台')
    await type('已通知谁', '何东、陆北')
    await submit()
    expect(station.of('warning/enter')).toMatchObject([
      { kind: '暴雨', warning: 'orange', publisher: '区气象台', told: ['何东', '陆北'] },
    ])
    expect(station.of('warning/enter')[0]?.until).toBe(typedInstant('20:00', NOW, ZONE, true))
  })

  it('sends of one that stands only what is another now', async () => {
    const { station } = await opened(RAIN)
    await submit()
    expect(station.of('warning/adjust')).toEqual([])
    await type('级别', 'red')
    await submit()
    expect(station.of('warning/adjust')).toEqual([{ warningId: 'w1', warning: 'red' }])
  })

  it('records who was told, lifts it, and reports it as a pre-alert', async () => {
    const { station } = await opened(RAIN)
    await type('通知了谁', '何东')
    await submit(1)
    expect(station.of('warning/told')).toEqual([{ warningId: 'w1', who: '何东' }])
    await type('事件地点', '地下车库')
    await submit(2)
    expect(station.of('incident/report')).toMatchObject([{ place: '地下车库', channel: '预警' }])
    await submit(3)
    expect(station.of('warning/lift')).toEqual([{ warningId: 'w1' }])
  })
})

describe('what is typed', () => {
  it('is a time of day near now, or ahead, or with its date', () => {
    const at = (typed: string, ahead = false) => typedInstant(typed, NOW, ZONE, ahead)
    const clock = NOW - 8 * SECOND // 14:32
    expect(at('14:32')).toBe(clock)
    expect(at('14:31', true)).toBe(clock - MINUTE + 24 * HOUR_MS)
    expect(at('0130')).toBe(clock + 10 * HOUR_MS + 58 * MINUTE)
    expect(at('11-25 08:00')).toBe(at('2026-11-25 08:00'))
    for (const wrong of ['', '25:00', '2026-02-30 08:00', '明天']) expect(at(wrong)).toBeNull()
  })

  it('is persons, each once', () => {
    expect(peopleIn(' 何东、陆北, 何东\n ')).toEqual(['何东', '陆北'])
  })
})

describe('those of the past', () => {
  it('are listed with who was told and how they ended; a key enters a new one', async () => {
    const lifted = { at: NOW, by: '周敏', reason: '雨停' }
    const past = { ...RAIN, until: null, lifted, told: [{ at: NOW, by: '周敏', who: '何东' }] }
    const { page, station, show } = await mountConsole(
      WarningPane,
      {},
      { 'warning/list': () => accepted<'warning/list'>({ warnings: [past], total: 1 }) },
    )
    await show({ warnings: [], incidents: [] })
    await page.get('.ways .link').trigger('click')
    await until(() =>
      expect(dialog().textContent).toMatch(/黄色预警 暴雨.*解除（周敏）.*雨停.*何东/s),
    )
    expect(station.of('warning/list')).toEqual([{ offset: 0 }])
  })

  it('Ctrl Shift F8 opens the form of a new one', async () => {
    const { page, show } = await mountConsole(WarningPane)
    await show({ warnings: [], incidents: [] })
    expect(page.text()).toContain('Ctrl Shift F8')
    press('F8', { ctrlKey: true, shiftKey: true })
    await until(() => expect(dialog().textContent).toContain('警示事项'))
  })
})
