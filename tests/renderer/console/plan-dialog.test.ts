/** The form that activates a plan: what is known stands in it already, and Enter takes it. */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import PlanDialog from '#renderer/console/pages/now/plans/PlanDialog.vue'
import {
  commanderOnDuty,
  firstProposed,
  lastsMinutes,
  levelBySeverity,
} from '#renderer/console/pages/now/plans/plan-prefill.ts'
import type { Proposal } from '#shared/contract/contract.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { plan as anyPlan, step as anyStep } from '../../kit/plan.ts'
import { incident, plan as run } from '../board-parts.ts'
import { accepted, mountConsole } from './desk.ts'
import { planSummary } from './plans.ts'

const proposal = (planId: string, part: Partial<Proposal> = {}): Proposal => ({
  ...{ planId, type: null, words: ['冒烟'], preselected: true },
  ...{ title: localized(planId, planId), reason: localized('', '') },
  ...part,
})
const fire = anyPlan('fire', [], { commander: 'leader', defaultLevel: 3 })
const provisional = { activation: { by: 'desk', confirmedBy: 'leader', clause: 'S00-01' } }

async function dialog(
  part: Partial<BoardIncident> = {},
  {
    plans = [fire],
    proposals = [proposal('fire')],
  }: {
    plans?: readonly Plan[]
    proposals?: readonly Proposal[]
  } = {},
) {
  const mounted = await mountConsole(
    PlanDialog,
    { incident: incident({ id: 'one', plans: [], level: null, ...part }), switching: false },
    {
      'plans/list': () =>
        accepted<'plans/list'>(plans.map(({ id, title }) => planSummary(id, { title }))),
      'plans/read': ({ planId }) =>
        accepted<'plans/read'>(plans.find(({ id }) => id === planId) ?? fire),
      'roster/read': () =>
        accepted<'roster/read'>({ posts: { leader: [{ person: '陈军', phone: '1' }] } }),
      'incident/propose': () =>
        accepted<'incident/propose'>({
          proposals,
          heard: { casualties: {}, unhurt: false, severity: null, drill: false },
        }),
    },
  )
  await mounted.show({ duty: [] })
  const box = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!
  const commander = () =>
    box().querySelector<HTMLInputElement>('label.field-box input[maxlength="200"]')!
  const tick = () => box().querySelector<HTMLInputElement>('input[type=checkbox]')!
  const submit = async (): Promise<unknown> => {
    box().querySelector<HTMLButtonElement>('[type=submit]')!.click()
    await flushPromises()
    return mounted.station.of('incident/activate').at(-1)
  }
  return { ...mounted, box, commander, tick, submit }
}

describe('the form that activates a plan', () => {
  it('holds the first proposal, who commands by the roster, and the usual level by its name', async () => {
    const { box, commander, submit, page } = await dialog()
    expect(box().textContent).toContain('预案fire')
    expect(box().textContent).toContain('按预案：3级')
    expect(commander().value).toBe('陈军')
    expect(await submit()).toEqual({
      ...{ incidentId: 'one', planId: 'fire', level: null, supersedes: null },
      commander: '陈军',
    })
    page.unmount()
  })

  it('takes the level from the severity where that asks for more, and says so', async () => {
    const { box, submit, page } = await dialog({ severity: 'major' })
    expect(box().textContent).toContain('事件等级：重大')
    expect(await submit()).toMatchObject({ level: 2 })
    page.unmount()
  })

  it('ticks provisional where the plan starts so, and says it only where somebody changes it', async () => {
    const plans = [{ ...fire, ...provisional }]
    const { tick, submit, page } = await dialog({}, { plans })
    expect(tick().checked).toBe(true)
    expect(await submit()).not.toHaveProperty('provisional')
    page.unmount()
    const other = await dialog({}, { plans })
    other.tick().click()
    expect(await other.submit()).toMatchObject({ provisional: false })
    other.page.unmount()
  })

  it('an annex is provisional and has its level as the base that it brings along', async () => {
    const base = anyPlan('base', [], { ...provisional, defaultLevel: 2, commander: 'leader' })
    const annex = anyPlan('annex', [], { extends: 'base', commander: 'leader' })
    const options = { plans: [base, annex], proposals: [proposal('annex')] }
    const { tick, box, page } = await dialog({}, options)
    expect(tick().checked).toBe(true)
    expect(box().textContent).toContain('按预案：2级')
    page.unmount()
    const running = await dialog({ plans: [run({ planId: 'base' })] }, options)
    expect(running.tick().checked).toBe(false)
    running.page.unmount()
  })

  it('is empty where nothing is proposed, and begins in the field where a plan is looked for', async () => {
    const { box, submit, page } = await dialog({}, { proposals: [proposal('fire', { words: [] })] })
    expect(await submit()).toBeUndefined()
    expect(box().querySelector('[data-first]')).toBe(box().querySelector('input[role=combobox]'))
    page.unmount()
  })

  it('has filled in what an activation states, and sends of it what somebody changes', async () => {
    const steps = [
      anyStep('report', { title: localized('上报', 'Report') }),
      anyStep('out', { title: localized('疏散', 'Evacuate'), lifeSafety: true }),
    ]
    const { box, submit, page } = await dialog({ place: '后厨' }, { plans: [{ ...fire, steps }] })
    const field = (name: string) =>
      box().querySelector<HTMLInputElement | HTMLTextAreaElement>(`.stated ${name}`)!
    const type = async (name: string, words: string): Promise<void> => {
      field(name).value = words
      field(name).dispatchEvent(new Event('input'))
      await flushPromises()
    }
    expect(box().querySelector<HTMLDetailsElement>('.stated')?.open).toBe(false)
    expect([field('.matter').value, field('.hours').value]).toEqual(['后厨 预案fire', ''])
    expect(field('textarea').value).toBe('疏散；上报')
    await type('.hours', '半天')
    expect(await submit()).toBeUndefined()
    await type('.hours', '1.5')
    await type('textarea', '先疏散，再灭火')
    expect(await submit()).toEqual({
      ...{ incidentId: 'one', planId: 'fire', level: null, supersedes: null },
      ...{ commander: '陈军', lastsMinutes: 90, measures: '先疏散，再灭火' },
    })
    page.unmount()
  })

  it('does not take away who was typed as commander', async () => {
    const { commander, page, station } = await dialog({}, { proposals: [] })
    commander().value = '周岚'
    commander().dispatchEvent(new Event('input'))
    await flushPromises()
    expect(station.of('plans/read')).toEqual([])
    expect(commander().value).toBe('周岚')
    page.unmount()
  })
})

describe('what is known before a plan starts', () => {
  it.each<[string, number | null | undefined]>([
    ['', null],
    [' 4 ', 240],
    ['0.25', 15],
    ['2160', 129_600],
    ['2161', undefined],
    ['0', undefined],
    ['四', undefined],
  ])('hours typed as "%s" last %s minutes', (typed, minutes) => {
    expect(lastsMinutes(typed)).toBe(minutes)
  })

  const unassessed = { level: null, severity: null, severitySuggested: null }

  it('a level goes by the severity only upwards, and only if the plan has it', () => {
    const levelFor = (part: Partial<typeof fire>, of: object) =>
      levelBySeverity({ ...fire, ...part }, { ...unassessed, ...of })
    expect(levelFor({}, {})).toBeNull()
    expect(levelFor({}, { severity: 'extraordinary' })).toBe(1)
    expect(levelFor({}, { severitySuggested: 'major' })).toBe(2)
    expect(levelFor({}, { severity: 'ordinary', severitySuggested: 'major' })).toBeNull()
    expect(levelFor({}, { severity: 'serious' })).toBeNull()
    expect(levelFor({}, { severity: 'major', level: 2 })).toBeNull()
    expect(levelFor({ levels: [] }, { severity: 'major' })).toBeNull()
    expect(levelFor({ defaultLevel: null }, { severity: 'ordinary' })).toBe(4)
  })

  it('a rule of a plan goes before the words; what runs and what fits everything is passed over', () => {
    const ruled = { proposed: [{ planId: 'next' }] as unknown as BoardIncident['proposed'] }
    expect(firstProposed(ruled, [proposal('fire')], () => false)).toBe('next')
    expect(firstProposed({ proposed: [] }, [proposal('fire')], (id) => id === 'fire')).toBe('')
    expect(firstProposed({ proposed: [] }, [proposal('all', { words: [] })], () => false)).toBe('')
  })

  it('the first holder of the commanding post commands', () => {
    const holders = ['陈军', '周岚'].map((person) => ({ person, phone: '' }))
    expect(commanderOnDuty(fire, { leader: holders })).toBe('陈军')
    expect(commanderOnDuty(fire, null)).toBe('')
  })
})
