/**
 * Reads from the numbers of an incident what the standards of accidents at work ask for: the class
 * by harm to people, and the loss as the sum of its parts.
 */
import { localized, type LocalizedText } from '../../text.ts'
import { LOSS_PARTS, type PeopleKind } from '../record/scales.ts'
import type { AccidentKindJudged } from '../record/accident-events.ts'
import type { Counts, LossParts } from '../record/slices.ts'
import type { Incident } from '../record/state.ts'

export type InjuryClass = { code: string; name: LocalizedText }

/** GB 6441-2025, 4.2 and 5.4, the gravest first; its names and codes. */
const CLASSES: readonly { kind: PeopleKind; injury: InjuryClass }[] = [
  { kind: 'dead', injury: { code: 'WSA20004', name: localized('死亡事故', 'fatal') } },
  { kind: 'serious', injury: { code: 'WSA20003', name: localized('重伤事故', 'serious injury') } },
  { kind: 'minor', injury: { code: 'WSA20002', name: localized('轻伤事故', 'slight injury') } },
]
const NOBODY_HURT: InjuryClass = {
  code: 'WSA20001',
  name: localized('零伤亡事故', 'nobody hurt'),
}

/**
 * The class by the gravest harm, each of `atLeastOne` as one (GB 6441-2025, 4.2). Null while a
 * graver kind, or with nobody hurt any, is not counted: unknown is not nought.
 */
export function injuryClassOf(
  counts: Counts,
  atLeastOne: readonly PeopleKind[],
): InjuryClass | null {
  for (const { kind, injury } of CLASSES) {
    if (atLeastOne.includes(kind) || (counts[kind] ?? 0) > 0) return injury
    if (counts[kind] === undefined) return null
  }
  return NOBODY_HURT
}

/** The sum of the parts that are known, in yuan: exact to the cent. */
export const lossOf = (parts: LossParts): number =>
  LOSS_PARTS.reduce((cents, part) => cents + Math.round((parts[part] ?? 0) * 100), 0) / 100

export const accidentKindJudged = (
  incident: Incident,
  { accident }: AccidentKindJudged,
): Incident => ({ ...incident, accident })
