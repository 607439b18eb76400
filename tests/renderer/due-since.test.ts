/**
 * Since when a step is due that nobody has in hand: the wall's row, the console's row and every
 * form of its alert say the same, though the alert was raised late or for another step.
 */
import { describe, expect, it } from 'vitest'
import AlertStrip from '#renderer/console/app/frame/AlertStrip.vue'
import AlertCard from '#renderer/console/pages/now/alerts/AlertCard.vue'
import AlertLine from '#renderer/console/pages/now/alerts/AlertLine.vue'
import ActiveIncidentRow from '#renderer/console/components/incident/ActiveIncidentRow.vue'
import { localized } from '#shared/domain/text.ts'
import { alert, board, fact, incident, MINUTE, NOW, SECOND, step } from './board-parts.ts'
import { mountConsole, read } from './console/desk.ts'
import { show, useWall, wall } from './wall/wall-kit.ts'

useWall()

const FOR = 16 * MINUTE + 40 * SECOND
const title = localized('开出口疏散群众', 'Open the exits')
const out = step({
  ...{ id: 'out', short: title, lifeSafety: true },
  openedAt: NOW - FOR - MINUTE,
  nudgeAt: NOW - 10 * SECOND, // when the alert came to be about it
})
const member = { planId: 'plan-1', dueAt: NOW - FOR, lifeSafety: true, title }
const raised = { kind: 'nudge', priority: 1, stepId: null, raisedAt: NOW - 10 * SECOND } as const
const over = (raisedFor: number, of: 'step' | 'question') => {
  const members = [{ ...member, ...(of === 'step' ? { stepId: 'out' } : { factKey: 'size' }) }]
  return alert({ ...raised, dueAt: raisedFor, members })
}
const size = fact({ key: 'size', decides: ['out'], nudgeAt: NOW - 10 * SECOND })

const TESTS = [
  ['a step whose alert a station raised late', over(NOW - FOR, 'step'), [out], {}],
  ['a step whose alert was raised for another', over(NOW - 30 * MINUTE, 'step'), [out], {}],
  [
    'a question that life hangs on',
    over(NOW - 30 * MINUTE, 'question'),
    [{ ...out, state: 'waiting' as const }],
    { facts: [size], asks: { key: 'size', planId: 'plan-1' } },
  ],
  [
    'a step of which no word came',
    over(NOW - 30 * MINUTE, 'step'),
    [{ ...out, state: 'accepted' as const }],
    {},
  ],
] as const

describe.each(TESTS)('%s', (_, its, steps, part) => {
  const fire = incident({ id: 'fire', steps, alerts: [its], ...part })
  const desk = { alert: its, incident: fire }

  it('counts alike on the wall as at the desk', async () => {
    await show(board({ incidents: [fire] }))
    expect(read(wall.get('.row .hero'))).toMatch(/^\+16:4\d$/)
    const row = await mountConsole(ActiveIncidentRow, { incident: fire, index: 0, chosen: false })
    await row.show({ incidents: [fire] })
    expect(read(row.page.get('.fig'))).toMatch(/^\+16:4\d$/)
  })

  it('counts alike in its card, in a line of a flood and on the other pages', async () => {
    const card = await mountConsole(AlertCard, { desk, top: true, keyed: true, off: false })
    const line = await mountConsole(AlertLine, { alerts: [desk], below: false, off: false })
    const strip = await mountConsole(AlertStrip, {})
    for (const face of [card, line, strip]) {
      await face.show({ incidents: [fire] })
      expect(read(face.page.get('.fig'))).toMatch(/^\+16:4\d$/)
    }
  })
})
