/** Tests what the site makes of a document: drafts, approvals, abolition, what is put away. */
import { describe, expect, test } from 'vitest'
import {
  decideSiteDocument,
  documentBasis,
  type SiteDocumentCommand,
  type SiteDocumentWorld,
} from '#shared/domain/site-document/decide.ts'
import { isDocumentTooLarge } from '#shared/domain/site-document/draft.ts'
import {
  siteDocumentStream,
  UNTOUCHED_DOCUMENT,
  type SiteDocumentEvent,
  type SiteDocumentState,
} from '#shared/domain/site-document/stream.ts'
import { isDangerous } from '#shared/domain/plan/danger.ts'
import type { PlanDocument } from '#shared/domain/plan/document.ts'
import { typesSince } from '#shared/domain/plan/held-marks.ts'
import { NOTHING_DROPPED } from '#shared/domain/site-document/dropped.ts'
import { draftText } from '#shared/domain/site-plan/draft.ts'
import { localized } from '#shared/domain/text.ts'
import { AT, recorded, stateAfter } from '../../kit/decider.ts'
import { planDocument, planRole, zh } from '../../kit/plan-document.ts'

const DRAFT = { title: '电梯', id: 'lift' }
const WHY = { why: '电梯多', approvedBy: '李强' }
const TITLE = localized('电梯应急预案', 'Lifts')

const saved: SiteDocumentEvent = { type: 'DraftSaved', draft: draftText(DRAFT), basedOn: null }
const approved: SiteDocumentEvent = {
  ...{ type: 'DocumentApproved', kind: 'made', number: '1', ...WHY },
  ...{ revision: 'd1', draft: draftText(DRAFT) },
}
const abolished: SiteDocumentEvent = { type: 'DocumentAbolished', ...WHY, revision: 'd1' }
const away: SiteDocumentEvent = { type: 'DocumentPutAway', why: '本单位没有' }
const back: SiteDocumentEvent = { type: 'DocumentBroughtBack' }
const after = (...events: readonly SiteDocumentEvent[]): SiteDocumentState =>
  stateAfter(siteDocumentStream, ...events)

const world = (part: Partial<SiteDocumentWorld> = {}): SiteDocumentWorld => ({
  documentId: 'lift',
  shipped: null,
  own: planDocument(),
  check: () => ({ findings: [], document: null, revision: 'd1' }),
  annexes: [],
  ...part,
})
const decide = (
  state: SiteDocumentState,
  command: SiteDocumentCommand,
  part: Partial<SiteDocumentWorld> = {},
) => decideSiteDocument(state, command, world(part))
const SAVE = { type: 'SaveDraft', draft: DRAFT, basedOn: null } as const
const APPROVE = { type: 'ApproveDocument', number: null, basedOn: null, ...WHY } as const
const ERROR = {
  severity: 'error',
  code: 'unknown-role',
  path: 'commander',
  message: TITLE,
} as const

describe('a draft of a document', () => {
  test('is recorded as it was written; the next author sees its name', () => {
    expect(decide(UNTOUCHED_DOCUMENT, SAVE)).toEqual(recorded(saved))
    expect(documentBasis(UNTOUCHED_DOCUMENT)).toBeNull()
    expect(documentBasis(after(saved))).toBe('draft-1')
    expect(documentBasis(after(saved, approved))).toBe('d1')
  })

  test.each([
    ['another id', { ...SAVE, draft: { id: 'stairs' } }, {}, 'bad-input'],
    ['a document of the program', SAVE, { shipped: TITLE }, 'document-shipped'],
    ['one who saw another text', { ...SAVE, basedOn: 'd7' }, {}, 'draft-stale'],
    [
      'more than a request holds',
      { ...SAVE, draft: { ...DRAFT, note: '梯'.repeat(180_000) } },
      {},
      'draft-too-large',
    ],
  ] as const)('of %s is refused', (_what, command, part, code) => {
    expect(decide(UNTOUCHED_DOCUMENT, command, part)).toMatchObject({ ok: false, code })
  })

  test('is measured in bytes', () => {
    expect(isDocumentTooLarge('梯'.repeat(174_000))).toBe(false)
    expect(isDocumentTooLarge('梯'.repeat(175_000))).toBe(true)
  })

  test('is discarded if there is one', () => {
    const discard = { type: 'DiscardDraft', basedOn: null } as const
    expect(decide(after(saved), discard)).toEqual(recorded({ type: 'DraftDiscarded' }))
    expect(decide(UNTOUCHED_DOCUMENT, discard)).toMatchObject({ code: 'no-draft' })
    expect(after(saved, { type: 'DraftDiscarded' }).draft).toEqual({ version: 2, saved: null })
  })
})

describe('approving a document', () => {
  test('makes it, then revises it under the next number', () => {
    expect(decide(after(saved), APPROVE)).toEqual(recorded(approved))
    const again = { check: () => ({ findings: [], document: null, revision: 'd2' }) }
    expect(decide(after(saved, approved, saved), APPROVE, again)).toEqual(
      recorded({ ...approved, kind: 'revised', number: '2', revision: 'd2' }),
    )
    expect(decide(after(saved), { ...APPROVE, number: '2026-4' })).toMatchObject({
      events: [{ number: '2026-4' }],
    })
  })

  test.each([
    ['without a draft', UNTOUCHED_DOCUMENT, {}, 'no-draft'],
    ['of what is in force', after(saved, approved, saved), {}, 'nothing-changed'],
    [
      'with an error',
      after(saved),
      { check: () => ({ findings: [ERROR], document: null, revision: 'd1' }) },
      'draft-faulty',
    ],
    [
      'of what cannot be read',
      after(saved),
      { check: () => ({ findings: [], document: null, revision: null }) },
      'draft-faulty',
    ],
  ] as const)('%s is refused', (_what, state, part, code) => {
    expect(decide(state, APPROVE, part)).toMatchObject({ ok: false, code })
  })

  test('keeps who decided what and when; the draft is gone', () => {
    const { document, draft } = after(saved, approved)
    expect(draft).toEqual({ version: 2, saved: null })
    expect(document).toEqual({
      version: 2,
      current: { revision: 'd1', draft: draftText(DRAFT) },
      abolished: false,
      putAway: false,
      dropped: NOTHING_DROPPED,
      record: [{ kind: 'made', number: '1', at: AT - 60_000, by: '周敏', ...WHY, revision: 'd1' }],
    })
  })
})

describe('what a revision leaves out', () => {
  const [before, fewer] = [
    planDocument({ roles: [planRole('head'), planRole('guard')] }),
    planDocument({ types: [], categories: [] }),
  ]
  const dropped = {
    types: before.types,
    categories: before.categories,
    roles: [{ id: 'guard', name: zh('岗位guard') }],
  }

  test('stands in the approval, so that records keep being named by it', () => {
    const check = () => ({ findings: [], document: fewer, revision: 'd2' })
    expect(decide(after(saved, approved, saved), APPROVE, { own: before, check })).toMatchObject({
      events: [{ kind: 'revised', dropped }],
    })
    const same = () => ({ findings: [], document: before, revision: 'd2' })
    const unmoved = decide(after(saved, approved, saved), APPROVE, { own: before, check: same })
    expect(unmoved).toMatchObject({ events: [expect.not.objectContaining({ dropped })] })
  })

  test('is kept for good, of each code as it was last', () => {
    const [type] = before.types
    const later = { ...dropped, types: [{ ...type!, name: zh('困人（新）') }], roles: [] }
    const state = after(
      ...[saved, approved, saved, { ...approved, dropped }],
      ...[saved, approved, saved, { ...approved, dropped: later }, abolished],
    )
    expect(state.document?.dropped).toEqual({
      types: later.types,
      categories: before.categories,
      roles: dropped.roles,
    })
  })
})

describe('marks of its types', () => {
  const marked = planDocument({
    types: planDocument().types.map((type) => ({ ...type, danger: true, discreet: true })),
  })
  const danger = { code: 'lift.trapped', mark: 'danger' } as const
  const discreet = { code: 'lift.trapped', mark: 'discreet' } as const
  const taken = (...marks: readonly (typeof danger | typeof discreet)[]): SiteDocumentEvent => ({
    ...approved,
    ...{ kind: 'revised', dropped: { ...NOTHING_DROPPED, marks } },
  })

  test('that a revision takes stand in the approval, those that it adds do not', () => {
    const ofTypes = (document: PlanDocument) => ({
      check: () => ({ findings: [], document, revision: 'd2' }),
    })
    const state = after(saved, approved, saved)
    expect(decide(state, APPROVE, { own: marked, ...ofTypes(planDocument()) })).toMatchObject({
      events: [{ dropped: { types: [], marks: [danger, discreet] } }],
    })
    const adding = decide(state, APPROVE, { own: planDocument(), ...ofTypes(marked) })
    expect(adding).toMatchObject({ events: [expect.not.objectContaining({ dropped: {} })] })
  })

  test('stand in an abolition, which takes all of them', () => {
    const abolish = { type: 'AbolishDocument', ...WHY } as const
    expect(decide(after(saved, approved), abolish, { own: marked })).toEqual(
      recorded({ ...abolished, marks: [danger, discreet] }),
    )
  })

  test('are held by when they were taken last', () => {
    const { document } = after(
      ...[saved, approved, saved, taken(danger)],
      ...[saved, approved, saved, taken(danger, discreet), away],
    )
    const until = AT - 120_000
    expect(document?.heldMarks).toEqual([
      { ...danger, until },
      { ...discreet, until },
    ])
  })

  test('hold for what was received before, and not after', () => {
    const types = planDocument().types
    const heldMarks = [{ ...danger, until: 100 }]
    const isOne = (since: number): boolean =>
      isDangerous('lift.trapped', typesSince(types, heldMarks, since))
    expect([isOne(99), isOne(100), isOne(101)]).toEqual([true, true, false])
    expect(typesSince(types, heldMarks, 101)).toBe(types)
  })
})

describe('a document that is no longer used', () => {
  const ABOLISH = { type: 'AbolishDocument', ...WHY } as const
  const AWAY = { type: 'PutAway', why: '本单位没有' } as const
  const BACK = { type: 'BringBack' } as const
  const shipped = { shipped: TITLE, own: null }
  const annexes = [{ id: 'annex', title: TITLE }]

  test('of the site is abolished once, and made anew by an approval', () => {
    expect(decide(after(saved, approved), ABOLISH)).toEqual(recorded(abolished))
    expect(decide(after(saved, approved, abolished), ABOLISH)).toMatchObject({
      code: 'document-abolished',
    })
    expect(decide(after(saved, approved, abolished, saved), APPROVE)).toMatchObject({
      events: [{ kind: 'made', number: '2' }],
    })
    expect(after(saved, approved, abolished, approved).document?.abolished).toBe(false)
  })

  test('of the program is put away and brought back, each once', () => {
    expect(decide(UNTOUCHED_DOCUMENT, AWAY, shipped)).toEqual(recorded(away))
    expect(after(away).document).toMatchObject({
      putAway: true,
      record: [{ kind: 'put-away', why: '本单位没有', approvedBy: null, number: null }],
    })
    expect(decide(after(away), AWAY, shipped)).toMatchObject({ code: 'no-change' })
    expect(decide(after(away), BACK, shipped)).toEqual(recorded(back))
    expect(after(away, back).document).toMatchObject({ putAway: false, version: 2 })
    expect(decide(after(away, back), BACK, shipped)).toMatchObject({ code: 'no-change' })
  })

  test.each([
    ['abolishing one of the program', ABOLISH, { shipped: TITLE }, 'document-shipped'],
    ['abolishing one that never was', ABOLISH, { own: null }, 'unknown-document'],
    ['putting away one of the site', AWAY, {}, 'document-not-shipped'],
    ['putting away one that never was', AWAY, { own: null }, 'unknown-document'],
    ['putting away what an annex needs', AWAY, { ...shipped, annexes }, 'plan-in-use'],
    ['bringing back one of the site', BACK, {}, 'unknown-document'],
  ] as const)('%s is refused', (_what, command, part, code) => {
    expect(decide(UNTOUCHED_DOCUMENT, command, part)).toMatchObject({ ok: false, code })
  })

  test('of the site is not abolished while an annex of another needs it', () => {
    expect(decide(after(saved, approved), ABOLISH, { annexes })).toMatchObject({
      code: 'plan-in-use',
      details: ['annex'],
    })
  })
})
