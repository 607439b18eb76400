/**
 * What a screen reader is told of alerts: each once, the grave at once, whatever lies over the
 * page.
 */
import { describe, expect, it } from 'vitest'
import App from '#renderer/console/app/App.vue'
import { PAGES } from '#renderer/console/page-table.ts'
import { inAlertOrder } from '#renderer/console/base/alert-order.ts'
import { announcementOf, waitingOf } from '#renderer/console/base/announcing.ts'
import type { BoardFault, BoardIncident } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import { alert, incident, NOW } from '../board-parts.ts'
import { accepted, mountConsole, press, read } from './desk.ts'
import { fire } from './fire-at-desk.ts'

const NOTHING: ReadonlyMap<string, number> = new Map()
const fault: BoardFault = {
  ...alert({ id: 'disk', priority: 2 }),
  kind: 'fault',
  incidentId: null,
  stepId: null,
  tone: 'fault',
}
const of = (...incidents: BoardIncident[]) => inAlertOrder(incidents)

describe('an alert', () => {
  it('is told once, and again only when it has got graver', () => {
    const soft = of(incident({ id: 'x', alerts: [alert({ id: 'a', priority: 3 })] }))
    expect(announcementOf(soft, NOTHING)?.first.alert.id).toBe('a')
    const before = waitingOf(soft)
    expect(announcementOf(soft, before)).toBeNull()
    const grave = of(incident({ id: 'x', alerts: [alert({ id: 'a', priority: 1 })] }))
    expect(announcementOf(grave, before)).toMatchObject({ grave: true, others: 0 })
    expect(announcementOf(soft, waitingOf(grave))).toBeNull() // less grave is no news
  })

  it('that waits again after it was acknowledged is told again', () => {
    const known = of(incident({ id: 'x', alerts: [alert({ id: 'a', acknowledgedAt: NOW })] }))
    expect(announcementOf(known, NOTHING)).toBeNull()
    const again = of(incident({ id: 'x', alerts: [alert({ id: 'a' })] }))
    expect(announcementOf(again, waitingOf(known))?.first.alert.id).toBe('a')
  })

  it('is told with how many others came at the same time, the most urgent first', () => {
    const many = of(
      incident({
        id: 'x',
        alerts: [alert({ id: 'low', priority: 3 }), alert({ id: 'high', priority: 1 })],
      }),
    )
    expect(announcementOf(many, NOTHING)).toMatchObject({
      first: { alert: { id: 'high' } },
      others: 1,
    })
  })

  it('interrupts where a life hangs on it or nothing can be saved, and in no drill', () => {
    const life = incident({ id: 'x', alerts: [alert({ id: 'a', priority: 1 })] })
    const late = incident({ id: 'y', alerts: [alert({ id: 'b', priority: 2 })] })
    const drill = incident({ id: 'z', drill: true, alerts: [alert({ id: 'c', priority: 1 })] })
    const isGrave = (...incidents: BoardIncident[]) =>
      announcementOf(of(...incidents), NOTHING)?.grave
    expect([isGrave(life), isGrave(late), isGrave(drill)]).toEqual([true, false, false])
    expect(announcementOf(inAlertOrder([], [fault]), NOTHING)?.grave).toBe(true)
  })
})

describe('on the screen', () => {
  const cause = localized('没人办：拨打119', 'Nobody on it: call 119')
  const actor = { role: localized('值班领导', 'Duty leader'), people: ['何建国'] }
  const nudge = alert({ id: 'nudge', kind: 'nudge', priority: 1, cause, actor })

  it('a grave one is read out at once: where, what, and whose it is now', async () => {
    const { page, show } = await mountConsole(App, { pages: PAGES })
    await show({ incidents: [fire()] })
    const assertive = () => read(page.get('.unseen > [role=alert]'))
    expect(assertive()).toBe('')
    await show({ incidents: [fire({ alerts: [nudge] })] })
    expect(assertive()).toBe('大厅二楼 没人办：拨打119。值班领导')
  })

  it('is not read out again by a board that says nothing new of it, nor by another page', async () => {
    const noHits = () => accepted<'history/search'>({ rows: [], next: null, total: 0 })
    const { page, show } = await mountConsole(App, { pages: PAGES }, { 'history/search': noHits })
    await show({ incidents: [fire({ alerts: [nudge] })] })
    const spoken = page.get('.unseen > [role=alert] span').element
    await show({ incidents: [fire({ alerts: [nudge], version: 9 })] })
    press('2', { code: 'Digit2', ctrlKey: true, shiftKey: true })
    await show({ incidents: [fire({ alerts: [nudge], version: 10 })] })
    expect(page.get('.unseen > [role=alert] span').element).toBe(spoken)
    expect(page.findAll('[role=alert]').filter((part) => part.text() !== '')).toHaveLength(1)
    location.hash = '#/now'
  })

  it('one that can wait is read when the screen reader is free', async () => {
    const { page, show } = await mountConsole(App, { pages: PAGES })
    await show({ incidents: [fire({ alerts: [{ ...nudge, priority: 3 }] })] })
    expect(read(page.get('.unseen > [role=status]'))).toContain('没人办：拨打119')
    expect(page.get('.unseen > [role=alert]').text()).toBe('')
  })

  it('is heard while the intake is open, and while a dialog is', async () => {
    const { page, show } = await mountConsole(App, { pages: PAGES })
    await show({ incidents: [fire()] })
    await page.get('.intake input').trigger('focusin')
    await page.get('.intake input').setValue('三楼冒烟')
    await show({ incidents: [fire({ alerts: [nudge] })] })
    expect(page.get('.unseen > [role=alert]').text()).toContain('没人办')
    press('F1')
    const other = {
      ...nudge,
      id: 'other',
      cause: localized('没人办：疏散', 'Nobody on it: evacuate'),
    }
    await show({ incidents: [fire({ alerts: [nudge, other] })] })
    const heard = page.get('.unseen > [role=alert]')
    expect(heard.text()).toContain('没人办：疏散')
    expect(heard.element.closest('[aria-hidden=true], [inert]')).toBeNull()
  })
})
