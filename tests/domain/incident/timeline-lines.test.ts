/** Lines of the record that depend on what they are about: a step, a question, nobody. */
import { describe, expect, it } from 'vitest'
import type { IncidentEvent } from '#shared/domain/incident/record/events.ts'
import { initialIncident, type Incident } from '#shared/domain/incident/record/state.ts'
import { localized } from '#shared/domain/text.ts'
import { lineOf, type Names } from '#shared/domain/timeline/timeline.ts'
import { choice, plan, step } from '../../kit/plan.ts'
import { incidentAt } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const PLANS = [plan('p', [step('a')], { facts: [choice('size', ['small', 'large'])] })]
const NAMES: Names = {
  title: (id) => localized(`步骤${id}`, `Step ${id}`),
  marked: (says, id) => (id === null ? says : localized(`${says.zh}*`, `${says.en}*`)),
  plan: () => null,
  role: (id) => localized(`岗位${id}`, `Post ${id}`),
  type: (code) => localized(`类型${code}`, `Type ${code}`),
  instant: (at) => `@${at}`,
}
const says = (event: IncidentEvent): { zh: string; en: string } | null =>
  lineOf(event, NAMES, PLANS)?.says ?? null
const wordsOf = (event: IncidentEvent) => lineOf(event, NAMES, PLANS)?.words ?? null
const both = (words: string) => localized(words, words)

describe('headquarters', () => {
  const member = (post: string | null, duty: string | null) => ({
    ...{ person: '何建国', personId: null, duty },
    post: post === null ? null : { id: 'head', name: localized(post, `${post} en`) },
  })
  it.each([
    [[], '指挥部撤销', 'Headquarters dissolved'],
    [[member(null, null)], '指挥部成员：何建国', 'Headquarters: 何建国'],
    [[member('班长', null)], '指挥部成员：何建国（班长）', 'Headquarters: 何建国 (班长 en)'],
    [
      [member('班长', '疏散'), member(null, '警戒')],
      '指挥部成员：何建国（班长，疏散）、何建国（警戒）',
      'Headquarters: 何建国 (班长 en, 疏散), 何建国 (警戒)',
    ],
  ])('%j', (headquarters, zh, en) => {
    expect(says({ type: 'HeadquartersSet', headquarters })).toEqual({ zh, en })
  })
})

describe('what was passed over at a gate', () => {
  const passed = (subject: { stepId: string | null; factKey: string | null }): IncidentEvent => ({
    ...{ type: 'GatePassed', planId: 'p', to: 'contained', what: both('疏散'), reason: '因' },
    ...subject,
  })
  it.each([
    [{ stepId: 'a', factKey: null }, '转为已控制时未完成：疏散*', '疏散*: not done when it became'],
    [{ stepId: null, factKey: 'size' }, '转为已控制时未回答：疏散', '疏散: not answered when'],
    [
      { stepId: null, factKey: null },
      '转为已控制时先行启动未确认：疏散',
      '疏散: not confirmed when',
    ],
  ])('%j', (subject, zh, en) => {
    expect(says(passed(subject))?.zh).toContain(zh)
    expect(says(passed(subject))?.en).toContain(en)
  })
})

describe('a call', () => {
  const call = (
    stepId: string | null,
    role: string | null,
    part: { words?: string; who?: string; number?: string } = {},
  ): IncidentEvent => {
    const sealed = (value: string | undefined) => (value === undefined ? null : { sealed: value })
    return {
      ...{ type: 'CallRecorded', stepId, outcome: 'answered', calledAt: 1 },
      words: sealed(part.words),
      to: { role, who: sealed(part.who), number: sealed(part.number) },
    }
  }
  it('names its step, else the post that it was to, else nobody', () => {
    expect(says(call('a', 'desk'))).toEqual({
      zh: '通话·已接通：步骤a',
      en: 'Call, answered: Step a',
    })
    expect(says(call(null, 'desk'))?.zh).toBe('通话·已接通：岗位desk')
    expect(says(call(null, null))?.zh).toBe('通话·已接通：其他')
  })
  it('brings its words, else whom it reached, else the number', () => {
    const all = { words: 'w', who: 'x', number: 'n' }
    expect(wordsOf(call('a', null, all))).toEqual({ sealed: 'w' })
    expect(wordsOf(call('a', null, { who: 'x', number: 'n' }))).toEqual({ sealed: 'x' })
    expect(wordsOf(call('a', null, { number: 'n' }))).toEqual({ sealed: 'n' })
  })
})

it('an assumed answer is told in the words of its options, or as it is', () => {
  const assumed = (value: string | readonly string[], planId = 'p'): IncidentEvent => ({
    ...{ type: 'AnswerAssumed', key: 'size', planId, question: both('多大？'), value },
  })
  expect(says(assumed('large'))?.zh).toContain('先按“large”列出')
  expect(says(assumed(['small', 'large']))).toMatchObject({
    zh: expect.stringContaining('“small、large”'),
    en: expect.stringContaining('"small, large"'),
  })
  expect(says(assumed('gone'))?.zh).toContain('“gone”')
})

describe('alerts', () => {
  const raised = (kind: 'late' | 'not-recorded' | 'nudge'): IncidentEvent => ({
    type: 'AlertRaised',
    alert: {
      ...{ id: 'i1.1', kind, stepId: 'a', priority: 3, cause: both('原因'), action: both('办') },
      ...{ owner: 'desk', ladder: [], dueAt: 0 },
    },
  })
  const climbed = (people: readonly string[], skipped: readonly string[] = []): IncidentEvent => ({
    ...{ type: 'AlertClimbed', alertId: 'i1.1', say: null },
    told: { role: 'desk', people, skipped },
  })
  it('over a late step are in the line of the step; of what is not recorded marked as the step is', () => {
    expect(says(raised('late'))).toBeNull()
    expect(says(raised('not-recorded'))?.zh).toBe('原因*')
    expect(says(raised('nudge'))?.zh).toBe('原因')
  })
  it('go to people by name, to a post, or past one where nobody is on', () => {
    expect(says(climbed(['周敏', '李强']))).toEqual({
      zh: '已向岗位desk告警：周敏、李强',
      en: 'Alert to Post desk: 周敏, 李强',
    })
    expect(says(climbed([]))).toEqual({ zh: '已向岗位desk告警', en: 'Alert to Post desk' })
    expect(says(climbed([], ['desk']))?.zh).toBe('岗位desk无人在岗，转报下一级')
  })
})

describe('an incident from elsewhere', () => {
  const imported = (drill: boolean): IncidentEvent => ({
    ...{ type: 'IncidentImported', source: { importId: 'm', fileName: '旧表.xlsx', row: 3 } },
    ...{ place: '大厅', narrative: null, reporter: null, channel: null, incidentType: null },
    ...{ category: null, legalCategory: null, level: null, severity: null, state: 'archived' },
    ...{ drill, occurredAt: 1, receivedAt: null, moments: {}, casualties: {}, loss: null },
  })
  it('is named with the row that it stands in, a drill as one', () => {
    expect(says(imported(false))?.zh).toBe('补录：大厅（旧表.xlsx第3行）')
    expect(says(imported(true))?.zh).toBe('补录演练：大厅（旧表.xlsx第3行）')
    expect(says({ type: 'IncidentWithdrawn', importId: 'm', reason: '重复' })?.zh).toMatch(
      /^补录已撤回，不再计入统计.*重复/,
    )
  })
  it('was taken over with so much of it done', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a'), step('b'), step('c')]))
    const carried = (part: Partial<Incident> = {}): IncidentEvent => ({
      ...{ type: 'IncidentTakenOver', from: 'x' },
      incident: { ...initialIncident('x'), ...scenario.state(), ...part },
    })
    scenario.finish('a')
    expect(says(carried())).toEqual({
      zh: '接管：热线中心（原记录损坏前已完成1项）',
      en: 'Taken over: 热线中心 (1 step was done before the record was damaged)',
    })
    scenario.finish('b')
    scenario.finish('c', 'skipped', '不用')
    expect(says(carried({ drill: true }))).toEqual({
      zh: '接管演练：热线中心（原记录损坏前已完成2项）',
      en: 'Drill taken over: 热线中心 (2 steps were done before the record was damaged)',
    })
  })
})

describe('what was put right', () => {
  type Part = Extract<IncidentEvent, { type: 'ReportAmended' }>['now']
  const amended = (now: Part, before: Part): string | undefined =>
    says({ type: 'ReportAmended', now, before, reason: '听错' })?.zh
  it.each<[now: Part, before: Part, zh: string]>([
    [{ place: '天台' }, { place: '三楼' }, '地点由“三楼”改为“天台”'],
    [{ incidentType: 'fire' }, { incidentType: null }, '类型由“未登记”改为“类型fire”'],
    [{ occurredAt: null }, { occurredAt: 5 }, '发生时间由“@5”改为“未登记”'],
    [{ channel: '110' }, { channel: null }, '接报渠道由“未登记”改为“110”'],
    [{ reporter: null }, { reporter: { sealed: 'r' } }, '报告人由“⟦r⟧”改为“未登记”'],
    [{ narrative: { sealed: 'n' } }, { narrative: null }, '来电原话由“未登记”改为“⟦n⟧”'],
    [
      { channel: '110', place: '天台', category: 'x' },
      { channel: '电话', place: '三楼', category: 'y' },
      '地点由“三楼”改为“天台”；接报渠道由“电话”改为“110”',
    ],
  ])('%j', (now, before, zh) => {
    expect(amended(now, before)).toContain(`更正接报：${zh}`)
  })
})

describe('a step that was done for somebody', () => {
  const finished = (behalf: string | null, words: string | null): IncidentEvent => ({
    ...{ type: 'StepFinished', stepId: 'a', outcome: 'done', reason: null, outOfOrder: false },
    onBehalfOf: {
      ...{ person: '何建国', channel: null },
      words: behalf === null ? null : { sealed: behalf },
    },
    ...(words === null ? {} : { words: { sealed: words } }),
  })
  it('quotes what was told where something was written down as well', () => {
    expect(says(finished('b', 'w'))?.zh).toContain('“⟦b⟧”')
    expect(wordsOf(finished('b', 'w'))).toEqual({ sealed: 'w' })
    expect(says(finished('b', null))?.zh).not.toContain('⟦b⟧')
    expect(wordsOf(finished('b', null))).toEqual({ sealed: 'b' })
    expect(wordsOf(finished(null, 'w'))).toEqual({ sealed: 'w' })
    expect(wordsOf(finished(null, null))).toBeNull()
  })
})
