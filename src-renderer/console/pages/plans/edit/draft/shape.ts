/**
 * What the form can show, as shapes: the keys of every part, in the order in which a file is
 * written, and what a part needs for the form to stand. With them whatever was saved or brought in
 * is opened, and written back in order. What is right is told by the station's linter only.
 */
export type Shape =
  | { is: 'string' | 'number' | 'yes' | 'words' }
  | { is: 'list'; of: Shape }
  | { is: 'map'; of: Shape }
  | {
      is: 'object'
      keys: Readonly<Record<string, Shape>>
      needs: Readonly<Record<string, unknown>>
    }
  | { is: 'either'; of: readonly Shape[] }
  | { is: 'later'; of: () => Shape }

const string: Shape = { is: 'string' }
const number: Shape = { is: 'number' }
const yes: Shape = { is: 'yes' }
const words: Shape = { is: 'words' }
const list = (of: Shape): Shape => ({ is: 'list', of })
const object = (
  keys: Readonly<Record<string, Shape>>,
  needs: Readonly<Record<string, unknown>> = {},
): Shape => ({ is: 'object', keys, needs })
const either = (...of: readonly Shape[]): Shape => ({ is: 'either', of })
const NONE = { zh: '', en: '' }

const anchor = either(string, object({ step: string }), object({ fact: string }))
const condition: Shape = { is: 'later', of: () => conditions }
const conditions: Shape = either(
  object({ all: list(condition) }),
  object({ any: list(condition) }),
  object({ not: condition }, { not: { all: [] } }),
  object({ casualties: string, over: number }, { over: 0 }),
  object({ fact: string, is: either(string, list(string)) }, { is: '' }),
  object({ fact: string, over: number }, { fact: '' }),
  object({ step: string, is: string }, { is: 'done' }),
  object({ elapsed: string, from: anchor }, { from: 'reported' }),
  object({ calendar: string }),
  object({ type: list(string) }),
  object({ level: number }),
)
const within = either(string, object({ workday: string, holiday: string }))

const fact = object(
  {
    kind: string,
    question: words,
    options: { is: 'map', of: words },
    exhaustive: yes,
    several: yes,
    unit: words,
    decidedBy: string,
    criterion: words,
    recordOnly: yes,
    clause: string,
    proposed: yes,
  },
  { kind: 'choice', question: NONE, clause: '' },
)

const step = object(
  {
    id: string,
    stage: string,
    title: words,
    short: words,
    role: string,
    helpers: list(string),
    when: condition,
    after: list(string),
    due: object({ within, from: anchor }, { within: '', from: 'reported' }),
    late: list(
      object({ notify: string, after: string, say: words, proposed: yes }, { notify: '' }),
    ),
    repeat: object({ every: string, until: string }, { every: '', until: 'lifted' }),
    urgency: string,
    calls: list(object({ role: string, who: words, number: string })),
    say: words,
    announce: words,
    materials: list(words),
    evidence: object({ what: words, keep: string }, { what: NONE, keep: '' }),
    list: object(
      { kind: string, sort: string, of: words, order: words },
      { of: NONE, order: NONE },
    ),
    starts: object({ plan: string, handsOver: yes, what: words }, { what: NONE }),
    prohibits: yes,
    lifeSafety: yes,
    required: yes,
    confirms: yes,
    clause: string,
    clauses: list(string),
    proposed: yes,
  },
  { id: '', stage: 'respond', title: NONE, role: '', clause: '' },
)

const rule = object(
  { when: condition, then: string, why: words, clause: string },
  { when: { all: [] }, then: 'propose', why: NONE, clause: '' },
)

/** The whole file. */
export const PLAN_SHAPE: Shape = object(
  {
    id: string,
    document: string,
    title: words,
    short: words,
    siteKinds: list(string),
    types: list(string),
    triggers: list(string),
    level: number,
    commander: string,
    extends: string,
    replaces: list(string),
    activation: object(
      { by: string, confirmedBy: string, clause: string },
      { by: '', confirmedBy: '', clause: '' },
    ),
    start: list(rule),
    completeness: string,
    openPoints: list(words),
    facts: { is: 'map', of: fact },
    steps: list(step),
  },
  { id: '', document: '', title: NONE, types: [], facts: {}, steps: [] },
)

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a value is of the kind that a shape is; its parts are not looked at. */
export function fits(value: unknown, shape: Shape): boolean {
  switch (shape.is) {
    case 'string':
      return typeof value === 'string' || typeof value === 'number'
    case 'number':
      return typeof value === 'number'
    case 'yes':
      return typeof value === 'boolean'
    case 'words':
      return isMap(value) || typeof value === 'string'
    case 'list':
      return Array.isArray(value)
    case 'map':
    case 'object':
      return isMap(value)
    case 'either':
      return meant(value, shape.of) !== undefined
    case 'later':
      return fits(value, shape.of())
  }
}

/**
 * Which of several shapes was meant: among objects the one with most keys in common, the first of
 * them if several have.
 */
export function meant(value: unknown, shapes: readonly Shape[]): Shape | undefined {
  const common = (shape: Shape): number =>
    shape.is === 'object' && isMap(value)
      ? Object.keys(shape.keys).filter((key) => key in value).length
      : 0
  const alone = shapes.filter(({ is }) => is === 'object').length === 1
  return shapes
    .filter((one) => fits(value, one) && (one.is !== 'object' || alone || common(one) > 0))
    .toSorted((one, other) => common(other) - common(one))[0]
}

/** The shape itself, where it stands behind others: which one was meant by this value. */
export const plainShape = (value: unknown, shape: Shape | undefined): Shape | undefined =>
  shape?.is === 'later'
    ? plainShape(value, shape.of())
    : shape?.is === 'either'
      ? meant(value, shape.of)
      : shape
