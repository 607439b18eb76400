/**
 * Makes of a draft with faults in its writing a plan that the rules can look at, so that one slip
 * does not hide what else is wrong: what cannot be read is left out, or something stands in for it.
 * Only the linter reads what comes out; it is no plan.
 */
import { PlanFile, type PlanData } from '#shared/contract/plan-file.ts'
import { explain } from './explain.ts'

type Json = Record<PropertyKey, unknown>

const STAND_IN = 'zz-unread'
/** What stands in for a value that has to be there, by what is expected (explain.ts). */
const STAND_INS: Readonly<Record<string, unknown>> = {
  id: STAND_IN,
  clause: STAND_IN,
  text: { zh: STAND_IN, en: STAND_IN },
  words: STAND_IN,
  duration: '1m',
  within: '1m',
  days: '1d',
  anchor: 'reported',
  stage: 'respond',
  'fact-kind': 'bool',
  'start-then': 'propose',
  'repeat-until': 'lifted',
  list: [],
}
const ROUNDS = 8
const MOST_FAULTS = 200 // beyond it nobody looks at rules

/** What rules find because something is not there: not to be told of what was left out. */
const OF_ABSENCE: ReadonlySet<string> = new Set([
  'unused-fact',
  'unreachable',
  'holds-in-every-branch',
  'hands-over-nothing',
  'start-reads-nothing',
])

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

function parentOf(draft: Json, path: readonly PropertyKey[]): Json | unknown[] | null {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (isObject(at) ? at[key] : null), draft)
  return isObject(parent) ? parent : null
}

/** Takes the value out; one that is out already gets a stand-in, and without one its part goes. */
function mendAt(draft: Json, path: readonly PropertyKey[], expected: string): void {
  const key = path.at(-1)
  if (key === undefined) return
  const parent = parentOf(draft, path)
  if (!parent) return
  if (Array.isArray(parent)) {
    parent.splice(Number(key), 1)
    return
  }
  if (parent[key] !== undefined) Reflect.deleteProperty(parent, key)
  else if (Object.hasOwn(STAND_INS, expected)) parent[key] = structuredClone(STAND_INS[expected])
  else mendAt(draft, path.slice(0, -1), '')
}

export type Mended = {
  data: PlanData
  /** Whether a finding is of what was written, and not of what was left out. */
  tells: (finding: { path: string; code: string; message: { en: string } }) => boolean
}

/** Null where too little can be read. */
export function mend(raw: unknown): Mended | null {
  if (!isObject(raw) || Array.isArray(raw)) return null
  const draft = structuredClone(raw)
  const places = new Set<string>()
  for (let round = 0; round < ROUNDS; round += 1) {
    const read = PlanFile.safeParse(draft)
    if (read.success)
      return {
        data: read.data,
        tells: ({ path, code, message }) =>
          !OF_ABSENCE.has(code) &&
          !`${path} ${message.en}`.includes(STAND_IN) &&
          ![...places].some(
            (place) =>
              path === place || path.startsWith(`${place}.`) || place.startsWith(`${path}.`),
          ),
      }
    const { issues } = read.error
    if (issues.length > MOST_FAULTS) return null
    for (const { path } of explain(issues, draft)) places.add(path)
    // the later ones of a list first, so that the earlier ones keep their places
    for (const issue of issues.toReversed()) {
      if (issue.code === 'unrecognized_keys')
        for (const key of issue.keys) mendAt(draft, [...issue.path, key], '')
      else mendAt(draft, issue.path, issue.message)
    }
  }
  return null
}
