/**
 * The editor over a line that the test holds in its hand: one plan in force, its draft, and a
 * station that answers as the real one would.
 */
import { join } from 'node:path'
import { flushPromises } from '@vue/test-utils'
import { vi } from 'vitest'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import EditPage from '#renderer/console/pages/plans/edit/EditPage.vue'
import { CHECK_AFTER_MS } from '#renderer/console/pages/plans/edit/use-check.ts'
import { SAVE_AFTER_MS } from '#renderer/console/pages/plans/edit/use-autosave.ts'
import type { PlanDraft, PlanFinding, SavedDraft } from '#shared/contract/plans.ts'
import { mountConsole, accepted } from './desk.ts'
import { planSummary, SHIPPED_MARKS } from './plans.ts'

export const PLAN = 'gas-hotline-failure'
export const library = loadLibrary(join(import.meta.dirname, '../../../resources'), {
  siteKinds: ['gas-customer-service'],
})
export const sourceOf = (id: string): PlanDraft =>
  structuredClone(library.sources.source(id)) as PlanDraft

/** The real linter, for a test that is about what it finds. */
export const linted: Parameters<typeof mountConsole>[2] = {
  'plans/check': (input) =>
    accepted<'plans/check'>(library.sources.check(input.draft as PlanDraft, library.plans())),
}

export type Written = {
  steps: { id: string; [key: string]: unknown }[]
  facts: Record<string, { [key: string]: unknown }>
  [key: string]: unknown
}

/** What the station has of the draft; a test may put somebody else's there. */
export type Kept = { saved: SavedDraft | null }

export async function editor(
  planId = PLAN,
  draft: PlanDraft | null = null,
  answers: Parameters<typeof mountConsole>[2] = {},
) {
  const plan = library.plan(planId)
  const stored: Kept = { saved: draft && { draft, basedOn: 'draft-1', savedAt: 0, by: '李强' } }
  let version = 1
  const mounted = await mountConsole(
    EditPage,
    { planId },
    {
      'plans/list': () =>
        accepted<'plans/list'>(
          library.plans().map((entry) =>
            planSummary(entry.id, {
              title: entry.title,
              document: entry.document,
              revision: entry.revision,
            }),
          ),
        ),
      'plans/read': (input) => accepted<'plans/read'>(library.plan(input.planId)!),
      'plans/source': (input) => accepted<'plans/source'>({ draft: sourceOf(input.planId) }),
      'plans/draft-read': () =>
        accepted<'plans/draft-read'>(stored.saved && structuredClone(stored.saved)),
      'plans/check': () => accepted<'plans/check'>({ findings: [], plan: null }),
      'plans/revisions': () =>
        accepted<'plans/revisions'>([
          {
            number: null,
            kind: 'shipped',
            at: null,
            by: null,
            why: null,
            approvedBy: null,
            revision: plan?.revision ?? '',
            steps: plan?.steps.length ?? 0,
          },
        ]),
      'documents/read': (input) =>
        accepted<'documents/read'>({
          ...library.sources.documents().find(({ id }) => id === input.document)!,
          ...SHIPPED_MARKS,
          ...{ plans: [], otherPlans: [] },
        }),
      'types/list': () => accepted<'types/list'>([]),
      'plans/draft-save': (input) => {
        stored.saved = {
          draft: structuredClone(input.draft) as PlanDraft,
          basedOn: `draft-${++version}`,
          savedAt: 1,
          by: '周敏',
        }
        return accepted<'plans/draft-save'>({
          findings: [] as PlanFinding[],
          basedOn: `draft-${version}`,
        })
      },
      ...answers,
    },
  )
  await mounted.show({})
  await vi.advanceTimersByTimeAsync(CHECK_AFTER_MS + 50)
  await flushPromises()
  const { page } = mounted
  return {
    ...mounted,
    kept: stored,
    /** Opens a line of the outline. */
    open: async (name: string) => {
      const row = page.findAll('nav [data-row]').find((element) => element.text().includes(name))
      if (!row) throw new Error(`no line ${name}`)
      await row.trigger('click')
    },
    button: (name: string) => {
      const wrapper = page
        .findAll('button')
        .find((button) => button.text().includes(name) || button.attributes('aria-label') === name)
      if (!wrapper) throw new Error(`no button ${name}`)
      return wrapper
    },
    field: (label: string) => page.get<HTMLInputElement>(`[aria-label="${label}"]`),
    /** Lets the typed text be checked. */
    checked: async () => {
      await vi.advanceTimersByTimeAsync(CHECK_AFTER_MS + 50)
      await flushPromises()
    },
    rested: async () => {
      await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS + 50)
      await flushPromises()
    },
    saves: () =>
      mounted.station
        .of('plans/draft-save')
        .map(({ draft: written, basedOn }) => ({ draft: written as Written, basedOn })),
  }
}
