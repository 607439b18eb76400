/** Trying, comparing, approving, the record, and plans as files. */
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { groupChanges } from '#renderer/console/pages/plans/edit/diff/change-groups.ts'
import { instantsOf, spaceOf } from '#renderer/console/pages/plans/edit/dry/moment-groups.ts'
import { RUN_AFTER_MS } from '#renderer/console/pages/plans/edit/dry/use-dry-run.ts'
import { instantOf, shiftDate, wallOf } from '#renderer/console/pages/plans/edit/dry/start-time.ts'
import ImportPlan from '#renderer/console/pages/plans/edit/files/ImportPlan.vue'
import NewPlanDialog from '#renderer/console/pages/plans/edit/files/NewPlanDialog.vue'
import { idIn, importPlan, textOf } from '#renderer/console/pages/plans/edit/files/plan-files.ts'
import type { PlanRevision } from '#shared/contract/plans.ts'
import type { DryEntry } from '#shared/domain/incident/dry-run.ts'
import { localized } from '#shared/domain/text.ts'
import { incident, plan as runningPlan } from '../sample-board.ts'
import { desk, line, no, read, yes } from './desk.ts'
import { editor, library, PLAN, sourceOf } from './editor.ts'
import { documentSummary, planSummary } from './plans.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})
const settled = async (): Promise<void> => {
  await vi.advanceTimersByTimeAsync(50)
  await flushPromises()
}
const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!
const fill = (label: string, value: string): void => {
  const field = [...dialog().querySelectorAll('label')]
    .find((one) => one.textContent?.includes(label))
    ?.querySelector<HTMLInputElement>('input, textarea')
  if (!field) throw new Error(`no field ${label}`)
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
const submit = async (): Promise<void> => {
  dialog()
    .querySelector('form')!
    .dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await settled()
}
const tab = async (page: VueWrapper, name: string): Promise<void> => {
  await page
    .findAll('[role=tab]')
    .find((one) => one.text().startsWith(name))!
    .trigger('click')
  await settled()
}

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
        yes<'plans/dry-run'>({
          entries: [{ ...entry('late', 0), at: startsAt + 480_000 }],
          ends: startsAt + 480_000,
          more: false,
          day: { date: '2026-10-01', day: 'holiday', unpublished: false },
        }),
    })
    await field('名称 中文').setValue('改过的')
    await vi.advanceTimersByTimeAsync(600)
    await tab(page, '试运行')
    await vi.advanceTimersByTimeAsync(RUN_AFTER_MS + 50)
    await flushPromises()
    expect(read(page.get('.start'))).toContain('节假日')
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
        yes<'plans/check'>({
          plan: null,
          findings: [
            { severity: 'error', code: 'x', path: 'title', message: localized('错', 'x') },
          ],
        }),
    })
    await tab(page, '试运行')
    await vi.advanceTimersByTimeAsync(RUN_AFTER_MS + 50)
    expect(read(page.get('.what'))).toContain('草稿有1处错误，改好后才能试运行。')
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
        return yes<'plans/diff'>({ changes: [] })
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

describe('approving', () => {
  const made: PlanRevision = {
    number: '1',
    kind: 'revised',
    at: 0,
    by: '周敏',
    why: '演练总结',
    approvedBy: '陈国栋',
    revision: 'new',
    steps: 21,
  }
  const shipped: PlanRevision = {
    number: null,
    kind: 'shipped',
    at: null,
    by: null,
    why: null,
    approvedBy: null,
    revision: library.plan(PLAN)!.revision,
    steps: 21,
  }

  it('needs a reason and a name; afterwards the record shows it, and which incident keeps its text', async () => {
    let record: readonly PlanRevision[] = [shipped]
    const { page, station, field, button, rested, show, kept } = await editor(PLAN, null, {
      'plans/revisions': () => yes<'plans/revisions'>(record),
      'plans/diff': () => yes<'plans/diff'>({ changes: [] }),
      'plans/approve': () => {
        record = [made, shipped]
        kept.saved = null
        return yes<'plans/approve'>({ revision: 'new' })
      },
    })
    await show({
      incidents: [incident({ plans: [runningPlan({ planId: PLAN, revision: shipped.revision })] })],
    })
    await field('名称 中文').setValue('改过的')
    await rested()
    await button('批准').trigger('click')
    await settled()
    await submit()
    expect(station.of('plans/approve')).toEqual([])
    fill('为什么', '演练总结')
    fill('批准人', '陈国栋')
    await settled()
    await submit()
    expect(station.of('plans/approve')).toEqual([
      { planId: PLAN, number: '1', why: '演练总结', approvedBy: '陈国栋', basedOn: 'draft-2' },
    ])
    expect(read(page.get('.record'))).toMatch(
      /已批准，今后的事件用这一版。 ?有1起事件仍用启动时的旧版。.*修订.*演练总结.*陈国栋.*随程序.*正在执行/,
    )
    expect(read(page.get('.saved'))).toBe('没有草稿，与现行版相同')
  })

  it('is not offered for a faulty draft, and says what is wrong', async () => {
    const { button, field, rested } = await editor(PLAN, null, {
      'plans/check': () =>
        yes<'plans/check'>({
          plan: null,
          findings: [
            { severity: 'error', code: 'x', path: 'title', message: localized('名称不对', 'x') },
          ],
        }),
    })
    await field('名称 中文').setValue('改过的')
    await rested()
    await button('批准').trigger('click')
    await settled()
    expect(dialog().textContent).toMatch(/还有1处错误.*名称不对/)
    expect(dialog().querySelector('[type=submit]')).toBeNull()
  })

  it('abolishing needs a reason and a name, and is refused in the station’s words', async () => {
    const { page, station } = await editor(PLAN, null, {
      'plans/abolish': () => no('plan-in-use', '还不能废止'),
    })
    page.getComponent({ name: 'MoreMenu' }).vm.$emit('act', 'abolish')
    await settled()
    fill('为什么废止', '并入新预案')
    fill('批准人', '陈国栋')
    await settled()
    await submit()
    expect(station.of('plans/abolish')).toEqual([
      { planId: PLAN, why: '并入新预案', approvedBy: '陈国栋' },
    ])
    expect(dialog().textContent).toContain('还不能废止')
  })
})

describe('plans as files', () => {
  it.each<[string, readonly number[], string | null]>([
    ['UTF-8', [0xe7, 0x81, 0xab, 0xe7, 0x81, 0xbe], '火灾'],
    ['GBK', [0xbb, 0xf0, 0xd4, 0xd6], '火灾'],
    ['no text at all', [0xff, 0xff, 0xff], null],
    ['nothing', [], ''],
  ])('reads the bytes of a file: %s', async (_, bytes, text) => {
    expect(await textOf(new Blob([new Uint8Array(bytes)]))).toBe(text)
  })

  it('does not even read what is far too large', async () => {
    expect(await textOf(new Blob([new Uint8Array(1024 * 1024 + 1)]))).toBeNull()
  })

  it.each([
    ['id: mall-fire', 'mall-fire'],
    ['# note\nid: "a-b" # here\ndocument: x', 'a-b'],
    ['steps:\n  - id: s-1', null],
    ['', null],
  ])('reads the id of %j', (yaml, id) => {
    expect(idIn(yaml)).toBe(id)
  })

  it('takes a file in under what is there, and never over somebody’s draft without a word', async () => {
    const station = line({
      'plans/draft-read': () =>
        yes<'plans/draft-read'>({ draft: {}, basedOn: 'draft-3', savedAt: 0, by: '李强' }),
      'plans/import': () =>
        yes<'plans/import'>({ planId: 'mall-fire', findings: [], basedOn: 'draft-4' }),
    })
    expect(await importPlan(station.request, 'id: mall-fire')).toMatchObject({
      ok: false,
      planId: 'mall-fire',
      draft: { by: '李强' },
    })
    expect(station.of('plans/import')).toEqual([])
    expect(await importPlan(station.request, 'id: mall-fire', true)).toEqual({
      ok: true,
      planId: 'mall-fire',
      findings: 0,
    })
    expect(station.of('plans/import')).toEqual([{ yaml: 'id: mall-fire', basedOn: 'draft-3' }])
  })

  it('a picked file that is no plan is refused with every finding', async () => {
    const { page } = await desk(
      ImportPlan,
      {},
      {
        'plans/import': () =>
          no('not-a-plan', '这不是预案文件，没有导入', ['id: missing: 缺少编号 / no id']),
      },
    )
    const field = page.get<HTMLInputElement>('input[type=file]')
    Object.defineProperty(field.element, 'files', { value: [new File(['hello'], 'x.yaml')] })
    await field.trigger('change')
    await settled()
    await settled()
    expect(dialog().textContent).toMatch(/没有导入.*这不是预案文件.*缺少编号/)
  })
})

describe('a new plan', () => {
  const answers = {
    'documents/list': () => yes<'documents/list'>([documentSummary('gas-customer-service')]),
    'plans/list': () =>
      yes<'plans/list'>([planSummary(PLAN, { document: 'gas-customer-service' })]),
    'plans/drafts': () =>
      yes<'plans/drafts'>([{ planId: 'taken', title: null, isNew: true, savedAt: 0, by: '李强' }]),
    'plans/source': () => yes<'plans/source'>({ draft: sourceOf(PLAN) }),
    'plans/draft-save': () => yes<'plans/draft-save'>({ findings: [], basedOn: 'draft-1' }),
  }
  const name = async (...both: readonly string[]): Promise<void> => {
    for (const [at, words] of both.entries()) {
      const field = dialog().querySelectorAll('textarea')[at]!
      field.value = words
      field.dispatchEvent(new Event('input', { bubbles: true }))
      await settled()
    }
  }

  it('begins with one step in a document, under an id that is free', async () => {
    const { page, station, show } = await desk(
      NewPlanDialog,
      { document: 'gas-customer-service' },
      answers,
    )
    await show({})
    await settled()
    await name('漏气', 'Leak')
    fill('编号', 'taken')
    await settled()
    expect(dialog().textContent).toContain('这个编号已经用了')
    await submit()
    fill('编号', 'gas-leak')
    await settled()
    await submit()
    expect(station.of('plans/draft-save')).toMatchObject([
      {
        planId: 'gas-leak',
        basedOn: null,
        draft: {
          id: 'gas-leak',
          document: 'gas-customer-service',
          title: { zh: '漏气', en: 'Leak' },
          steps: [{ id: 'gl-01' }],
        },
      },
    ])
    expect(page.emitted('made')).toEqual([['gas-leak']])
  })

  it('or with a copy, whose steps have ids of their own', async () => {
    const { station, show } = await desk(NewPlanDialog, { from: PLAN }, answers)
    await show({})
    await settled()
    await submit()
    const [saved] = station.of('plans/draft-save')
    expect(saved).toMatchObject({
      planId: `${PLAN}-copy`,
      draft: { title: { zh: expect.stringContaining('副本') } },
    })
    expect((saved?.draft as { steps: { id: string }[] }).steps.map(({ id }) => id)).not.toContain(
      'hl-01',
    )
  })
})
