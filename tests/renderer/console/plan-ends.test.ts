/**
 * Tests how a plan ends at the desk: by one that takes its place, by itself, and how a move is
 * taken back. What lives depend on is listed, with a field for the reason.
 */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { plan } from '../board-parts.ts'
import { accepted, refused } from './desk.ts'
import { call, consoleShowing, fire } from './fire-at-desk.ts'

const words = (): string => dialog().textContent.replace(/\s+/g, ' ')
const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!
async function fill(reason: string): Promise<void> {
  const field = dialog().querySelector('textarea')!
  field.value = reason
  field.dispatchEvent(new Event('input'))
  await flushPromises()
  dialog().querySelector<HTMLButtonElement>('[type=submit]')!.click()
  await flushPromises()
}
/** An entry of the menu 更多. */
async function choose(label: string): Promise<void> {
  document.querySelector<HTMLButtonElement>('.moves [aria-haspopup]')!.click()
  await flushPromises()
  const entries = [...document.querySelectorAll<HTMLElement>('.el-dropdown-menu__item')]
  entries.find(({ textContent }) => textContent.includes(label))!.click()
  await flushPromises()
}

describe('a plan that takes the place of another', () => {
  const proposed = {
    planId: 'next',
    title: localized('疏散预案', 'Evacuation'),
    why: localized('有人受困', 'Somebody is trapped'),
    clause: 'S09-77',
    supersedes: 'plan-1',
  }

  it('does so when it is accepted as proposed, and asks why what lives depend on is left', async () => {
    let tries = 0
    const { page, station } = await consoleShowing(
      {
        incidents: [
          fire({
            plans: [plan({ planId: 'plan-1' })],
            proposed: [{ ...proposed, planId: 'first' }, proposed],
          }),
        ],
      },
      {
        'incident/activate': () =>
          tries++ === 0
            ? refused('life-safety-open', '还有关系人命的事项没有落实', ['call'])
            : accepted<'incident/activate'>({}),
      },
    )
    await page.findAll('.proposed .boxed')[1]!.trigger('click')
    await flushPromises()
    expect(words()).toMatch(/原预案有1项关系人命.*拨打119.*不再做的原因/)
    await fill('消防已到场')
    const request = { incidentId: 'fire', planId: 'next', supersedes: 'plan-1' }
    expect(station.of('incident/activate')).toEqual([
      request,
      { ...request, reasons: { call: '消防已到场' } },
    ])
    page.unmount()
  })
})

describe('in the menu', () => {
  it('a plan is ended with a reason, which serves what lives depend on', async () => {
    const plans = [plan({ planId: 'plan-1' })]
    const { page, station } = await consoleShowing({
      incidents: [fire({ plans, steps: [{ ...call, planId: 'plan-1' }] })],
    })
    await choose('停用预案')
    expect(words()).toMatch(/其中1项关系人命.*恢复电话接入/)
    await fill('启动错了')
    expect(station.of('incident/stop-plan')).toEqual([
      {
        incidentId: 'fire',
        planId: 'plan-1',
        reason: '启动错了',
        reasons: { call: '启动错了' },
      },
    ])
    page.unmount()
  })

  it('a move is taken back with a reason, and only where there is a state before', async () => {
    const { page, station, show } = await consoleShowing({
      incidents: [fire({ state: 'contained' })],
    })
    await choose('撤回到上一状态')
    expect(words()).toMatch(/撤回“已控制”：大厅二楼/)
    await fill('又冒烟')
    expect(station.of('incident/move-back')).toEqual([{ incidentId: 'fire', reason: '又冒烟' }])
    await show({ incidents: [fire({ state: 'responding' })] })
    expect(document.body.textContent).not.toContain('撤回到上一状态')
    page.unmount()
  })
})
