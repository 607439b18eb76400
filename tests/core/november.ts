/** A month to report on: November with one incident, and it is over. */
import { MINUTE, choice, plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const types = [
  {
    code: 'brawl',
    name: { zh: '冲突', en: 'Brawl' },
    category: 'person',
    legal: 'socialSecurity',
    words: [],
  },
] as const
const categories = [{ code: 'person', name: { zh: '人身安全', en: 'Safety' } }]
const response = plan(
  'response',
  [
    step('call', { stage: 'report', due: { within: 3 * MINUTE, from: 'activated' } }),
    step('arrive'),
  ],
  {
    types: ['brawl'],
    facts: [choice('cause', ['wet', 'dark'], { recordOnly: true })],
  },
)
export const library = () => smallLibrary([response], { types, categories })
export const NOVEMBER = { month: '2026-11' }

/**
 * One of November with a late limit and casualties, and the month is over: 2 December, nine
 * o'clock.
 */
export async function openDecember(
  on: 'memory' | 'sqlite' = 'memory',
): Promise<{ kit: Kit; id: string }> {
  const kit = await openStation({ on, library: library(), at: '2026-11-28T09:00:00+08:00' })
  const id = await kit.run(['response'], {
    type: 'brawl',
    place: '前厅',
    channel: '电话',
    narrative: '报警人张三说前厅打架',
    reporter: '张三 13800001111',
  })
  await kit.clock.advance('4 min')
  await kit.ask('incident/step', {
    incidentId: id,
    stepId: 'call',
    outcome: 'done',
    onBehalfOf: { person: '保安队', channel: '电话', words: '李四受伤流血' },
  })
  await kit.ask('incident/explain', { incidentId: id, stepId: 'call', reason: '人手不够' })
  await kit.ask('incident/assess', {
    incidentId: id,
    casualties: { minor: 1 },
    loss: 300,
    severity: 'ordinary',
  })
  await kit.ask('incident/note', { incidentId: id, words: '伤者李四送医' })
  await kit.run(['response'], { drill: true, place: '演练场' })
  return { kit: await kit.restart('4 d'), id }
}
