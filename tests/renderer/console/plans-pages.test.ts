/** The pages of one plan, of one document, and of the cards to print. */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import CardPage from '#renderer/console/pages/plans/card/CardPage.vue'
import DocumentPage from '#renderer/console/pages/plans/document/DocumentPage.vue'
import PlanPage from '#renderer/console/pages/plans/plan/PlanPage.vue'
import type { ContactRead } from '#shared/contract/contacts.ts'
import { localized } from '#shared/domain/text.ts'
import { mountConsole, read, accepted } from './desk.ts'
import { documentRead, documentSummary } from './plans.ts'
import { until } from '../../kit/until.ts'
import { step } from '../../kit/plan.ts'
import { fire, fireAnswers } from './fire-plan.ts'

beforeEach(() => {
  location.hash = '#/plans'
})

afterEach(() => {
  location.hash = ''
})

describe('the plan page', () => {
  const open = (props: Record<string, unknown> = {}, answers = {}) =>
    mountConsole(
      PlanPage,
      { planId: 'fire', revision: undefined, at: undefined, ...props },
      { ...fireAnswers, ...answers },
    )

  it('shows a step with its call, its words with named blanks, its condition, limits by day, escalation and what it starts', async () => {
    const { page } = await open()
    expect(read(page.get('#at-call'))).toMatch(
      /拨打119.*保命.*消防119.*地点着火.*第一章 S00-01 测试.*立即/,
    )
    const out = read(page.get('#at-out'))
    for (const words of [
      '“size？”答large',
      '先做完拨打119',
      '工作日15分钟',
      '假日45分钟',
      '接报起算',
      '超时5分钟后通知岗位manager',
      '原文没有这份预案',
      '本预案到此结束',
    ])
      expect(out, words).toContain(words)
    expect(read(page.get('#at-lift'))).toMatch(/注意不乘电梯.*建议/)
  })

  it('marks what was written in the other language only, and nothing else', async () => {
    const [first, ...rest] = fire.steps
    const half = {
      ...fire,
      steps: [{ ...first!, title: localized('拨打119', '拨打119') }, ...rest],
    }
    const { page } = await mountConsole(
      PlanPage,
      { planId: 'fire', revision: undefined, at: undefined },
      { ...fireAnswers, 'plans/read': () => accepted<'plans/read'>(half) },
      'en',
    )
    const marked = page.findAll('[data-written]')
    expect(marked.map((element) => [element.text(), element.attributes()])).toEqual([
      ['拨打119', expect.objectContaining({ lang: 'zh-CN', 'data-written': '中文' })],
    ])
  })

  it('marks a title and a question in one language in the contents beside it, too', async () => {
    const [size] = fire.facts
    const half = {
      ...fire,
      title: localized('大厅火灾', '大厅火灾'),
      facts: [{ ...size!, question: localized('火势大不大？', '火势大不大？') }],
    }
    const { page } = await mountConsole(
      PlanPage,
      { planId: 'fire', revision: undefined, at: undefined },
      { ...fireAnswers, 'plans/read': () => accepted<'plans/read'>(half) },
      'en',
    )
    expect(page.get('nav [data-written]').attributes('lang')).toBe('zh-CN')
    expect(page.findAll('[data-written]').map((element) => element.text())).toEqual([
      '大厅火灾',
      '大厅火灾',
      '火势大不大？',
    ])
    expect(page.get('.scroll > ul [lang=zh-CN]').text()).toBe('火势大不大？')
  })

  it('shows the question with its answers and what the vague word means', async () => {
    const { page } = await open()
    expect(read(page.get('#at-size'))).toMatch(
      /岗位desk.*size？.*large.*small.*判断标准拿不准算大.*决定1步/,
    )
  })

  it('draws the branches, and says them in words beside the drawing', async () => {
    const { page } = await open()
    expect(page.findAll('svg g.step')).toHaveLength(3)
    expect(read(page.get('.scroll > ul'))).toMatch(
      /报告：拨打119.*现场：不乘电梯（建议）.*size？.*large：.*现场：疏散.*small：没有另外的步骤/,
    )
  })

  it('lists the revision record; each other text is a link', async () => {
    const { page } = await open()
    expect(read(page.get('table'))).toMatch(
      /2修订2026年11月20日周敏陈国栋演练3本页.*系统预置.*old-text/,
    )
    expect(page.get('table a').attributes('href')).toBe('#/plans/fire?revision=old-text-1')
  })

  it('asks for the text of a running incident, and says that there is a newer one', async () => {
    const { page, station } = await open(
      { revision: 'fire-r0' },
      { 'plans/read': () => accepted<'plans/read'>({ ...fire, revision: 'fire-r0' }) },
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
          accepted<'plans/read'>({ ...fire, openPoints: [shared, ...fire.openPoints] }),
        'documents/list': () =>
          accepted<'documents/list'>([documentSummary('test', { openPoints: [shared] })]),
      },
    )
    expect(read(page.get('#at-open'))).toMatch(/待确认事项1谁开门整份文件还有1项/)
  })
})

describe('the document page', () => {
  it('shows every part, and says what the source does not have', async () => {
    const clause = 'S00-01'
    const { page } = await mountConsole(
      DocumentPage,
      { documentId: 'test', at: undefined },
      {
        ...fireAnswers,
        'documents/read': () =>
          accepted<'documents/read'>(
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
      '还没有制修废记录',
      '未补全',
    ])
      expect(words, part).toContain(part)
    expect(read(page.get('#at-head'))).toMatch(/负责人指挥.*指挥领导副手/)
    expect(read(page.get('#at-deputy'))).toContain('，属负责人')
    expect(page.findAll('.head .acts button')).toEqual([]) // it came with the program
  })

  it('of the site exports the whole document where it is read', async () => {
    const { page, station } = await mountConsole(
      DocumentPage,
      { documentId: 'test', at: undefined },
      {
        ...fireAnswers,
        'papers/list': () => accepted<'papers/list'>([]),
        'documents/read': () => accepted<'documents/read'>(documentRead('test', { own: true })),
        'documents/export': () =>
          accepted<'documents/export'>({
            ...{ fileName: 'test.yaml', yaml: 'id: test', files: [], left: [] },
          }),
      },
    )
    const [button] = page.findAll('.head .acts button')
    expect(read(button!)).toBe('导出整份文件…')
    await button!.trigger('click')
    await flushPromises()
    expect(station.of('documents/export')).toEqual([{ document: 'test' }])
    expect(document.querySelector<HTMLTextAreaElement>('[role=dialog] textarea')?.value).toBe(
      'id: test',
    )
  })
})

describe('the card page', () => {
  const open = (role?: string) =>
    mountConsole(CardPage, { planId: 'fire', revision: undefined, role }, fireAnswers)

  it('shows the sheet of a post with plan, site, revision and day, and its prohibitions first', async () => {
    const { page, show } = await open('desk')
    await show({})
    const sheet = read(page.get('.sheet'))
    expect(sheet).toMatch(
      /江畔市民中心岗位desk预案fire注意不乘电梯建议请走楼梯自行判断.*要做的1拨打119.*119.*2疏散.*15分45分/,
    )
    expect(sheet).toContain('版本2 (fire-r1)')
    expect(sheet).toContain('2026年11月24日打印')
  })

  it('prints whom the roster has for a post that is rung, and when it was read; without one a line to fill in', async () => {
    const head = { number: null, who: localized('岗位head', 'Post head'), role: 'head' }
    const tell = step('tell', { stage: 'inform', calls: [head] })
    const answers = {
      ...fireAnswers,
      'plans/read': () => accepted<'plans/read'>({ ...fire, steps: [...fire.steps, tell] }),
    }
    const props = { planId: 'fire', revision: undefined, role: 'desk' }
    const holders = [
      { person: '李娜', phone: '0000 0008' },
      { person: '王强', phone: '' },
    ]
    const filled = await mountConsole(CardPage, props, {
      ...answers,
      'roster/read': () => accepted<'roster/read'>({ posts: { head: holders } }),
    })
    await filled.show({ duty: [] })
    expect(read(filled.page.get('.sheet'))).toMatch(/打给岗位head李娜0000 0008或 王强_{8,}/)
    expect(read(filled.page.get('.sheet footer'))).toMatch(
      /姓名和电话以2026年11月24日 14:32的值班表、通讯录为准/,
    )
    filled.page.unmount()
    const blank = await mountConsole(CardPage, props, answers)
    await blank.show({ duty: [] })
    expect(read(blank.page.get('.sheet'))).toMatch(/打给岗位head_{8,}/)
    expect(read(blank.page.get('.sheet footer'))).not.toContain('值班表')
  })

  it('bears every number of whom the site has on file outside, and says which nobody has verified in time', async () => {
    const bureau = { number: null, who: localized('供电局', 'Power bureau') }
    const tell = step('tell', { stage: 'inform', calls: [bureau] })
    const number = (text: string, due: boolean) => ({
      ...{ number: text, kind: 'desk' as const, words: '', dueAt: null, due },
      ...{ verifiedAt: null, verifiedBy: null },
    })
    const contact: ContactRead = {
      ...{ id: 'grid', name: '城南所', category: 'outside-power', role: null, allHours: true },
      ...{ place: null, dueMonths: null, note: '', words: { text: '', sounds: '', initials: '' } },
      numbers: [number('95598', false), number('0000 0009', true)],
    }
    const { page, show } = await mountConsole(
      CardPage,
      { planId: 'fire', revision: undefined, role: 'desk' },
      {
        ...fireAnswers,
        'plans/read': () => accepted<'plans/read'>({ ...fire, steps: [...fire.steps, tell] }),
        'contacts/read': () =>
          accepted<'contacts/read'>({
            ...{ contacts: [contact], missing: [], due: [] },
            ...{ months: 6, usual: 6, range: [1, 36] },
          }),
      },
    )
    await show({ duty: [] })
    expect(read(page.get('.sheet'))).toContain(
      '打给供电局城南所95598（24小时）或 城南所0000 0009（24小时）（待核对）',
    )
  })

  it('leads from post to post', async () => {
    const { page } = await open('manager')
    expect(page.findAll('nav a').map((post) => post.attributes('href'))).toEqual([
      '#/plans/fire/card/desk',
      '#/plans/fire/card/manager',
    ])
    expect(read(page.get('nav [aria-current]'))).toBe('岗位manager1条通知')
    expect(read(page.get('.sheet'))).toContain('他人超时会通知本岗位')
    expect(read(page.get('.sheet .level'))).toMatch(/^疏散：.*建议$/) // the plan's own escalation
  })

  it('prints what is shown, or one sheet a post', async () => {
    const printed: number[] = []
    const { page } = await open()
    vi.stubGlobal('print', () => {
      printed.push(page.findAll('.sheet').length)
    })
    try {
      const [every, single] = page.findAll('header button')
      await single!.trigger('click')
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
