/**
 * Lists what the site of the made-up years lives through: every plan, drills, reports that come to
 * nothing, what is entered weeks later. Data only.
 */
import type { SeededRandom } from '#main/hosts/node/demo/seeded-random.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { OWN_PLAN } from './own-plan.ts'

const [HOUR, DAY] = [3_600_000, 86_400_000]

export type Scene = {
  plan: Plan | null
  type: string | null // as it is reported: null until a plan says it
  narrative: string
  drill: boolean
  sooner: number // ms by which it occurred before it was reported; -1: nobody said when
  hurt: boolean // people or money: numbers are given, and some corrected
  /** How it ends. `exit`: found false in the middle. */
  ends: 'archived' | 'exit'
  forgotten: boolean // for more than a day, with its alarms ringing
  haste: number // above 1: limits are missed more often
  weight: number // how often it happens, against the others
}

const NEVER_SAID = -1

function withPlan(plan: Plan, part: Partial<Scene> = {}): Scene {
  const narrative = plan.triggers[0] ?? plan.title.zh
  return {
    plan,
    type: plan.types[0] ?? null,
    narrative,
    drill: false,
    sooner: NEVER_SAID,
    hurt: false,
    ends: 'archived',
    forgotten: false,
    haste: 1,
    weight: 4,
    ...part,
  }
}
export const without = (
  type: string | null,
  narrative: string,
  part: Partial<Scene> = {},
): Scene => ({
  plan: null,
  type,
  narrative,
  drill: false,
  sooner: NEVER_SAID,
  hurt: false,
  ends: 'archived',
  forgotten: false,
  haste: 1,
  weight: 8,
  ...part,
})

/** In the order in which they are lived. `every` n-th plan only, for a small record. */
export function scenesOf(
  plans: readonly Plan[],
  random: SeededRandom,
  every = 1,
): readonly Scene[] {
  const some = plans.filter((_, n) => n % every === 0)
  const among = (values: readonly string[]): string | null =>
    values[Math.floor(random.between(0, values.length))] ?? null
  const timed = some.filter(({ steps }) => steps.some(({ due }) => due))
  return [
    ...some.map((plan, n) =>
      withPlan(plan, {
        type: among(plan.types),
        hurt: n % 3 === 0,
        sooner: n % 4 === 1 ? random.between(0, HOUR) : NEVER_SAID,
        haste: random.between(0.7, 1.4),
      }),
    ),
    ...timed.flatMap((plan) => [
      withPlan(plan, { haste: 1.6, hurt: true, weight: 10 }),
      withPlan(plan, { type: among(plan.types), haste: 0.6, weight: 14 }),
    ]),
    ...[0.6, 1, 1.5].map((haste) =>
      withPlan(OWN_PLAN, { type: null, haste, hurt: haste > 1, weight: 60 }),
    ),
    withPlan(OWN_PLAN, { forgotten: true, weight: 2 }),
    ...some.slice(0, 6).map((plan) => withPlan(plan, { drill: true, hurt: true, weight: 2 })),
    withPlan(OWN_PLAN, { drill: true, hurt: true, haste: 1.5, weight: 6 }),
    withPlan(OWN_PLAN, { drill: true, ends: 'exit', weight: 1 }),
    ...some.slice(0, 3).map((plan) => withPlan(plan, { ends: 'exit', hurt: true, weight: 8 })),
    withPlan(OWN_PLAN, { ends: 'exit', haste: 1.6, hurt: true, weight: 12 }),
    withPlan(OWN_PLAN, { sooner: 20 * DAY, type: null, hurt: true, weight: 6 }),
    withPlan(some[0] ?? OWN_PLAN, { sooner: 41 * DAY, weight: 4 }),
    without('agitated-customer.bill', '客户认为多算了气费'),
    without('property-loss.customer', '客户丢了钱包', { sooner: 35 * DAY, weight: 3 }),
    without(null, '电梯口有水', { sooner: 12 * 60_000 }),
    without('hall-fire.fire', '烟感报警', { ends: 'exit', weight: 12 }),
    without('hall-fire.fire', '演练点名', { drill: true, weight: 2 }),
  ]
}
