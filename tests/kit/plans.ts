/**
 * A station with the plans of the product, for tests of how plans are read, written and approved.
 */
import { join } from 'node:path'
import { loadLibrary, type LoadedLibrary } from '#main/adapters/plans/load.ts'
import type { PlanDraft } from '#main/core/ports.ts'
import { openStation, type Kit } from './station.ts'

const resources = join(import.meta.dirname, '..', '..', 'resources')

export const GAS = 'gas-customer-service'
export const HOTLINE = 'gas-hotline-failure'

let loaded: LoadedLibrary | null = null

export async function openWithPlans(
  on: 'memory' | 'sqlite' = 'memory',
  kinds: readonly string[] = [GAS],
  at?: string | number,
  more: Parameters<typeof openStation>[0] = {},
): Promise<Kit> {
  loaded ??= loadLibrary(resources, { siteKinds: kinds })
  loaded.follow(kinds)
  return openStation({
    on,
    library: loaded,
    texts: loaded.sources,
    kinds,
    ...(at === undefined ? {} : { at }),
    ...more,
  })
}

export type StepDraft = Record<string, unknown> & { id: string }
export type Written = PlanDraft & { steps: StepDraft[] }

/** The file of a plan as it stands now. */
export const sourceOf = async (kit: Kit, planId: string): Promise<Written> =>
  structuredClone((await kit.ask('plans/source', { planId })).draft) as Written

/** The same with some keys of one step written otherwise. */
export const withStep = (draft: Written, id: string, part: Record<string, unknown>): Written => ({
  ...draft,
  steps: draft.steps.map((step) => (step.id === id ? { ...step, ...part } : step)),
})

/** Saves it as a draft and approves it; gives the new revision. */
export async function approved(kit: Kit, planId: string, draft: PlanDraft): Promise<string> {
  await kit.ask('plans/draft-save', { planId, draft })
  return (await kit.ask('plans/approve', { planId, why: '按演练结果修订', approvedBy: '李强' }))
    .revision
}
