/**
 * Tells which acts of a chapter of duties the procedure says again: they are duties of their post
 * then, and no steps beside those of the procedure.
 */
import { actsOf, type PaperAct } from './acts-of-sentence.ts'
import { verbIn } from './acts.ts'
import { withoutLimit } from './durations.ts'
import { withoutHow } from './shorts.ts'
import type { Unit } from './units.ts'

/** Part of the pairs of signs of a duty that an act of the procedure has, too. */
const ALIKE = 0.5
const ALIKE_BY_OTHERS = 0.6

type IdOf = (name: string) => string | null
type Said = { names: readonly string[]; verb: string; pairs: ReadonlySet<string> }

const pairsOf = (words: string): ReadonlySet<string> => {
  const signs = [...words.replace(/[^\p{Script=Han}0-9]/gu, '')]
  return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`))
}

const saidBy = ({ act, words, names }: PaperAct, lead: string): Said => {
  const plain = withoutHow(withoutLimit(words))
  return {
    names: names.length === 0 && lead !== '' ? [lead] : names,
    verb: verbIn(plain, act),
    pairs: pairsOf(plain),
  }
}

/** 综合科 and 中心综合科 may be one; where neither is named anybody may be meant. */
const isSamePost = (left: Said, right: Said, idOf: IdOf): boolean =>
  left.names.some((name) =>
    right.names.some(
      (other) =>
        name.endsWith(other) ||
        other.endsWith(name) ||
        (idOf(name) !== null && idOf(name) === idOf(other)),
    ),
  )

function isAlike(duty: Said, other: Said, idOf: IdOf): boolean {
  const shared = [...duty.pairs].filter((pair) => other.pairs.has(pair)).length
  const part = duty.pairs.size === 0 ? 0 : shared / duty.pairs.size
  if (!isSamePost(duty, other, idOf)) return part >= ALIKE_BY_OTHERS
  return part >= ALIKE || (duty.verb !== '' && duty.verb === other.verb)
}

/**
 * Whether the procedure of the paper has this act of a duty. `known`: names of posts; `idOf`: of
 * the post that a name means.
 */
export function saidInProcedure(
  units: readonly Unit[],
  known: readonly string[],
  idOf: IdOf,
): (unit: Unit, act: PaperAct) => boolean {
  const procedure = units
    .filter(({ kind, section }) => kind === 'step' && section !== 'duty')
    .flatMap((unit) => actsOf(unit, known).map((act) => saidBy(act, unit.lead)))
  return (unit, act) => {
    const duty = saidBy(act, unit.lead)
    return procedure.some((other) => isAlike(duty, other, idOf))
  }
}
