/** The plans that come with the product, with ways to their steps. */
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import type { Plan, Step } from '#shared/domain/plan/plan.ts'

export const resources = fileURLToPath(new URL('../../../resources', import.meta.url))

export const library = loadLibrary(resources, { siteKinds: ['all'] })

export const planOf = (id: string): Plan => library.plan(id) ?? expect.fail(`no plan ${id}`)

export const stepOf = (plan: Plan, id: string): Step =>
  plan.steps.find((step) => step.id === id) ?? expect.fail(`no step ${id}`)

export const steps = library.plans().flatMap((plan) => plan.steps.map((step) => ({ plan, step })))
