/**
 * Tests what the intake does with what the station proposes: which row Enter takes, what it says
 * where nobody was asked, and what the words tell beside the plan.
 */
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answered, Proposal } from '#shared/contract/contract.ts'
import type { Heard } from '#shared/domain/match/heard.ts'
import { localized } from '#shared/domain/text.ts'
import IntakeBar from '#renderer/console/app/intake/IntakeBar.vue'
import { ASK_AFTER_MS } from '#renderer/console/app/intake/use-proposals.ts'
import { READ_MS } from '#renderer/console/base/key-target.ts'
import { accepted, mountConsole, press, read, refused, type ScriptedLink } from './desk.ts'
import { planSummary } from './plans.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  sessionStorage.clear()
  vi.useRealTimers()
})

const proposal = (planId: string, part: Partial<Proposal> = {}): Proposal => ({
  planId,
  type: null,
  title: localized(`预案${planId}`, planId),
  reason: localized('提到“坏了”', planId),
  words: ['坏了'],
  preselected: false,
  ...part,
})
const proposed = (
  proposals: readonly Proposal[],
  heard: Partial<Heard> = {},
): Answered<'incident/propose'> =>
  accepted<'incident/propose'>({
    proposals,
    heard: { casualties: {}, unhurt: false, severity: null, drill: false, ...heard },
  })

type Intake = { page: VueWrapper; station: ScriptedLink; field: HTMLInputElement }

async function typed(
  narrative: string,
  answer: Answered<'incident/propose'>,
  answers: Parameters<typeof mountConsole>[2] = {},
): Promise<Intake> {
  const { page, station, show } = await mountConsole(
    IntakeBar,
    {},
    {
      'incident/propose': () => answer,
      'incident/report': () =>
        accepted<'incident/report'>({ incidentId: 'new', proposals: [], similar: [] }),
      ...answers,
    },
  )
  await show({})
  const input = page.get<HTMLInputElement>('input[role=combobox]')
  input.element.focus()
  await input.setValue(narrative)
  await vi.advanceTimersByTimeAsync(ASK_AFTER_MS)
  await flushPromises()
  return { page, station, field: input.element }
}
const enter = async ({ field }: Intake): Promise<void> => {
  press('Enter', { on: field })
  await flushPromises()
}

describe('two plans that lie near each other', () => {
  const near = proposed([proposal('one'), proposal('two')])

  it('are told, and only a second Enter takes the first', async () => {
    const desk = await typed('空调坏了', near)
    expect(read(desk.page.get('.none'))).toContain('两份预案差不多')
    await enter(desk)
    expect(desk.station.of('incident/report')).toEqual([])
    expect(read(desk.page.get('.none'))).toContain('还没有启动')
    await enter(desk) // a hand that shakes
    expect(desk.station.of('incident/report')).toEqual([])
    await vi.advanceTimersByTimeAsync(READ_MS)
    await enter(desk)
    expect(desk.station.of('incident/activate')).toMatchObject([{ planId: 'one' }])
  })

  it('are settled by ↓: one Enter takes the other', async () => {
    const desk = await typed('空调坏了', near)
    press('ArrowDown', { on: desk.field })
    await enter(desk)
    expect(desk.station.of('incident/activate')).toMatchObject([{ planId: 'two' }])
  })
})

it('where nothing was recognised Enter reports without the general plan, which ↑ still reaches', async () => {
  const general = proposed([proposal('general', { words: [] })])
  const desk = await typed('嗯那个', general)
  expect(read(desk.page.get('.none'))).toContain('没有找到对应的预案')
  await enter(desk)
  expect(desk.station.of('incident/report')).toHaveLength(1)
  expect(desk.station.of('incident/activate')).toEqual([])
  const again = await typed('嗯那个', general)
  press('ArrowUp', { on: again.field })
  await enter(again)
  expect(again.station.of('incident/activate')).toMatchObject([{ planId: 'general' }])
})

it('without contact it says that it could not ask, and not that nothing fits', async () => {
  const desk = await typed('三楼冒烟', refused('no-contact', '与值守站失去联系，没有发出'))
  expect(read(desk.page.get('.none'))).toContain('查不到预案')
  expect(read(desk.page)).not.toContain('没有找到对应的预案')
})

it('every row names the place that will be recorded, the typed one too', async () => {
  const desk = await typed(
    '政务大厅三楼着火',
    proposed([proposal('fire', { place: '政务大厅三楼', preselected: true })]),
  )
  expect(read(desk.page.get('[role=option]'))).toContain('政务大厅三楼')
  await desk.page.get('.place input').setValue('2号楼')
  const rows = desk.page.findAll('[role=option]').map(read)
  expect(rows.every((row) => row.includes('2号楼') && !row.includes('政务大厅三楼'))).toBe(true)
})

describe('a drill in the words', () => {
  it('offers the switch first, and what is rehearsed is asked for as a report', async () => {
    const desk = await typed('消防演练，二楼着火', proposed([]))
    expect(read(desk.page)).toContain('内容里提到演练')
    const [first] = desk.page.findAll('.field button, .field label')
    expect(first?.classes()).toContain('drill')
    await first?.trigger('click')
    await flushPromises()
    expect(desk.station.of('incident/propose').at(-1)).toEqual({
      narrative: '消防演练，二楼着火',
      drill: true,
    })
    expect(read(desk.page)).not.toContain('内容里提到演练')
  })
})

describe('people in the words', () => {
  const fire = proposed([proposal('fire', { preselected: true })], { casualties: { minor: 3 } })

  it('are shown as they will be recorded, and Enter records them', async () => {
    const desk = await typed('着火，三个人受伤', fire)
    const minor = desk.page.findAll<HTMLInputElement>('.heard input')[2]
    expect(minor?.attributes('placeholder')).toBe('3')
    await enter(desk)
    expect(desk.station.of('incident/assess')).toEqual([
      { incidentId: 'new', casualties: { minor: 3 } },
    ])
  })

  it('whom nobody has counted are shown and recorded as at least one', async () => {
    const heard = { casualties: { dead: 1, minor: 3 }, uncounted: ['dead'] as const }
    const desk = await typed('有人死了，三人受伤', proposed([], heard))
    const fields = desk.page.findAll<HTMLInputElement>('.heard input')
    expect(fields[0]?.attributes('placeholder')).toBe('≥1')
    await enter(desk)
    expect(desk.station.of('incident/assess')).toEqual([
      { incidentId: 'new', atLeastOne: ['dead'], casualties: { minor: 3 } },
    ])
  })

  it('who cannot help themselves have a field of their own, and no casualties beside it', async () => {
    const heard = { casualties: { vulnerable: 1 }, uncounted: ['vulnerable'] as const }
    const desk = await typed('着火，里面有老人', proposed([], heard))
    expect(desk.page.findAll('.heard label').map(read)).toEqual(['老幼病残孕'])
    const field = desk.page.get<HTMLInputElement>('.heard input')
    expect(field.attributes('placeholder')).toBe('≥1')
    await enter(desk)
    expect(desk.station.of('incident/assess')).toEqual([
      { incidentId: 'new', atLeastOne: ['vulnerable'] },
    ])
  })

  it('are put right before: what is typed goes first', async () => {
    const desk = await typed('着火，三个人受伤', fire)
    const [, serious, minor] = desk.page.findAll<HTMLInputElement>('.heard input')
    await minor?.setValue('2')
    await serious?.setValue('1')
    press('Enter', { on: serious!.element })
    await flushPromises()
    expect(desk.station.of('incident/assess')).toEqual([
      { incidentId: 'new', casualties: { serious: 1, minor: 2 } },
    ])
  })

  it('are not recorded by an Enter that was faster than the answer: nobody has seen them', async () => {
    const desk = await typed('着火', proposed([proposal('fire', { preselected: true })]))
    desk.station.answers['incident/propose'] = () => fire
    await desk.page.get('input[role=combobox]').setValue('着火，三个人受伤')
    await enter(desk)
    expect(desk.station.of('incident/report')).toHaveLength(1)
    expect(desk.station.of('incident/assess')).toEqual([])
  })

  it('that nobody is hurt is shown and not recorded', async () => {
    const desk = await typed(
      '着火，没有人受伤',
      proposed([proposal('fire', { preselected: true })], { unhurt: true }),
    )
    expect(read(desk.page.get('.heard'))).toContain('没有人受伤')
    await enter(desk)
    expect(desk.station.of('incident/assess')).toEqual([])
  })
})

describe('what is proposed', () => {
  const library = (plans: ReturnType<typeof planSummary>[]) => ({
    'plans/list': () => accepted<'plans/list'>(plans),
  })

  it('says that a plan is incomplete before somebody starts it', async () => {
    const { page } = await typed(
      '空调坏了',
      proposed([proposal('one'), proposal('two')]),
      library([planSummary('one', { completeness: 'incomplete' }), planSummary('two')]),
    )
    const rows = page.findAll('li[role=option]').map(read)
    expect(rows.map((row) => row.includes('未补全'))).toEqual([true, false, false])
  })

  it('where no plan is in use, says that and not that other words would find one', async () => {
    const { page } = await typed('空调坏了', proposed([]), library([]))
    expect(read(page.get('.none'))).toMatch(/没有在用的预案.*先接报.*“预案”页恢复或编写/)
    expect(read(page.get('.none'))).not.toContain('换个说法')
  })
})
