/**
 * A plan in a document of the site: the document may be a draft itself, and the number of its paper
 * is typed where a step needs a clause.
 */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PlanDocument } from '#shared/domain/plan/document.ts'
import { newPlan } from '#renderer/console/pages/plans/edit/draft/new-parts.ts'
import { writeDraft } from '#renderer/console/pages/plans/edit/draft/open-draft.ts'
import { documentsToWriteIn } from '#renderer/console/pages/plans/edit/files/documents-to-write-in.ts'
import { accepted, press, read, refused } from './desk.ts'
import { editor, library } from './editor.ts'
import { dialog, fill, settled, submit } from './editor-dialog.ts'
import { documentSummary } from './plans.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const LIFT = 'dt'
const page: PlanDocument = {
  ...library.sources.documents().find(({ id }) => id === 'gas-customer-service')!,
  id: LIFT,
  clauses: [],
}
type Clauses = Record<string, { chapter: { zh: string }; number: string; says: { zh: string } }>

/** The station with the draft of one document, which it reads as the real one would. */
async function inDraft(
  saves: 'accepted' | 'refused' = 'accepted',
  answers: Parameters<typeof editor>[2] = {},
) {
  let draft: { clauses: Clauses } = { clauses: {} }
  const written = () => ({
    ...page,
    clauses: Object.entries(draft.clauses).map(([id, { chapter, number, says }]) => ({
      id,
      number,
      chapter: { zh: chapter.zh, en: chapter.zh },
      says: { zh: says.zh, en: says.zh },
    })),
  })
  const desk = await editor('dtkr', writeDraft(newPlan('dtkr', LIFT, { zh: '电梯困人', en: '' })), {
    'documents/read': () => refused('unknown-document', '没有这份预案文件'),
    'documents/draft-read': () =>
      accepted<'documents/draft-read'>({ draft, basedOn: 'd-1', savedAt: 0, by: '周敏' }),
    'documents/check': () =>
      accepted<'documents/check'>({
        findings: [],
        document: written(),
        revision: 'r',
        follows: [],
      }),
    'documents/draft-save': (input) => {
      if (saves === 'refused') return refused('draft-stale', '别人也改过这份预案文件')
      draft = input.draft as typeof draft
      return accepted<'documents/draft-save'>({ findings: [], basedOn: 'd-2' })
    },
    ...answers,
  })
  await flushPromises()
  const field = () => desk.field('依据条款')
  return {
    ...desk,
    cite: async (number: string) => {
      await field().setValue(number)
      press('Enter', { on: field().element })
      for (let turn = 0; turn < 6; turn++) await flushPromises()
    },
  }
}

it('the number of the paper becomes a clause, once, with the words of the step as what it asks for', async () => {
  const { page: shown, cite, station, rested, saves } = await inDraft()
  await shown.get<HTMLTextAreaElement>('nav [aria-current] textarea').setValue('通知维保单位')
  await cite('第三条')
  expect(station.of('documents/draft-save')).toMatchObject([
    {
      document: LIFT,
      basedOn: 'd-1',
      draft: {
        clauses: {
          'dt-01': { chapter: { zh: '第三条' }, number: '第三条', says: { zh: '通知维保单位' } },
        },
      },
    },
  ])
  expect(read(shown.get('.clause .says'))).toBe('第三条 通知维保单位')
  await cite('第三条')
  expect(station.of('documents/draft-save')).toHaveLength(1)
  await cite('第四条')
  await rested()
  expect(saves().at(-1)?.draft.steps[0]).toMatchObject({ clause: 'dt-02' })
})

it('a document that lacks its commander yet is called by its title all the same', async () => {
  const { page: shown } = await inDraft('accepted', {
    'documents/draft-read': () =>
      accepted<'documents/draft-read'>({
        ...{ draft: { title: { zh: '电梯应急预案' } }, basedOn: 'd-1' },
        ...{ savedAt: 0, by: '周敏' },
      }),
    'documents/check': () =>
      accepted<'documents/check'>({ findings: [], document: null, revision: null, follows: [] }),
  })
  expect(read(shown.get('.page-head'))).toContain('电梯应急预案')
})

it('a clause that the draft has is taken, though that draft cannot be read as a document yet', async () => {
  const known = { chapter: { zh: '第三条' }, number: '第三条', says: { zh: '已写' } }
  const { cite, station, rested, saves } = await inDraft('accepted', {
    'documents/draft-read': () =>
      accepted<'documents/draft-read'>({
        ...{ draft: { title: { zh: '电梯' }, clauses: { 'dt-07': known } }, basedOn: 'd-1' },
        ...{ savedAt: 0, by: '周敏' },
      }),
    'documents/check': () =>
      accepted<'documents/check'>({ findings: [], document: null, revision: null, follows: [] }),
  })
  await cite('第三条')
  await rested()
  expect(station.of('documents/draft-save')).toEqual([])
  expect(saves().at(-1)?.draft.steps[0]).toMatchObject({ clause: 'dt-07' })
})

it('where the document cannot be saved, it says why, and the step keeps its clause', async () => {
  const { page: shown, cite } = await inDraft('refused')
  await cite('第三条')
  expect(read(shown.get('.refusal'))).toContain('别人也改过')
  expect(shown.find('.clause .says').exists()).toBe(false)
})

it('a plan whose document is not approved is approved with it, by the same reason and name', async () => {
  const {
    station,
    button,
    page: shown,
  } = await inDraft('accepted', {
    'plans/approve': () => refused('document-not-approved', '要用《电梯》里还没批准的内容'),
    'documents/approve': () =>
      accepted<'documents/approve'>({
        revision: 'd',
        plans: [{ planId: 'dtkr', revision: 'new' }],
      }),
  })
  await button('批准').trigger('click')
  await settled()
  fill('修订原因', '新编')
  fill('批准人', '陈国栋')
  await settled()
  await submit()
  const both = [...dialog().querySelectorAll('button')].find((element) =>
    element.textContent.includes('连同预案文件一起批准'),
  )
  both!.click()
  await settled()
  expect(station.of('documents/approve')).toEqual([
    {
      ...{ document: LIFT, why: '新编', approvedBy: '陈国栋' },
      ...{ plans: ['dtkr'], plansBasedOn: { dtkr: 'draft-1' } },
    },
  ])
  expect(shown.find('[id=tab-record]').attributes('aria-selected')).toBe('true')
})

it('a document that is not in force yet is approved with its first plan, without a word', async () => {
  const { station, button } = await inDraft('accepted', {
    'documents/drafts': () =>
      accepted<'documents/drafts'>([
        {
          document: LIFT,
          title: { zh: '电梯', en: '电梯' },
          isNew: true,
          plans: ['dtkr'],
          savedAt: 0,
          by: '周敏',
        },
      ]),
    'documents/approve': () => accepted<'documents/approve'>({ revision: 'd', plans: [] }),
  })
  await button('批准').trigger('click')
  await settled()
  expect(dialog().textContent).toContain('连同预案文件《电梯》一起批准')
  fill('修订原因', '新编')
  fill('批准人', '陈国栋')
  await settled()
  await submit()
  expect([station.of('plans/approve'), station.of('documents/approve')]).toEqual([
    [],
    [
      {
        ...{ document: LIFT, why: '新编', approvedBy: '陈国栋' },
        ...{ plans: ['dtkr'], plansBasedOn: { dtkr: 'draft-1' } },
      },
    ],
  ])
})

it('a new plan begins in a document of the site first, also in one that is not in force yet', () => {
  const marks = { own: false, putAway: false, abolished: false }
  expect(
    documentsToWriteIn(
      [
        { ...documentSummary('mall'), ...marks },
        { ...documentSummary('lift'), ...marks, own: true },
        { ...documentSummary('old'), ...marks, own: true, abolished: true },
        { ...documentSummary('bank'), ...marks, putAway: true },
      ],
      [
        { document: 'water', title: null, isNew: true },
        { document: 'lift', title: null, isNew: false },
      ],
    ).map(({ id, isOfSite }) => [id, isOfSite]),
  ).toEqual([
    ['water', true],
    ['lift', true],
    ['mall', false],
  ])
})
