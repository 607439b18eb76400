/**
 * The report to those above is there from the first word of an incident on: what nobody has said is
 * a blank that asks; a follow-up says what is new and then the whole; the clock is the law's.
 */
import { describe, expect, it } from 'vitest'
import { draftOf, hasSeries } from '#shared/domain/bulletin/series-draft.ts'
import { draftBulletin } from '#shared/domain/bulletin/draft.ts'
import { bulletinText, newsSince } from '#shared/domain/bulletin/text.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import { HOUR_MS } from '#shared/domain/units.ts'
import { incident, MINUTE, NOW, people, plan, step, ZONE } from '../../renderer/board-parts.ts'

const SITE = localized('江畔市民中心', 'Riverside Civic Centre')
const items = (part: Partial<BoardIncident> = {}, language: 'zh' | 'en' = 'zh') =>
  draftBulletin(incident({ place: '三楼厨房', narrative: '冒烟', occurredAt: null, ...part }), {
    zone: ZONE,
    language,
    site: SITE,
  })
const wordsOf = (part: Partial<BoardIncident>, id: string, language: 'zh' | 'en' = 'zh') =>
  items(part, language).find((entry) => entry.id === id)?.words
const HEAD = {
  number: 1,
  kind: 'first',
  at: NOW,
  drill: false,
  signer: '周敏',
  to: '区应急局',
} as const
const OPTIONS = { language: 'zh', zone: ZONE } as const

describe('the draft', () => {
  it('asks what nobody has said yet, and takes the rest from the record', () => {
    const blanks = items().filter(({ words, asks }) => words === null && asks)
    expect(blanks.map(({ asks }) => asks)).toEqual(
      expect.arrayContaining(['occurredAt', 'headInformedAt', 'casualties', 'loss']),
    )
    expect(wordsOf({}, 'unit')).toBe('江畔市民中心')
    expect(wordsOf({}, 'place')).toBe('三楼厨房')
    expect(wordsOf({}, 'course')).toBe('冒烟')
  })

  it('asks for a place that is not known, and for a level where a plan has levels', () => {
    const questions = (part: Partial<BoardIncident>) =>
      items(part).flatMap(({ words, asks }) => (words === null && asks ? [asks] : []))
    expect(questions({ place: '地点待核' })).toContain('place')
    expect(questions({})).not.toContain('place')
    const levels = [{ level: 1, name: localized('一级', 'Level 1') }] as const
    expect(questions({ level: null, levels })).toContain('level')
    expect(questions({ level: 1, levels })).not.toContain('level')
    expect(questions({ level: null, levels: [] })).not.toContain('level')
  })

  it('says where it is known from: when, by which channel, how many called, and names nobody', () => {
    expect(wordsOf({ channel: null }, 'source')).toBe('2026-11-24 14:32接报')
    const channel = '客户来电'
    expect(wordsOf({ channel, reporter: '雀大甲' }, 'source')).toBe(
      '2026-11-24 14:32（客户来电）接报',
    )
    const caller = {
      ...{ id: 'c2', nth: 2, at: NOW + MINUTE, by: '周敏', channel: '电话', reporter: '雀大乙' },
      ...{ words: '着火', news: null, parted: null },
    }
    const parted = { incidentId: 'i2', number: null, at: NOW }
    const callers = [caller, { ...caller, id: 'c3', at: NOW + 9 * MINUTE, parted }]
    const later = { channel, callers, callerCount: 4 }
    expect(wordsOf(later, 'source')).toBe(
      '2026-11-24 14:32（客户来电）接报，共4个来电，最近一个14:33（电话）',
    )
    expect(wordsOf(later, 'source', 'en')).toBe(
      'first report 2026-11-24 14:32 (客户来电), 4 callers, the last one 14:33 (电话)',
    )
    const source = { system: '火灾报警控制器', id: 'a1' }
    expect(wordsOf({ source, channel: null }, 'source')).toBe(
      '2026-11-24 14:32（火灾报警控制器）接报',
    )
    expect(JSON.stringify(items(later))).not.toMatch(/雀大/)
  })

  it('one who calls after a report went out is what is new in the next', () => {
    const before = bulletinText(items(), HEAD, null, OPTIONS)
    const news = newsSince(before, items({ callerCount: 2 }), 'zh')
    expect(news).toEqual(['信息来源：2026-11-24 14:32接报，共2个来电'])
  })

  it('says who commands as the head does, whether or not somebody was named at the activation', () => {
    const command = {
      role: localized('商场总经理', 'Mall manager'),
      people: ['岭大丁'],
      named: false,
      since: null,
    }
    const part = { commander: null, command }
    expect(wordsOf(part, 'commander')).toBe('岭大丁（商场总经理）')
    expect(wordsOf(part, 'commander', 'en')).toBe('岭大丁 (Mall manager)')
    const named = { ...command, people: ['许丁'], named: true }
    expect(wordsOf({ command: named }, 'commander')).toBe('许丁')
    expect(wordsOf({ command: { ...command, people: [] } }, 'commander')).toBe('商场总经理')
  })

  it('counts people as they were told, and "at least" where nobody has counted', () => {
    const counted = {
      casualties: people({ dead: 0, serious: 2 }),
      atLeastOne: ['missing'] as const,
    }
    expect(wordsOf(counted, 'casualties')).toMatch(/0人，.*2人，.*至少1人/)
    expect(wordsOf(counted, 'casualties', 'en')).toMatch(/ 0, .* 2, .* at least 1/)
  })

  it('says what whoever activated a plan stated of it, and leaves it out where nobody did', () => {
    const stated = { matter: '三楼起火', until: NOW + HOUR_MS, measures: '先疏散' }
    const short = localized('火灾', 'Fire')
    const plans = [plan({ short, stated }), plan({ stated: { ...stated, matter: null } }), plan()]
    expect(wordsOf({ plans: plans.slice(0, 1) }, 'stated')).toBe(
      '三楼起火，预计到2026-11-24 15:32，先疏散',
    )
    expect(wordsOf({ plans }, 'stated', 'en')?.split('\n')).toHaveLength(2)
    expect(items({ plans: [plan()] }).some(({ id }) => id === 'stated')).toBe(false)
  })

  it('lists what was done by its own time, and nothing that was not', () => {
    const steps = [
      step({ state: 'done', doneAt: NOW, title: localized('疏散', 'Evacuate') }),
      step({ state: 'done', doneAt: NOW - MINUTE, title: localized('报警', 'Call') }),
      step({ state: 'skipped', doneAt: NOW, title: localized('跳过', 'Skipped') }),
    ]
    expect(wordsOf({ steps }, 'measures')).toBe('14:31 报警\n14:32 疏散')
  })
})

describe('the other series', () => {
  const of = (series: 'response' | 'management', part: Partial<BoardIncident> = {}) =>
    draftOf(series, incident({ place: '三楼', ...part }), {
      ...{ zone: ZONE, language: 'zh', site: SITE },
    })
  it('that a response was started (88号令 art. 39) says which plan and when, and is there from the first plan on', () => {
    const plans = [plan({ activatedAt: NOW, title: localized('火灾专项预案', 'Fire') })]
    const items = of('response', { plans })
    expect(items.find(({ id }) => id === 'started')?.words).toBe('2026-11-24 14:32 火灾专项预案')
    expect(items.some(({ id }) => id === 'loss')).toBe(false)
    expect([hasSeries('response', { plans }), hasSeries('response', { plans: [] })]).toEqual([
      true,
      false,
    ])
  })

  it('the written report says severity and late steps, and asks for the opinion of its writer', () => {
    const late = step({ late: true, title: localized('报警', 'Call') })
    const items = of('management', { severitySuggested: 'serious', steps: [late] })
    const wordsIn = (id: string) => items.find((entry) => entry.id === id)?.words
    expect(wordsIn('severity')).toBe('较大（按伤亡和损失，待判定）')
    expect(wordsIn('late')).toBe('1项：报警')
    expect(items.find(({ id }) => id === 'opinion')).toMatchObject({ words: null, written: true })
    const head = { ...HEAD, kind: 'management', copies: ['总经理', '分管副总'] } as const
    const text = bulletinText(items, head, null, OPTIONS)
    expect(text).toMatch(/^突发事件书面报告（第1报）\n报送：区应急局\n抄送：总经理、分管副总\n/)
  })
})

describe('the text', () => {
  it('is numbered and signed, says to whom it goes, and that a blank is not known yet', () => {
    const text = bulletinText(items(), HEAD, null, OPTIONS)
    expect(text.split('\n')[0]).toBe('突发事件信息报告·首报（第1报）')
    expect(text).toMatch(/报送：区应急局[^]*发生时间：待查[^]*签发：周敏 2026-11-24 14:32$/)
    expect(text).not.toContain('新情况')
  })

  it('of a drill says so first', () => {
    expect(bulletinText(items(), { ...HEAD, drill: true }, null, OPTIONS)).toMatch(/^【演练】/)
  })

  it('of a follow-up says what is new, measure by measure, and then the whole', () => {
    const done = step({ state: 'done', doneAt: NOW, title: localized('报警', 'Call') })
    const before = bulletinText(items({ steps: [done] }), HEAD, null, OPTIONS)
    const later = items({
      steps: [done, step({ state: 'done', doneAt: NOW + MINUTE, title: localized('疏散', 'Go') })],
      casualties: people({ dead: 0, serious: 1 }),
    })
    const news = newsSince(before, later, 'zh')
    expect(news.join('\n')).toMatch(/伤亡情况：.*1人/)
    expect(news.join('\n')).toContain('14:33 疏散')
    expect(news.join('\n')).not.toContain('报警')
    const text = bulletinText(later, { ...HEAD, number: 2, kind: 'follow-up' }, before, OPTIONS)
    expect(text).toMatch(/续报（第2报）[^]*一、新情况[^]*二、全部情况[^]*14:32 报警/)
    const same = bulletinText(items({ steps: [done] }), { ...HEAD, number: 2 }, before, OPTIONS)
    expect(same).toContain('没有新情况')
  })
})
