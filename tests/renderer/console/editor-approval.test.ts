/** Approving and abolishing a plan, and the record of its revisions. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PlanRevision } from '#shared/contract/plans.ts'
import { localized } from '#shared/domain/text.ts'
import { incident, plan as runningPlan } from '../board-parts.ts'
import { refused, read, accepted } from './desk.ts'
import { editor, library, PLAN } from './editor.ts'
import { settled, dialog, fill, submit } from './editor-dialog.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('approving', () => {
  const approvedRevision: PlanRevision = {
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
      'plans/revisions': () => accepted<'plans/revisions'>(record),
      'plans/diff': () => accepted<'plans/diff'>({ changes: [] }),
      'plans/approve': () => {
        record = [approvedRevision, shipped]
        kept.saved = null
        return accepted<'plans/approve'>({ revision: 'new' })
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
    fill('修订原因', '演练总结')
    fill('批准人', '陈国栋')
    await settled()
    await submit()
    expect(station.of('plans/approve')).toEqual([
      { planId: PLAN, number: '1', why: '演练总结', approvedBy: '陈国栋', basedOn: 'draft-2' },
    ])
    expect(read(page.get('.record'))).toMatch(
      /已批准，今后的事件用这一版。 ?有1起事件仍用启动时的旧版。.*修订.*演练总结.*陈国栋.*系统预置.*正在执行/,
    )
    expect(read(page.get('.saved'))).toBe('没有草稿，与现行版相同')
  })

  it('is not offered for a faulty draft, and says what is wrong', async () => {
    const { button, field, rested } = await editor(PLAN, null, {
      'plans/check': () =>
        accepted<'plans/check'>({
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

  it('names the step and the field of what is not written yet, and leads there', async () => {
    const first = library.plan(PLAN)!.steps[0]!.id
    const { button, field, page, rested } = await editor(PLAN, null, {
      'plans/check': () =>
        accepted<'plans/check'>({
          plan: null,
          findings: [
            {
              ...{ severity: 'error', code: 'missing', path: `steps.${first}.role` },
              message: localized('应为编号：小写字母开头', 'x'),
            },
          ],
        }),
    })
    await field('名称 中文').setValue('改过的')
    await rested()
    await button('批准').trigger('click')
    await settled()
    expect(dialog().textContent).toMatch(/报组别负责人 · 谁做.*还没有写/s)
    expect(dialog().textContent).not.toContain('小写字母')
    dialog().querySelector<HTMLElement>('.faults button')?.click()
    await settled()
    expect(document.querySelector('[role=dialog]')).toBeNull()
    expect(read(page.get('.form'))).toContain('谁做')
  })

  it('abolishing needs a reason and a name, and is refused in the station’s words', async () => {
    const { page, station } = await editor(PLAN, null, {
      'plans/abolish': () => refused('plan-in-use', '还不能废止'),
    })
    page.getComponent({ name: 'MoreMenu' }).vm.$emit('act', 'abolish')
    await settled()
    fill('废止原因', '并入新预案')
    fill('批准人', '陈国栋')
    await settled()
    await submit()
    expect(station.of('plans/abolish')).toEqual([
      { planId: PLAN, why: '并入新预案', approvedBy: '陈国栋' },
    ])
    expect(dialog().textContent).toContain('还不能废止')
  })
})

describe('approving while sentences of the paper are open', () => {
  const counted = (document: string, open: number) =>
    accepted<'papers/list'>([
      {
        ...{ document, title: localized('客服预案', ''), at: 0, editions: 1 },
        counts: { used: 9, aside: 1, open },
      },
    ])

  it('says before that it is approved as incomplete, does so, and says it afterwards', async () => {
    let isApproved = false
    const { page, station, field, button, rested, kept } = await editor(PLAN, null, {
      'papers/list': () => counted(library.plan(PLAN)!.document, 3),
      'plans/diff': () => accepted<'plans/diff'>({ changes: [] }),
      'plans/read': () =>
        accepted<'plans/read'>({
          ...library.plan(PLAN)!,
          ...(isApproved && { completeness: 'incomplete' as const }),
        }),
      'plans/approve': () => {
        isApproved = true
        kept.saved = null
        return accepted<'plans/approve'>({ revision: 'new' })
      },
    })
    await field('名称 中文').setValue('改过的')
    await rested()
    await button('批准').trigger('click')
    await settled()
    expect(dialog().textContent).toMatch(
      /纸稿还有3句待处理：只能按“未补全”批准.*预案、处置卡、接报、处置页和列表上都写着“未补全”/s,
    )
    expect(dialog().querySelector('[type=submit]')?.textContent).toContain('按未补全批准')
    fill('修订原因', '演练总结')
    fill('批准人', '陈国栋')
    await settled()
    await submit()
    expect(station.of('plans/draft-save').at(-1)?.draft).toMatchObject({
      completeness: 'incomplete',
    })
    expect(station.of('plans/approve')).toHaveLength(1)
    await rested()
    expect(read(page.get('.record .approved'))).toContain('已按未补全批准')
  })

  it('with none open says nothing of it', async () => {
    const { field, button, rested } = await editor(PLAN, null, {
      'papers/list': () => counted(library.plan(PLAN)!.document, 0),
      'plans/diff': () => accepted<'plans/diff'>({ changes: [] }),
    })
    await field('名称 中文').setValue('改过的')
    await rested()
    await button('批准').trigger('click')
    await settled()
    expect(dialog().textContent).not.toContain('未补全')
  })
})
