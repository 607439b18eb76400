/** What is due in a few lines, and as a document: several at once, days off between, the week. */
import { describe, expect, it, test } from 'vitest'
import { leftText, weeklyDocument } from '#shared/domain/document/readiness-document.ts'
import { briefLines } from '#shared/domain/readiness/brief.ts'
import type { ComingDate } from '#shared/domain/readiness/coming-dates.ts'
import { drawObligation } from '#shared/domain/readiness/draw.ts'
import type { Obligation } from '#shared/domain/readiness/obligation.ts'
import { localized } from '#shared/domain/text.ts'

const today = '2026-11-24'
const AT = { today, now: 0 }
const SEAL = { sealed: 'ab'.repeat(32) }
const line = (id: string, part: Partial<Obligation> = {}): Obligation => ({
  ...{ kind: 'action', about: { id, name: SEAL }, owner: null, due: today, dueAt: null },
  ...{ remindFrom: null, isCritical: false, count: 1, to: ['actions', id] },
  ...part,
})
const NIGHT = line('night', {
  ...{ kind: 'shift', isCritical: true, count: 2 },
  about: { id: 'night', name: localized('夜班', 'Night') },
})
const daysOff = (date: string): ComingDate => ({
  ...{ kind: 'days-off', date, at: null, about: null, count: 3 },
})

describe('brief lines', () => {
  it('count what would quote somebody, due and coming apart, and name the others', () => {
    const lines = briefLines(
      [NIGHT, line('a'), line('b', { due: '2026-11-20' }), line('c', { due: '2026-11-26' })],
      [],
      AT,
    )
    expect(lines).toMatchObject([
      { kind: 'shift', about: 'night', line: { zh: '夜班缺2人' }, isCritical: true, count: 2 },
      { kind: 'action', about: null, name: null, line: { zh: '整改2项' }, date: today },
      { kind: 'action', line: { zh: '整改1项' }, date: '2026-11-26' },
    ])
    expect(JSON.stringify(lines)).not.toContain(SEAL.sealed)
  })
  it.each([
    ['hazard', '隐患2项'],
    ['hazard-check', '待复查的隐患2项'],
    ['occasion', '2项活动还没准备好'],
  ] as const)('a %s is counted, since its words are somebody’s', (kind, words) => {
    const lines = briefLines([line('a', { kind }), line('b', { kind })], [], AT)
    expect(lines).toMatchObject([{ kind, about: null, name: null, line: { zh: words }, count: 2 }])
    expect(JSON.stringify(lines)).not.toContain(SEAL.sealed)
  })
  it('have days off between what is coming, after all that presses', () => {
    const kinds = briefLines(
      [NIGHT, line('c', { due: '2026-11-28' })],
      [daysOff('2026-11-26'), { ...daysOff('2026-11-25'), kind: 'numbers' }],
      AT,
    ).map(({ kind }) => kind)
    expect(kinds).toEqual(['shift', 'days-off', 'action'])
  })
})

describe('the weekly list', () => {
  const rows = (...obligations: readonly Obligation[]) =>
    weeklyDocument(
      obligations.map((obligation) => drawObligation(obligation, AT)),
      { critical: 1, due: 2 },
      { site: localized('江畔', 'Riverside'), zone: 'Asia/Shanghai', today },
    ).sections[0]?.tables[0]?.rows.map((row) => row.map(({ value }) => value)) ?? []

  it('has what is open or comes due within seven days', () => {
    const last = line('last', { due: '2026-11-30' })
    const beyond = line('beyond', { due: '2026-12-01' })
    const critical = line('critical', { due: '2026-12-20', isCritical: true })
    const dues = rows(NIGHT, last, beyond, critical).map(([, , due]) => due)
    expect(dues).toEqual([today, '2026-11-30', '2026-12-20'])
    expect(rows(NIGHT)[0]?.slice(0, 2)).toEqual([
      localized('要紧', 'Critical'),
      localized('夜班缺2人', 'Night: 2 people short'),
    ])
  })
  test('says its days and both counts', () => {
    const { title, lines } = weeklyDocument(
      [],
      { critical: 1, due: 2 },
      { site: localized('江畔', 'Riverside'), zone: 'Asia/Shanghai', today },
    )
    expect([title.zh, lines[1]?.zh]).toEqual([
      '到期事项周清单（2026-11-24至2026-11-30）',
      '2026-11-24：要紧1项 · 到期2项',
    ])
  })
  test.each([
    [null, '尽快', 'as soon as possible'],
    [0, '今天', 'today'],
    [1, '1天', '1 day'],
    [-1, '逾期1天', '1 day over'],
    [-30, '逾期30天', '30 days over'],
  ])('%s days left are %s', (daysLeft, zh, en) => {
    expect(leftText({ daysLeft, dueAt: null }, 'Asia/Shanghai')).toEqual({ zh, en })
  })
  test('what is due at an instant of today says the time of the site', () => {
    const dueAt = Date.parse('2026-11-24T11:00:00+08:00')
    const left = leftText({ daysLeft: 0, dueAt }, 'Asia/Shanghai')
    expect(left).toEqual({ zh: '今天11:00', en: 'today 11:00' })
  })
})
