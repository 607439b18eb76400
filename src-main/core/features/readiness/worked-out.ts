/**
 * Keeps what every source of obligations has come to, and works a source out again only when what
 * it reads has changed, a day of the site has begun, or an instant has passed at which something of
 * it falls due. Asking costs a comparison then, also while a great incident runs.
 */
import type { Obligation } from '#shared/domain/readiness/obligation.ts'
import type { Memory } from '../../engine/memory.ts'
import { readinessAround, type ReadinessAround, type ReadinessContext } from './around.ts'
import { SOURCES, type ObligationSource } from './sources.ts'

/** `until`: UTC ms, Infinity where nothing changes by itself before the day ends. */
type Known = {
  basis: readonly unknown[]
  until: number
  obligations: Promise<readonly Obligation[]>
}

const known = new WeakMap<Memory, Map<ObligationSource, Known>>()

const isSame = (basis: readonly unknown[], other: readonly unknown[]): boolean =>
  basis.length === other.length && basis.every((value, index) => value === other[index])

/** Beside its own: the day, the site, the calendar, the policies. */
const basisOf = (source: ObligationSource, around: ReadinessAround): readonly unknown[] => [
  ...source.basis(around),
  ...[around.today, around.memory.site, around.library.calendar()],
  around.memory.documents.all('policies'),
]

function untilOf(
  source: ObligationSource,
  obligations: readonly Obligation[],
  around: ReadinessAround,
): number {
  const instants = [source.nextAt?.(around) ?? null, ...obligations.map(({ dueAt }) => dueAt)]
  return instants.reduce<number>(
    (first, at) => (at !== null && at > around.at && at < first ? at : first),
    Infinity,
  )
}

async function workedOut(
  source: ObligationSource,
  around: ReadinessAround,
): Promise<readonly Obligation[]> {
  const ofMemory = known.get(around.memory) ?? new Map<ObligationSource, Known>()
  known.set(around.memory, ofMemory)
  const basis = basisOf(source, around)
  const before = ofMemory.get(source)
  if (before && isSame(before.basis, basis) && around.at < before.until) return before.obligations
  const entry: Known = {
    ...{ basis, until: Infinity },
    obligations: Promise.resolve(source.obligations(around)),
  }
  ofMemory.set(source, entry)
  try {
    const obligations = await entry.obligations
    entry.until = untilOf(source, obligations, around)
    return obligations
  } catch (error) {
    if (ofMemory.get(source) === entry) ofMemory.delete(source)
    throw error
  }
}

/** Every obligation of the site as of now, in the order of the sources, with what it is from. */
export async function allObligations(
  context: ReadinessContext,
): Promise<{ obligations: readonly Obligation[]; today: string; now: number }> {
  const around = readinessAround(context)
  const all: Obligation[] = []
  for (const source of SOURCES) all.push(...(await workedOut(source, around)))
  return { obligations: all, today: around.today, now: around.at }
}
