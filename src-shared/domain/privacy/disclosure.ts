/**
 * How much of an incident walls in public places show, by its type, as the site has set it. What is
 * discreet is not a matter of this table: nothing of it is shown whatever the site has set.
 */
import { isDiscreet } from '../incident/record/discreet.ts'
import { running } from '../incident/record/select.ts'
import { isTerminal, type Incident } from '../incident/record/state.ts'
import { isDangerous } from '../plan/danger.ts'
import type { IncidentType, Plan } from '../plan/plan.ts'
import { liesUnder } from '../plan/type-tree.ts'
import { localized, type LocalizedText } from '../text.ts'

/**
 * `full`: as any wall shows it, without names. `area`: of its place the hall or estate, nobody, and
 * no announcement. `presence`: that there is one, of which kind and how grave. `never`: nothing,
 * until it is closed. From most to least.
 */
export const DISCLOSURES = ['full', 'area', 'presence', 'never'] as const
export type Disclosure = (typeof DISCLOSURES)[number]

export const DISCLOSURE_NAMES: Readonly<Record<Disclosure, LocalizedText>> = {
  full: localized('全部显示', 'All of it'),
  area: localized('只到大厅、小区', 'Hall or estate only'),
  presence: localized('只说有事', 'Only that there is one'),
  never: localized('不显示', 'Nothing'),
}

/**
 * `types`: by code; what is set for a type holds for all that lie under it and are not set
 * themselves, and of what nothing is set all is shown. `untyped`: one of which nobody has said what
 * it is; left out, as little as the site has set for any type.
 */
export type Privacy = { types: Readonly<Record<string, Disclosure>>; untyped?: Disclosure }

export const OPEN: Privacy = { types: {} }

const rank = (disclosure: Disclosure): number => DISCLOSURES.indexOf(disclosure)
const narrowest = (all: readonly Disclosure[]): Disclosure =>
  DISCLOSURES[Math.max(0, ...all.map(rank))] ?? 'full'
const widest = (all: readonly Disclosure[]): Disclosure =>
  DISCLOSURES[Math.min(...all.map(rank))] ?? 'full'

/** As the table has it for a type: its own row, else that of the nearest type it lies under. */
export function disclosureOfType(typeCode: string, { types }: Pick<Privacy, 'types'>): Disclosure {
  const nearest = Object.keys(types)
    .filter((code) => liesUnder(typeCode, code))
    .reduce((longest, code) => (code.length > longest.length ? code : longest), '')
  return types[nearest] ?? 'full'
}

export const disclosureOfUntyped = ({ types, untyped }: Privacy): Disclosure =>
  untyped ?? narrowest(Object.values(types))

type Types = readonly Pick<IncidentType, 'code' | 'danger' | 'discreet'>[]

/**
 * Without a type, by those of the plans that run: of a plan for several the most careful, but a
 * danger that all may know of is told, since a hall that burns must be.
 */
function byPlans(
  incident: Incident,
  { privacy, types, plans }: { privacy: Privacy; types: Types; plans: readonly Plan[] },
): Disclosure {
  const live = running(incident).flatMap(({ revision }) =>
    plans.filter((plan) => plan.revision === revision),
  )
  const codes = live.flatMap((plan) => plan.types)
  if (codes.length === 0) return disclosureOfUntyped(privacy)
  const dangers = codes.filter((code) => isDangerous(code, types))
  const choose = dangers.length > 0 ? widest : narrowest
  return choose(
    (dangers.length > 0 ? dangers : codes).map((code) => disclosureOfType(code, privacy)),
  )
}

/**
 * How much of an incident a public wall may show now. `plans`: those that run or ran in it. Once it
 * is over there is nothing any more of which nobody may know, but its place still is nobody's
 * business.
 */
export function disclosureOf(
  incident: Incident,
  privacy: Privacy,
  types: Types,
  plans: readonly Plan[],
): Disclosure {
  if (isDiscreet(incident, types, plans)) return 'never'
  const disclosure =
    incident.type === null
      ? byPlans(incident, { privacy, types, plans })
      : disclosureOfType(incident.type, privacy)
  return disclosure === 'never' && isTerminal(incident.state) ? 'presence' : disclosure
}
