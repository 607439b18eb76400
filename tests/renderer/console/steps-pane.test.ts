/** Tests the list of steps at the desk: what is folded, with how many, and how it is unfolded. */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { useSelection } from '#renderer/console/base/selection.ts'
import {
  listedRows,
  stageFolds,
  stepsView,
} from '#renderer/console/components/incident/step-rows.ts'
import StageFolds from '#renderer/console/pages/now/steps/StageFolds.vue'
import { localized } from '#shared/domain/text.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import { fact, incident, NOW, step } from '../board-parts.ts'
import { mountConsole, read } from './desk.ts'
import { consoleShowing } from './fire-at-desk.ts'

const STEPS: readonly BoardStep[] = [
  step({ id: 'call', stage: 'report', title: localized('拨打119', 'Call 119') }),
  step({
    id: 'bell',
    stage: 'report',
    title: localized('按警报器', 'Press alarm'),
    state: 'done',
    doneAt: NOW,
    doneBy: '周敏',
  }),
  step({
    id: 'inquire',
    stage: 'review',
    title: localized('查明起因', 'Inquire'),
    state: 'waiting',
  }),
  step({ id: 'small', title: localized('扑灭小火', 'Put it out'), state: 'hidden' }),
]

async function desk(part: Partial<BoardIncident> = {}) {
  const { page } = await consoleShowing({
    incidents: [incident({ id: 'fire', steps: STEPS, ...part })],
  })
  const folds = () => page.findAll('.folds .fold').map((fold) => read(fold))
  const rows = () => page.findAll('.steps [data-row]').map((row) => read(row))
  const press = async (fold: string) => {
    await page.get(`.folds [data-fold="${fold}"]`).trigger('click')
    await flushPromises()
  }
  return { page, folds, rows, press }
}

describe('the steps at the desk', () => {
  it('are those that are open; each stage with anything finished or waiting is a word with its count', async () => {
    const { folds, rows } = await desk()
    expect(rows()).toHaveLength(1)
    expect(rows()[0]).toContain('拨打119')
    expect(folds()).toEqual(['报告 已做1', '复盘 等待1', '不适用 1'])
  })

  it('a press unfolds a stage, another folds it again', async () => {
    const { page, rows, press } = await desk()
    await press('report')
    expect(rows().join()).toContain('按警报器')
    expect(page.get('.folds [data-fold="report"]').attributes('aria-expanded')).toBe('true')
    await press('report')
    expect(rows()).toHaveLength(1)
  })

  it('a step that is chosen elsewhere is unfolded with its stage', async () => {
    const { rows } = await desk()
    useSelection().chooseStep('inquire')
    await flushPromises()
    expect(rows().join()).toContain('查明起因')
    useSelection().chooseStep('small')
    await flushPromises()
    expect(rows().join()).toContain('扑灭小火')
  })

  it('while nothing is open every stage is unfolded', async () => {
    const { rows } = await desk({ steps: STEPS.slice(1), state: 'closed' })
    expect(rows().join()).toMatch(/按警报器/)
    expect(rows().join()).toMatch(/查明起因/)
  })

  it('where the list is tight a stage says how many of its steps are finished, and the rest when it is pointed at', async () => {
    const stepsOfStage = stepsView(incident({ steps: STEPS }))
    const { page } = await mountConsole(StageFolds, {
      stages: stageFolds(stepsOfStage, listedRows(stepsOfStage, true)),
      answered: 0,
      outside: 1,
      unfolded: new Set(),
      tight: true,
    })
    const folds = page.findAll('.fold')
    expect(folds.map((fold) => read(fold))).toEqual(['报告 1/2', '复盘 0/1', '不适用 1'])
    expect(folds.map((fold) => fold.attributes('title'))).toEqual(['已做1', '等待1', undefined])
  })

  const late = step({
    id: 'late',
    stage: 'verify',
    title: localized('核实现场', 'Verify'),
    state: 'done',
    doneAt: NOW,
    doneBy: '周敏',
    late: true,
    needsReason: true,
  })

  it('a reason that is still to be written is told on the line of its stage', async () => {
    const { folds, rows } = await desk({ steps: [STEPS[0]!, late] })
    expect(folds()).toEqual(['核实 已做1 待写原因'])
    expect(rows().join()).not.toContain('核实现场')
  })

  it('once the response is over its stage is unfolded: closing waits for it', async () => {
    const { rows } = await desk({ steps: [STEPS[0]!, STEPS[1]!, late], state: 'lifted' })
    expect(rows().join()).toContain('核实现场')
    expect(rows().join()).not.toContain('按警报器')
  })

  it('a question stands among them whether it is answered or not, as long as there is room', async () => {
    const facts = [fact({ key: 'a' }), fact({ key: 'b', value: 'no', answeredAt: NOW })]
    const { page, folds } = await desk({ facts })
    expect(page.findAll('.steps .asked')).toHaveLength(2)
    expect(folds().join()).not.toContain('已答')
  })
})
