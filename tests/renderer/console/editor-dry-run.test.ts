/** Trying a draft, and comparing it with the text in force. */
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { groupChanges } from '#renderer/console/pages/plans/edit/diff/change-groups.ts'
import { instantsOf, spaceOf } from '#renderer/console/pages/plans/edit/dry/moment-groups.ts'
import { RUN_AFTER_MS } from '#renderer/console/pages/plans/edit/dry/use-dry-run.ts'
import { instantOf, shiftDate, wallOf } from '#renderer/console/pages/plans/edit/dry/start-time.ts'
import type { DryEntry } from '#shared/domain/incident/dry-run.ts'
import { localized } from '#shared/domain/text.ts'
import { read, accepted } from './desk.ts'
import { editor, library, PLAN } from './editor.ts'
import { settled } from './editor-dialog.ts'

const tab = async (page: VueWrapper, name: string): Promise<void> => {
  await page
    .findAll('[role=tab]')
    .find((element) => element.text().startsWith(name))!
    .trigger('click')
  await settled()
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('the start of a dry run is wall time of the site', () => {
  it.each([
    ['2026-10-01', '14:30', 'Asia/Shanghai', '2026-10-01T06:30:00Z'],
    ['2026-01-15', '08:00', 'America/New_York', '2026-01-15T13:00:00Z'],
    ['2026-07-15', '08:00', 'America/New_York', '2026-07-15T12:00:00Z'],
    ['2026-03-08', '03:30', 'America/New_York', '2026-03-08T07:30:00Z'],
    ['2026-10-25', '12:00', 'Europe/Berlin', '2026-10-25T11:00:00Z'],
  ])('%s %s in %s', (date, time, zone, utc) => {
    expect(instantOf(date, time, zone)).toBe(Date.parse(utc))
    expect(wallOf(Date.parse(utc) + 29_000, zone)).toEqual({ date, time })
  })

  it('days go over the end of a month, and nonsense is no instant', () => {
    expect([shiftDate('2026-02-28', 1), shiftDate('2026-01-01', -1)]).toEqual([
      '2026-03-01',
      '2025-12-31',
    ])
    expect(instantOf('2026-13-01', 'noon', 'Asia/Shanghai')).toBeNaN()
  })
})

describe('a dry run', () => {
  const entry = (
    kind: DryEntry['kind'],
    minute: number,
    stepId: string | null = 'hl-14',
  ): DryEntry => ({
    at: minute * 60_000,
    kind,
    stepId,
    role: localized('信息中心', 'IT'),
    says: localized(`${kind} ${minute}`, kind),
  })

  it('is told by instants: what opens, what is late once and not also as a limit, who is told', () => {
    const instants = instantsOf(
      [
        entry('told', 10),
        entry('limit', 10),
        entry('late', 10),
        entry('opens', 0),
        entry('question', 0, null),
        entry('limit', 20, 'hl-06'),
      ],
      0,
    )
    expect(
      instants.map(({ after, gap, entries }) => [
        after / 60_000,
        gap / 60_000,
        entries.map(({ kind }) => kind),
      ]),
    ).toEqual([
      [0, 0, ['question', 'opens']],
      [10, 10, ['late', 'told']],
      [20, 10, ['limit']],
    ])
  })

  it('leaves more room for a longer wait, and never a mile', () => {
    const [none, minute, hour, month] = [0, 60_000, 3_600_000, 2_592_000_000].map(spaceOf)
    expect([none, month]).toEqual([0, 56])
    expect(minute).toBeLessThan(hour!)
  })

  it('tries the draft as it stands with the given start and answers, and shows the minutes', async () => {
    const { page, station, field } = await editor(PLAN, null, {
      'plans/dry-run': ({ startsAt }) =>
        accepted<'plans/dry-run'>({
          entries: [{ ...entry('late', 0), at: startsAt + 480_000 }],
          ends: startsAt + 480_000,
          more: false,
          day: { date: '2026-10-01', day: 'holiday', unpublished: false },
        }),
    })
    await field('名称 中文').setValue('改过的')
    await vi.advanceTimersByTimeAsync(600)
    await tab(page, '推演')
    await vi.advanceTimersByTimeAsync(RUN_AFTER_MS + 50)
    await flushPromises()
    expect(read(page.get('.start'))).toContain('假日')
    expect(read(page.get('.timeline'))).toMatch(/8分.*超时.*信息中心/)
    await page.get('input[name="dry fault_kind"]').trigger('change')
    await vi.advanceTimersByTimeAsync(RUN_AFTER_MS + 50)
    expect(station.of('plans/dry-run').at(-1)).toMatchObject({
      draft: { title: { zh: '改过的' } },
      facts: { fault_kind: 'no-query' },
    })
    // trying saves nothing of its own
    expect(station.of('plans/draft-save').length).toBeLessThanOrEqual(1)
  })

  it('is not asked for while the draft has errors', async () => {
    const { page, station } = await editor(PLAN, null, {
      'plans/check': () =>
        accepted<'plans/check'>({
          plan: null,
          findings: [
            { severity: 'error', code: 'x', path: 'title', message: localized('错', 'x') },
          ],
        }),
    })
    await tab(page, '推演')
    await vi.advanceTimersByTimeAsync(RUN_AFTER_MS + 50)
    expect(read(page.get('.what'))).toContain('草稿有1处错误，改好后才能推演。')
    expect(station.of('plans/dry-run')).toEqual([])
  })
})

describe('differences', () => {
  it('are grouped by what they concern, and a part loses the name of its head', () => {
    const change = (
      path: string,
      zh: string,
      en: string,
      kind: 'added' | 'changed' = 'changed',
    ) => ({ kind, path, what: localized(zh, en), before: null, after: null })
    const groups = groupChanges(
      [
        change('title', '名称', 'Title'),
        change('steps.a.b', '新步骤', 'New step', 'added'),
        change('steps.a.due', '“甲”的时限', 'limit of “A”'),
        change('steps.a.late', '“甲”的超时通知', 'ladder of “A”'),
      ],
      ['a', 'a.b'],
    )
    expect(
      groups.map(({ key, title, whole, changes }) => [
        key,
        title?.zh ?? null,
        whole,
        changes.map(({ what }) => [what.zh, what.en]),
      ]),
    ).toEqual([
      ['plan', null, null, [['名称', 'Title']]],
      ['steps.a.b', '新步骤', 'added', []],
      [
        'steps.a',
        '甲',
        null,
        [
          ['时限', 'Limit'],
          ['超时通知', 'Ladder'],
        ],
      ],
    ])
  })

  it('of the draft are asked for only once the draft is saved', async () => {
    const order: string[] = []
    const { page, field, station } = await editor(PLAN, null, {
      'plans/diff': () => {
        order.push('diff')
        return accepted<'plans/diff'>({ changes: [] })
      },
    })
    const save = station.answers['plans/draft-save']!
    station.answers['plans/draft-save'] = (input) => {
      order.push('save')
      return save(input)
    }
    await field('名称 中文').setValue('改过的')
    await tab(page, '差异')
    expect(order).toEqual(['save', 'diff'])
    expect(station.of('plans/diff')).toEqual([
      { planId: PLAN, from: library.plan(PLAN)?.revision, to: 'draft' },
    ])
    expect(read(page.get('.diff'))).toContain('两边完全相同。')
  })
})
