/** Tests what the site makes of a plan: drafts, approvals, the revision record, abolition. */
import { describe, expect, test } from 'vitest'
import {
  basisOf,
  decideSitePlan,
  type SitePlanCommand,
  type SitePlanWorld,
} from '#shared/domain/site-plan/decide.ts'
import { checkedForSite, draftText, isPlanId, isTooLarge } from '#shared/domain/site-plan/draft.ts'
import {
  sitePlanStream,
  UNTOUCHED,
  type SitePlanEvent,
  type SitePlanState,
} from '#shared/domain/site-plan/stream.ts'
import { localized } from '#shared/domain/text.ts'
import { AT, stateAfter } from '../../kit/decider.ts'
import { plan, step } from '../../kit/plan.ts'

const DRAFT = { title: '火情', id: 'fire' }
const shipped = plan('fire', [step('call')], { revision: 'r0' })
const revised = plan('fire', [step('call'), step('leave')], { revision: 'r1' })
const WHY = { why: '按演练结果修订', approvedBy: '李强' }

const saved: SitePlanEvent = { type: 'DraftSaved', draft: draftText(DRAFT), basedOn: null }
const approved: SitePlanEvent = {
  type: 'PlanApproved',
  kind: 'revised',
  number: '1',
  ...WHY,
  revision: 'r1',
  steps: 2,
  draft: draftText(DRAFT),
}
const abolished: SitePlanEvent = { type: 'PlanAbolished', ...WHY, revision: 'r1', steps: 2 }

const world = (part: Partial<SitePlanWorld> = {}): SitePlanWorld => ({
  planId: 'fire',
  latest: shipped,
  offered: shipped,
  inForce: [shipped],
  check: () => ({ findings: [], plan: revised }),
  ...part,
})
const decide = (
  state: SitePlanState,
  command: SitePlanCommand,
  part: Partial<SitePlanWorld> = {},
) => decideSitePlan(state, command, world(part))

describe('a draft', () => {
  const save = (basedOn: string | null = null) =>
    ({ type: 'SaveDraft', draft: DRAFT, basedOn }) as const

  test('is recorded as it was written, keys in their order, faulty or not', () => {
    const faulty = { check: () => ({ findings: [], plan: null }) }
    expect(decide(UNTOUCHED, save(), faulty)).toEqual({ ok: true, events: [saved], snapshots: [] })
    expect(stateAfter(sitePlanStream, saved).draft).toEqual({
      version: 1,
      saved: { draft: '{"title":"火情","id":"fire"}', savedAt: AT - 60_000, by: '周敏' },
    })
  })

  test('is named by the text that an author has before him', () => {
    expect(basisOf(UNTOUCHED, null)).toBeNull()
    expect(basisOf(UNTOUCHED, shipped)).toBe('r0')
    expect(basisOf(stateAfter(sitePlanStream, saved), shipped)).toBe('draft-1')
    expect(basisOf(stateAfter(sitePlanStream, saved, { type: 'DraftDiscarded' }), shipped)).toBe(
      'r0',
    )
  })

  test('of an author who has seen another text is refused, and says who was faster', () => {
    const state = stateAfter(sitePlanStream, saved)
    expect(decide(state, save('draft-1'))).toMatchObject({ ok: true })
    expect(decide(state, save('r0'))).toMatchObject({
      ok: false,
      code: 'draft-stale',
      message: { zh: expect.stringContaining('周敏') },
    })
    expect(decide(UNTOUCHED, save('draft-1'))).toMatchObject({ code: 'draft-stale' })
  })

  test('with another id, or larger than a request, is refused', () => {
    expect(decide(UNTOUCHED, save(), { planId: 'flood' })).toMatchObject({ code: 'bad-input' })
    const large = { ...DRAFT, note: '火'.repeat(21_000) }
    expect(isTooLarge(draftText(large))).toBe(true)
    expect(isTooLarge(draftText({ ...DRAFT, note: '火'.repeat(20_000) }))).toBe(false)
    expect(decide(UNTOUCHED, { type: 'SaveDraft', draft: large, basedOn: null })).toMatchObject({
      code: 'draft-too-large',
    })
  })

  test('is discarded, if there is one', () => {
    const discard = { type: 'DiscardDraft', basedOn: null } as const
    expect(decide(stateAfter(sitePlanStream, saved), discard)).toMatchObject({
      events: [{ type: 'DraftDiscarded' }],
    })
    expect(decide(UNTOUCHED, discard)).toMatchObject({ code: 'no-draft' })
    const stale = { ...discard, basedOn: 'r0' }
    expect(decide(stateAfter(sitePlanStream, saved), stale)).toMatchObject({ code: 'draft-stale' })
  })

  test('of a plan for other kinds of site is only warned of', () => {
    const elsewhere = plan('fire', [step('call')], { siteKinds: ['hotel'] })
    const checked = { findings: [], plan: elsewhere }
    expect(checkedForSite(checked, ['mall']).findings).toMatchObject([
      { severity: 'warning', code: 'not-for-this-site' },
    ])
    expect(checkedForSite(checked, ['hotel'])).toBe(checked)
    expect(checkedForSite({ findings: [], plan: null }, ['mall']).findings).toEqual([])
  })

  test('has an id that can stand in a file name', () => {
    expect(['fire', 'a.b-c_1'].every(isPlanId)).toBe(true)
    expect(['Fire', '1fire', '', 'a/b', `a${'x'.repeat(60)}`].some(isPlanId)).toBe(false)
  })
})

describe('approving', () => {
  const approve = { type: 'ApproveDraft', number: null, ...WHY, basedOn: null } as const
  const drafted = stateAfter(sitePlanStream, saved)

  test('makes the draft the text in force; both texts can be compared for ever', () => {
    expect(decide(drafted, approve)).toEqual({
      ok: true,
      events: [approved],
      snapshots: [shipped, revised],
    })
    expect(stateAfter(sitePlanStream, saved, approved)).toEqual({
      plan: {
        version: 2,
        current: { revision: 'r1', draft: draftText(DRAFT) },
        abolished: false,
        record: [
          {
            kind: 'revised',
            number: '1',
            at: AT - 60_000,
            by: '周敏',
            ...WHY,
            revision: 'r1',
            steps: 2,
          },
        ],
      },
      draft: { version: 2, saved: null },
    })
  })

  test('a plan that there was not is made; the next numbers follow, abolitions not counted', () => {
    expect(decide(drafted, approve, { latest: null })).toMatchObject({
      events: [{ kind: 'made', number: '1' }],
      snapshots: [revised],
    })
    const again = stateAfter(sitePlanStream, saved, approved, abolished, saved)
    expect(decide(again, approve)).toMatchObject({ events: [{ kind: 'made', number: '2' }] })
    const numbered = { ...approve, number: '2026-3' }
    expect(decide(drafted, numbered)).toMatchObject({ events: [{ number: '2026-3' }] })
  })

  test.each([
    ['without a draft', UNTOUCHED, {}, 'no-draft'],
    [
      'with an error in it',
      drafted,
      {
        check: () => ({
          findings: [
            {
              severity: 'error',
              code: 'x',
              path: 'steps',
              message: localized('错', 'Bad'),
            } as const,
          ],
          plan: revised,
        }),
      },
      'draft-faulty',
    ],
    [
      'that is no plan at all',
      drafted,
      { check: () => ({ findings: [], plan: null }) },
      'draft-faulty',
    ],
    ['that says what is in force', drafted, { latest: revised }, 'nothing-changed'],
  ])('%s is refused', (_what, state, part, code) => {
    expect(decide(state, approve, part)).toMatchObject({ ok: false, code })
  })

  test('on another text than was seen is refused', () => {
    expect(decide(drafted, { ...approve, basedOn: 'r0' })).toMatchObject({ code: 'draft-stale' })
  })

  test('the text of an abolished plan puts it in force again', () => {
    const state = stateAfter(sitePlanStream, saved, approved, abolished, saved)
    expect(decide(state, approve, { latest: revised })).toMatchObject({
      ok: true,
      events: [{ kind: 'made' }],
    })
  })
})

describe('abolishing', () => {
  const abolish = { type: 'AbolishPlan', ...WHY } as const

  test('ends the plan, its text stays; a draft of it stays too', () => {
    expect(decide(UNTOUCHED, abolish)).toEqual({
      ok: true,
      events: [{ ...abolished, revision: 'r0', steps: 1 }],
      snapshots: [shipped],
    })
    const state = stateAfter(sitePlanStream, saved, approved, saved, abolished)
    expect(state.plan).toMatchObject({ abolished: true, current: { revision: 'r1' } })
    expect(state.plan?.record.map(({ kind }) => kind)).toEqual(['revised', 'abolished'])
    expect(state.draft?.saved).not.toBeNull()
  })

  test('what the site does not have, has abolished, or needs for another plan is refused', () => {
    expect(decide(UNTOUCHED, abolish, { offered: null })).toMatchObject({ code: 'unknown-plan' })
    const gone = stateAfter(sitePlanStream, saved, approved, abolished)
    expect(decide(gone, abolish)).toMatchObject({ code: 'plan-abolished' })
    const annex = plan('fire-annex', [step('more')], { extends: 'fire' })
    expect(decide(UNTOUCHED, abolish, { inForce: [shipped, annex] })).toMatchObject({
      code: 'plan-in-use',
      details: ['fire-annex'],
    })
  })
})
