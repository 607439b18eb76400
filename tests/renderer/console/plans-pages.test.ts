import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import CardPage from '#renderer/console/pages/plans/card/CardPage.vue'
import DocumentPage from '#renderer/console/pages/plans/document/DocumentPage.vue'
import LibraryPage from '#renderer/console/pages/plans/library/LibraryPage.vue'
import PlanPage from '#renderer/console/pages/plans/plan/PlanPage.vue'
import { localized } from '#shared/domain/text.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { choice, plan, rung, step } from '../../kit/plan.ts'
import { desk, no, press, read, yes } from './desk.ts'
import { documentRead, documentSummary, planSummary, revision, typeSummary } from './plans.ts'
import { until } from '../../kit/until.ts'

beforeEach(() => {
  location.hash = '#/plans'
})
afterEach(() => {
  location.hash = ''
})

const fire: Plan = plan(
  'fire',
  [
    step('call', {
      stage: 'report',
      title: localized('拨打119', 'Call 119'),
      calls: [{ number: '119', who: localized('消防', 'Fire service') }],
      say: localized('{place}着火', 'Fire at {place}'),
      urgency: 'immediate',
      lifeSafety: true,
    }),
    step('out', {
      stage: 'on-site',
      title: localized('疏散', 'Evacuate'),
      after: ['call'],
      when: { fact: 'size', is: 'large' },
      due: { within: { workday: 900_000, holiday: 2_700_000 }, from: 'reported' },
      late: [rung('manager', 300_000, { proposed: true })],
      starts: { plan: null, handsOver: true, what: localized('转安全预案', 'To the safety plan') },
    }),
    step('lift', {
      stage: 'on-site',
      title: localized('不乘电梯', 'No lifts'),
      prohibits: true,
      proposed: true,
    }),
  ],
  {
    facts: [
      choice('size', ['large', 'small'], { criterion: localized('拿不准算大', 'In doubt, large') }),
    ],
    types: ['fire.hall'],
    openPoints: [localized('谁开门', 'Who opens')],
  },
)

const library = {
  'documents/list': () => yes<'documents/list'>([documentSummary('test', { plans: ['fire'] })]),
  'types/list': () =>
    yes<'types/list'>([
      typeSummary('fire.hall', {
        name: localized('大厅火灾', 'Fire in the hall'),
        plans: ['fire'],
      }),
      typeSummary('fire.flood', { name: localized('水淹', 'Flood') }),
    ]),
  'plans/list': () =>
    yes<'plans/list'>([
      planSummary('fire', {
        document: 'test',
        types: ['fire.hall'],
        steps: 3,
        own: true,
        draft: true,
      }),
      planSummary('theft', { document: 'test', abolished: true }),
    ]),
  'plans/drafts': () => yes<'plans/drafts'>([]),
  'plans/read': () => yes<'plans/read'>(fire),
  'plans/revisions': () =>
    yes<'plans/revisions'>([
      revision({
        number: '2',
        kind: 'revised',
        at: Date.UTC(2026, 10, 20),
        by: '周敏',
        why: '演练',
        approvedBy: '陈国栋',
        revision: 'fire-r1',
        steps: 3,
      }),
      revision({ revision: 'old-text-1', steps: 2 }),
    ]),
}

describe('the library page', () => {
  it('lists plans under their document with their marks, and what is not settled', async () => {
    const { page } = await desk(LibraryPage, { by: 'document' }, library)
    const rows = page.findAll('a.row').map(read)
    expect(rows[0]).toMatch(/预案fire.*本单位.*有草稿.*大厅火灾/)
    expect(rows[1]).toMatch(/预案theft.*已废止/)
    expect(page.get('a.row').attributes('href')).toBe('#/plans/fire')
  })

  it('says which types have no plan', async () => {
    const { page } = await desk(LibraryPage, { by: 'type' }, library)
    expect(read(page)).toContain('还没有预案的类型1个：水淹')
    expect(read(page)).toMatch(/水淹.*没有预案/)
  })

  it('searches as one types, asks the station for pinyin, and Enter opens the first', async () => {
    const { page, station } = await desk(
      LibraryPage,
      { by: 'document' },
      {
        ...library,
        'incident/propose': () =>
          yes<'incident/propose'>({
            proposals: [
              {
                planId: 'theft',
                type: null,
                title: localized('', ''),
                reason: localized('', ''),
                words: [],
              },
            ],
          }),
      },
    )
    const field = page.get<HTMLInputElement>('input')
    expect(document.activeElement).toBe(field.element)
    await field.setValue('daoqie')
    await flushPromises()
    expect(station.of('incident/propose')).toEqual([{ narrative: 'daoqie' }])
    expect(page.findAll('a.row').map((row) => row.attributes('href'))).toEqual(['#/plans/theft'])
    press('Enter', { on: field.element })
    expect(location.hash).toBe('#/plans/theft')
  })

  it('an Enter that ends a composition opens nothing; ↓ goes into the list, ↑ back out of it, Escape empties the search', async () => {
    const { page } = await desk(LibraryPage, { by: 'document' }, library)
    const field = page.get<HTMLInputElement>('input')
    await field.setValue('fire')
    field.element.dispatchEvent(new CompositionEvent('compositionstart'))
    press('Enter', { on: field.element })
    expect(location.hash).toBe('#/plans')
    field.element.dispatchEvent(new CompositionEvent('compositionend'))
    press('ArrowDown', { on: field.element })
    const first = document.activeElement
    expect(first).not.toBe(field.element)
    press('ArrowUp', { on: first! })
    expect(document.activeElement).toBe(field.element)
    press('Escape', { on: field.element })
    await flushPromises()
    expect(field.element.value).toBe('')
  })

  it('shows drafts of plans that are not there yet, but not those of plans that are', async () => {
    const draft = { savedAt: Date.UTC(2026, 10, 20), by: '周敏' }
    const { page } = await desk(
      LibraryPage,
      { by: 'document' },
      {
        ...library,
        'plans/drafts': () =>
          yes<'plans/drafts'>([
            { planId: 'flood', title: localized('水淹处置', 'Flood'), isNew: true, ...draft },
            { planId: 'fire', title: null, isNew: false, ...draft },
          ]),
      },
    )
    expect(page.findAll('.drafts a').map((one) => [one.attributes('href'), read(one)])).toEqual([
      ['#/plans/flood/edit', '水淹处置周敏，2026年11月20日保存'],
    ])
  })

  it('says why it shows nothing when it cannot be read, and reads again when asked', async () => {
    const answers = {
      ...library,
      'plans/list': () =>
        no('no-contact', '与值守站失去联系') as ReturnType<(typeof library)['plans/list']>,
    }
    const { page, station } = await desk(LibraryPage, { by: 'document' }, answers)
    expect(read(page.get('[role=alert]'))).toContain('失去联系')
    station.answers['plans/list'] = library['plans/list']
    await page.get('[role=alert] button').trigger('click')
    await flushPromises()
    expect(page.findAll('a.row')).toHaveLength(2)
  })
})

describe('the plan page', () => {
  const open = (props: Record<string, unknown> = {}, answers = {}) =>
    desk(
      PlanPage,
      { planId: 'fire', revision: undefined, at: undefined, ...props },
      { ...library, ...answers },
    )

  it('shows a step with its call, its words with named blanks, its condition, limits by day, ladder and what it starts', async () => {
    const { page } = await open()
    expect(read(page.get('#at-call'))).toMatch(
      /拨打119.*保命.*消防119.*地点着火.*S00-01 第一章 测试.*立即/,
    )
    const out = read(page.get('#at-out'))
    for (const words of [
      '“size？”答large',
      '先做完拨打119',
      '工作日15分钟',
      '节假日45分钟',
      '接报起算',
      '超时5分钟后告知岗位manager',
      '原文没有这份预案',
      '本预案到此结束',
    ])
      expect(out, words).toContain(words)
    expect(read(page.get('#at-lift'))).toMatch(/禁止不乘电梯.*建议/)
  })

  it('shows the question with its answers and what the vague word means', async () => {
    const { page } = await open()
    expect(read(page.get('#at-size'))).toMatch(
      /岗位desk.*size？.*large.*small.*怎么算拿不准算大.*决定1步/,
    )
  })

  it('draws the branches, and says them in words beside the drawing', async () => {
    const { page } = await open()
    expect(page.findAll('svg g.step')).toHaveLength(3)
    expect(read(page.get('.scroll > ul'))).toMatch(
      /报告：拨打119.*size？.*large：.*现场：疏散.*small：没有另外的步骤/,
    )
  })

  it('lists the revision record; each other text is a link', async () => {
    const { page } = await open()
    expect(read(page.get('table'))).toMatch(
      /2修订2026年11月20日周敏陈国栋演练3本页.*随程序.*old-text/,
    )
    expect(page.get('table a').attributes('href')).toBe('#/plans/fire?revision=old-text-1')
  })

  it('asks for the text of a running incident, and says that there is a newer one', async () => {
    const { page, station } = await open(
      { revision: 'fire-r0' },
      { 'plans/read': () => yes<'plans/read'>({ ...fire, revision: 'fire-r0' }) },
    )
    expect(station.of('plans/read')).toEqual([{ planId: 'fire', revision: 'fire-r0' }])
    expect(read(page.get('.note'))).toMatch(/这不是现行的版本.*正在处置的事件按它启动时的版本做完/)
    expect(page.get('.note a').attributes('href')).toBe('#/plans/fire')
  })

  it('says nothing of the kind of the text in force', async () => {
    const { page } = await open({ revision: 'fire-r1' })
    expect(page.find('.note').exists()).toBe(false)
  })

  it('leads to the place that the address names', async () => {
    await open({ at: 'out' })
    await flushPromises()
    expect(document.activeElement?.id).toBe('at-out')
  })

  it('counts its own open points, and leads to those of the document', async () => {
    const shared = localized('级别待定', 'Levels open')
    const { page } = await open(
      {},
      {
        'plans/read': () =>
          yes<'plans/read'>({ ...fire, openPoints: [shared, ...fire.openPoints] }),
        'documents/list': () =>
          yes<'documents/list'>([documentSummary('test', { openPoints: [shared] })]),
      },
    )
    expect(read(page.get('#at-open'))).toMatch(/待确认事项1谁开门整份文件还有1项/)
  })
})

describe('the document page', () => {
  it('shows every part, and says what the source does not have', async () => {
    const clause = 'S00-01'
    const { page } = await desk(
      DocumentPage,
      { documentId: 'test', at: undefined },
      {
        ...library,
        'documents/read': () =>
          yes<'documents/read'>(
            documentRead('test', {
              purpose: { says: localized('少受损失', 'Less harm'), clauses: [clause] },
              principles: [{ says: localized('先救人', 'People first'), clause }],
              legalBases: [
                { name: localized('国家规定', 'National rules'), rank: 'national', clause },
              ],
              definitions: [
                {
                  term: localized('大火', 'Large fire'),
                  says: localized('自己扑不灭', 'beyond one’s means'),
                  clause,
                },
              ],
              clauses: fire.clauses,
              roles: [
                {
                  id: 'head',
                  name: localized('负责人', 'Head'),
                  aliases: ['领导'],
                  duty: localized('指挥', 'Commands'),
                  substitutes: ['deputy'],
                },
                {
                  id: 'deputy',
                  name: localized('副手', 'Deputy'),
                  aliases: [],
                  duty: null,
                  substitutes: [],
                  under: 'head',
                },
              ],
              readiness: [
                {
                  id: 'r',
                  what: localized('查灭火器', 'Check extinguishers'),
                  kind: 'check',
                  every: '6mo',
                  role: 'head',
                  clause,
                  proposed: true,
                },
              ],
              supplies: [
                {
                  what: localized('灭火器', 'Extinguisher'),
                  kind: 'fire',
                  clause,
                  proposed: false,
                },
              ],
              contacts: [
                {
                  who: localized('消防', 'Fire service'),
                  number: '119',
                  kind: 'fire',
                  clause,
                  proposed: false,
                },
              ],
              aftermath: [
                {
                  says: localized('登记损失', 'Record losses'),
                  role: 'head',
                  clause,
                  proposed: false,
                },
              ],
              openPoints: [localized('谁开门', 'Who opens')],
              completeness: 'incomplete',
            }),
          ),
      },
    )
    const words = read(page)
    for (const part of [
      '少受损失',
      '先救人',
      '国家规定国家',
      '大火',
      '自己扑不灭',
      '每6个月',
      '灭火器',
      '119',
      '登记损失',
      '谁开门',
      '原文没有编号',
      '原文的制修废记录是空的',
      '原文不全',
    ])
      expect(words, part).toContain(part)
    expect(read(page.get('#at-head'))).toMatch(/负责人指挥.*指挥领导副手/)
    expect(read(page.get('#at-deputy'))).toContain('，属负责人')
  })
})

describe('the card page', () => {
  const open = (role?: string) =>
    desk(CardPage, { planId: 'fire', revision: undefined, role }, library)

  it('shows the sheet of a post with plan, site, revision and day, and its prohibitions first', async () => {
    const { page, show } = await open('desk')
    await show({})
    const sheet = read(page.get('.sheet'))
    expect(sheet).toMatch(
      /江畔市民中心岗位desk预案fire严禁不乘电梯由你判断.*你要做的1拨打119.*119.*2疏散.*15分45分/,
    )
    expect(sheet).toContain('版本2 (fire-r1)')
    expect(sheet).toContain('2026年11月24日打印')
  })

  it('leads from post to post', async () => {
    const { page } = await open('manager')
    expect(page.findAll('nav a').map((post) => post.attributes('href'))).toEqual([
      '#/plans/fire/card/desk',
      '#/plans/fire/card/manager',
    ])
    expect(read(page.get('nav [aria-current]'))).toBe('岗位manager1条通知')
    expect(read(page.get('.sheet'))).toContain('别人超时会通知你')
  })

  it('prints what is shown, or one sheet a post', async () => {
    const printed: number[] = []
    const { page } = await open()
    vi.stubGlobal('print', () => {
      printed.push(page.findAll('.sheet').length)
    })
    try {
      const [every, one] = page.findAll('header button')
      await one!.trigger('click')
      await until(() => expect(printed).toEqual([1]))
      await every!.trigger('click')
      await until(() => expect(printed).toEqual([1, 2]))
      dispatchEvent(new Event('afterprint'))
      await flushPromises()
      expect(page.findAll('.sheet')).toHaveLength(1)
    } finally {
      vi.unstubAllGlobals()
    }
  })
})
