/** Tests a flood of alerts at the desk: one line an incident, acknowledged together. */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { alert, incident, NOW } from '../board-parts.ts'
import { press, read } from './desk.ts'
import { consoleShowing } from './fire-at-desk.ts'

const troubled = (id: string, ids: readonly string[], part = {}) =>
  incident({
    id,
    place: id,
    alerts: ids.map((name) =>
      alert({ id: name, cause: localized(`${name}超时`, name), raisedAt: NOW, ...part }),
    ),
  })
const FLOOD = [
  troubled('一号厅', ['a1', 'a2', 'a3', 'a4']),
  troubled('二号厅', ['b1', 'b2', 'b3', 'b4']),
  troubled('三号厅', ['c1', 'c2', 'c3'], { priority: 1 }),
]

describe('more than ten alerts in ten minutes', () => {
  it('stand as one card, and one line for each incident with how many they are and what each is', async () => {
    const { page } = await consoleShowing({ incidents: FLOOD })
    expect(page.findAll('.right article:not(.line)')).toHaveLength(1)
    const lines = page.findAll('.right .line').map((line) => read(line))
    expect(lines).toHaveLength(3)
    expect(lines.join('\n')).toMatch(/一号厅 电话打不进 4条/)
    expect(lines.join('\n')).toMatch(/二号厅 电话打不进 4条.*b1超时、b2超时、b3超时、b4超时/)
    expect(lines.join('\n')).toMatch(/同一事件另有 2条/) // of the one that lives hang on
    page.unmount()
  })

  it('those of a line are acknowledged by one press, of what lives hang on one alone', async () => {
    const { page, station } = await consoleShowing({ incidents: FLOOD })
    const line = (words: string) =>
      page.findAll('.right .line').find((entry) => entry.text().includes(words))!
    await line('二号厅').get('.key').trigger('click')
    await flushPromises()
    await line('同一事件').get('.key').trigger('click')
    await flushPromises()
    expect(station.of('alert/acknowledge')).toEqual([
      { alertIds: ['b1', 'b2', 'b3', 'b4'] },
      { alertId: 'c2' },
    ])
    page.unmount()
  })

  it('F8 means the card alone where lives hang on it', async () => {
    const { page, station } = await consoleShowing({ incidents: FLOOD })
    press('F8')
    await flushPromises()
    expect(station.of('alert/acknowledge')).toEqual([{ alertId: 'c1' }])
    page.unmount()
  })
})
