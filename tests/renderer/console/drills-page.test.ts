/**
 * The part 演练 of readiness: the programme, a drill that is arranged, its control panel, and its
 * evaluation.
 */
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ReplyOf } from '#shared/contract/contract.ts'
import type { DrillRead } from '#shared/domain/drill/draw.ts'
import type { ScoreItem } from '#shared/domain/drill/scoring.ts'
import { localized } from '#shared/domain/text.ts'
import DrillsPart from '#renderer/console/pages/readiness/drills/DrillsPart.vue'
import { MINUTE, NOW } from '../board-parts.ts'
import { accepted, mountConsole, read } from './desk.ts'
import { planSummary } from './plans.ts'

const both = (text: string) => localized(text, text)
const owner = (name: string) => ({ postId: null, personId: null, name: both(name) })
const drill = (part: Partial<DrillRead> = {}): DrillRead => ({
  ...{
    version: 1,
    id: 'd1',
    planId: 'fire',
    planTitle: both('火灾处置'),
    state: 'planned',
    isPlayedOut: false,
    isCounted: false,
  },
  ...{ form: 'full', purpose: 'verification', day: '2026-11-24', place: '一层' },
  ...{ narrative: '有人报告：冒烟', leader: owner('周敏'), evaluator: owner('王主任') },
  participants: [{ id: 'p1', post: null, personId: null, person: '李强', acknowledgedAt: null }],
  ...{ setBack: null, arrangedAt: NOW, arrangedBy: '周敏', calledOff: null, started: null },
  ...{ play: null, deliveries: [], skipped: [], findings: [], ended: null },
  ...{ evaluation: null, reportedOut: null },
  script: [
    {
      id: 'n1',
      after: MINUTE,
      words: '浓烟',
      to: '前台',
      expects: '疏散',
      stepId: null,
      within: null,
    },
    {
      id: 'n2',
      after: 9 * MINUTE,
      words: '有人被困',
      to: null,
      expects: null,
      stepId: null,
      within: null,
    },
    {
      id: 'n3',
      after: null,
      words: '记者来电',
      to: null,
      expects: null,
      stepId: null,
      within: null,
    },
  ],
  ...part,
})
const RUNNING = drill({
  state: 'running',
  started: { incidentId: 'i1', number: '演2026-001', at: NOW - 2 * MINUTE, by: '周敏' },
  play: { since: NOW - 2 * MINUTE, played: 0, speed: 1, isOnHold: false },
})
const ENDED = drill({
  ...{ state: 'ended', isPlayedOut: true, isCounted: true, started: RUNNING.started },
  ended: { at: NOW, by: '周敏', planIds: ['fire'], brokenOff: null },
})
const item = (id: string, proposed: ScoreItem['proposed']): ScoreItem => ({
  ...{ id, kind: 'limit', title: both(`步骤${id}`), basis: both('时限内完成') },
  ...{ stepId: null, role: null, proposed },
})
const reply = (
  of: DrillRead,
  part: Partial<ReplyOf<'drill/read'>> = {},
): ReplyOf<'drill/read'> => ({
  ...{ drill: of, items: [], steps: [], actions: [], evaluationDue: null, reportOutDue: null },
  ...part,
})
const FIGURES: ReplyOf<'drill/list'>['year'] = {
  ...{ held: 1, brokenOff: 0, due: 2, done: 1, evaluated: 0, acknowledged: 0, reportedOut: 0 },
  ...{ findings: 0, participants: 1, byForm: { desk: 0, function: 0, full: 1 } },
  byGrade: { excellent: 0, good: 0, fair: 0, poor: 0 },
}
const LIST: ReplyOf<'drill/list'> = {
  ...{ drills: [drill()], year: FIGURES, today: '2026-11-24', reportsOut: true },
  unarranged: [
    {
      ...{
        incidentId: 'i7',
        number: '演2026-007',
        startedAt: NOW,
        startedBy: '周敏',
        endedAt: NOW,
      },
      plans: [{ id: 'fire', title: both('火灾处置') }],
    },
    {
      ...{
        incidentId: 'i8',
        number: '演2026-008',
        startedAt: NOW,
        startedBy: '周敏',
        endedAt: NOW,
      },
      plans: [],
    },
  ],
  due: [
    {
      ...{ planId: 'gas', title: both('燃气泄漏'), kind: 'scene', policyId: 'p', last: null },
      ...{ due: '2026-11-20', remindFrom: '2026-10-21', arranged: null },
    },
    {
      ...{ planId: 'fire', title: both('火灾处置'), kind: 'fire', policyId: 'p' },
      ...{ last: '2026-06-01', due: '2026-12-01', remindFrom: '2026-11-01' },
      arranged: { drillId: 'd1', day: '2026-11-24' },
    },
  ],
}

async function opened(
  hash: string,
  answer: ReplyOf<'drill/read'> | null = null,
  locale: 'zh-CN' | 'en' = 'zh-CN',
) {
  location.hash = hash
  const mounted = await mountConsole(
    DrillsPart,
    {},
    {
      'drill/list': () => accepted<'drill/list'>(LIST),
      'drill/people': () => accepted<'drill/people'>({ people: [] }),
      'plans/list': () => accepted<'plans/list'>([planSummary('gas'), planSummary('fire')]),
      'drill/script-read': ({ planId }) =>
        accepted<'drill/script-read'>({
          ...{ saved: null, steps: [{ id: 's1', title: both('疏散') }] },
          narrative: both(planId === 'fire' ? '着火' : '冒烟'),
          proposed: [
            {
              ...{ after: MINUTE, words: both('浓烟'), to: null, expects: both('疏散') },
              ...{ stepId: 's1', within: null },
            },
          ],
        }),
      ...(answer ? { 'drill/read': () => accepted<'drill/read'>(answer) } : {}),
      'drill/arrange': () => accepted<'drill/arrange'>({ drillId: 'd2' }),
      'drill/count': () => accepted<'drill/count'>({ drillId: 'd3' }),
      'drill/declare': () => accepted<'drill/declare'>({}),
      'drill/call-off': () => accepted<'drill/call-off'>({}),
      'drill/evaluate': () => accepted<'drill/evaluate'>({ grade: 'good', points: 8, most: 10 }),
    },
    locale,
  )
  await mounted.show({ incidents: [] })
  await flushPromises()
  return mounted
}
const press = async (page: VueWrapper, name: string): Promise<void> => {
  await page
    .findAll('button')
    .find((button) => read(button) === name)!
    .trigger('click')
  await flushPromises()
}

describe('the programme', () => {
  it('says counts and no share, and by when each plan is to be drilled', async () => {
    const { page } = await opened('#/readiness/drills')
    expect(read(page)).toContain('今年已演练1次 · 应演练预案2份，已完成1份')
    expect(read(page)).not.toContain('%')
    expect(read(page.get('[data-plan=gas]'))).toContain('逾期4天')
    expect(read(page.get('[data-plan=fire]'))).toContain('已安排2026-11-24')
    expect(page.get('[data-drill=d1] a').attributes('href')).toBe('#/readiness/drills/d1')
  })

  it('arranges a drill with the script that the plan proposes', async () => {
    const { page, station } = await opened('#/readiness/drills')
    await page.get('[data-plan=gas] button').trigger('click')
    await flushPromises()
    const dialog = document.querySelector<HTMLElement>('.el-dialog')!
    const fill = (label: string, value: string): void => {
      const field = [...dialog.querySelectorAll('label')].find(({ textContent }) =>
        textContent?.includes(label),
      )!
      const input = field.querySelector('input')!
      input.value = value
      input.dispatchEvent(new Event('input', { bubbles: true }))
    }
    fill('地点', '厨房')
    fill('组织人', '周敏')
    fill('评估人', '王主任')
    await flushPromises()
    dialog.querySelector<HTMLButtonElement>('[type=submit]')!.click()
    await flushPromises()
    expect(station.of('drill/arrange')).toMatchObject([
      {
        ...{ planId: 'gas', form: 'full', purpose: 'verification', place: '厨房' },
        ...{ narrative: '冒烟', setBackMs: null, participants: [] },
        script: [{ after: MINUTE, words: '浓烟', to: null, expects: '疏散', stepId: 's1' }],
      },
    ])
    expect(location.hash).toBe('#/readiness/drills/d2')
  })
})

it('the first report is that of the plan that is chosen, until somebody writes another', async () => {
  const { page } = await opened('#/readiness/drills')
  await page.get('[data-plan=gas] button').trigger('click')
  await flushPromises()
  const dialog = document.querySelector<HTMLElement>('.el-dialog')!
  const report = dialog.querySelector('textarea')!
  const choose = async (planId: string): Promise<string> => {
    const plans = dialog.querySelector('select')!
    plans.value = planId
    plans.dispatchEvent(new Event('change', { bubbles: true }))
    await flushPromises()
    return report.value
  }
  expect([await choose('fire'), await choose('gas')]).toEqual(['着火', '冒烟'])
  report.value = '厨房有异味'
  report.dispatchEvent(new Event('input', { bubbles: true }))
  expect(await choose('fire')).toBe('厨房有异味')
})

describe('the control panel', () => {
  it('shows what was delivered and what comes, and plays injects alone', async () => {
    const { page, station } = await opened('#/readiness/drills/d1', reply(RUNNING))
    expect(
      page.findAll('[data-delivered]').map((line) => line.attributes('data-delivered')),
    ).toEqual(['n1'])
    expect(read(page.get('[data-ahead=n2]'))).toContain('还有7:00')
    expect(read(page.get('.panel'))).toContain('步骤的时限照走不停')
    await press(page, '暂停情景')
    await press(page, '给出下一条')
    await press(page, '2倍')
    await page.get('[data-by-hand=n3] button').trigger('click')
    await flushPromises()
    expect(station.of('drill/hold')).toEqual([{ drillId: 'd1', hold: true }])
    expect(station.of('drill/speed')).toEqual([{ drillId: 'd1', speed: 2 }])
    expect(station.of('drill/deliver').map(({ injectId }) => injectId)).toEqual(['n2', 'n3'])
  })

  it('says so in English, too, while it is on hold', async () => {
    const onHold = { ...RUNNING, play: { ...RUNNING.play!, isOnHold: true } }
    const { page } = await opened('#/readiness/drills/d1', reply(onHold), 'en')
    expect(read(page.get('.panel'))).toContain('Injects on hold')
    expect(read(page)).not.toMatch(/drills\./)
  })
})

describe('a drill in which no plan ran', () => {
  const WITHOUT = drill({
    ...{ state: 'ended', isPlayedOut: true, started: RUNNING.started },
    ended: { at: NOW, by: '周敏', planIds: [], brokenOff: null },
  })
  it('says before its end and after it why it does not count, and what to do', async () => {
    const { page: running } = await opened('#/readiness/drills/d1', reply(RUNNING))
    await press(running, '结束演练')
    expect(document.querySelector('.el-dialog')!.textContent).toContain('先到“当前”启动预案')
    document.body.replaceChildren()
    const { page } = await opened('#/readiness/drills/d1', reply(WITHOUT))
    expect(read(page.get('.no-plan'))).toContain('不算任何一份预案的演练')
    expect(read(page.get('.no-plan'))).toContain('另行安排一次')
    expect(page.find('.no-plan button').exists()).toBe(false)
  })
  it('at a desk counts by one click, and that is taken back by another', async () => {
    const desk = { ...WITHOUT, form: 'desk' } as const
    const { page, station } = await opened('#/readiness/drills/d1', reply(desk))
    await press(page, '桌上过了预案，计为演练')
    const declared = { ...desk, isCounted: true, declared: { at: NOW, by: '周敏' } }
    const { page: after, station: later } = await opened(
      '#/readiness/drills/d1',
      reply(declared),
      'en',
    )
    expect(read(after.get('.no-plan'))).toContain('周敏 recorded on 2026-11-24')
    await press(after, 'Take back')
    expect(station.of('drill/declare')).toEqual([{ drillId: 'd1', declare: true }])
    expect(later.of('drill/declare')).toEqual([{ drillId: 'd1', declare: false }])
  })
})

describe('the evaluation', () => {
  it('needs a score where none is proposed and a reason for a changed one', async () => {
    const items = [item('a', 5), item('b', null)]
    const { page, station } = await opened('#/readiness/drills/d1', reply(ENDED, { items }))
    const save = () => page.findAll('button').find((button) => read(button) === '完成评估')!
    expect(save().attributes('title')).toBe('还有1项没有打分')
    await page.get('[data-item=b] select').setValue('3')
    await page.get('[data-item=a] select').setValue('1')
    expect(save().attributes('title')).toBe('改了分的要写原因：步骤a')
    await page.get('[data-item=a] input').setValue('靠提醒')
    expect(read(page.get('.total'))).toBe('4分，满分10分：差')
    for (const area of page.findAll('.contents textarea')) await area.setValue('好')
    await page.get('.evaluate').trigger('submit')
    await flushPromises()
    expect(station.of('drill/evaluate')).toMatchObject([
      {
        scores: [
          { item: 'a', score: 1, reason: '靠提醒' },
          { item: 'b', score: 3, reason: null },
        ],
        ...{ contents: { execution: '好', suggestions: '好' }, by: '王主任', reason: null },
      },
    ])
  })
})

describe('the script of a plan', () => {
  it('is that which the plan proposes, changed and saved', async () => {
    const { page, station } = await opened('#/readiness/drills/script/gas')
    await press(page, '加一条情景')
    const save = () => page.findAll('button').find((button) => read(button) === '保存脚本')!
    expect(save().attributes('title')).toBe('第2条没有写情景')
    await page.get('[data-inject="2"] textarea').setValue('停电')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(station.of('drill/script-save')).toMatchObject([
      { planId: 'gas', script: [{ words: '浓烟' }, { words: '停电', after: null }] },
    ])
  })
})

describe('a drill that was reported at the intake', () => {
  it('is offered, and counts once somebody says its form and who led it; without a plan it says why not', async () => {
    const { page, station } = await opened('#/readiness/drills')
    const [offered, bare] = page.findAll('[data-unarranged]')
    expect(read(offered!)).toMatch(/演2026-007.*火灾处置.*计为演练/)
    expect(read(bare!)).toContain('没有启动预案，不算哪一份预案的演练')
    expect(bare!.find('button').exists()).toBe(false)
    await offered!.get('button').trigger('click')
    await flushPromises()
    const dialog = document.querySelector<HTMLElement>('.el-dialog')!
    const [form, purpose] = dialog.querySelectorAll('select')
    expect([form!.value, purpose!.value]).toEqual(['', 'verification'])
    // who takes part has boxes to write in, as every other field
    expect(dialog.querySelectorAll('.rows .field-box > input')).toHaveLength(2)
    const submit = dialog.querySelector('form')!
    submit.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(station.of('drill/count')).toEqual([])
    form!.value = 'desk'
    form!.dispatchEvent(new Event('change'))
    for (const [index, name] of ['周敏', '王主任'].entries()) {
      const field = dialog.querySelectorAll<HTMLInputElement>('.two input')[index]!
      field.value = name
      field.dispatchEvent(new Event('input'))
    }
    submit.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(station.of('drill/count')).toMatchObject([
      { incidentId: 'i7', form: 'desk', purpose: 'verification', participants: [] },
    ])
    expect(location.hash).toBe('#/readiness/drills/d3')
  })

  it('names several people as each language does', async () => {
    const [first] = ENDED.participants
    const participants = ['李强', '王芳'].map((person, nth) => ({
      ...first!,
      id: `p${nth}`,
      person,
    }))
    const { page } = await opened('#/readiness/drills/d1', reply({ ...ENDED, participants }), 'en')
    expect(read(page)).toContain('李强, 王芳')
  })

  it('says who counted it, and is taken back with a reason', async () => {
    const counted = { ...ENDED, counted: { at: NOW, by: '周敏' } }
    const { page, station } = await opened('#/readiness/drills/d1', reply(counted))
    expect(read(page)).toContain('没有事先安排，周敏于2026-11-24计为演练')
    await press(page, '撤回计入')
    const why = document.querySelector<HTMLTextAreaElement>('.el-dialog textarea')!
    why.value = '只试了电话'
    why.dispatchEvent(new Event('input'))
    await flushPromises()
    document.querySelector<HTMLButtonElement>('.el-dialog [type=submit]')!.click()
    await flushPromises()
    expect(station.of('drill/call-off')).toEqual([{ drillId: 'd1', reason: '只试了电话' }])
  })
})
