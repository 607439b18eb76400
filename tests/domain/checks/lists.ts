/** Checklists and checks as the specs of checks begin with them. */
import type { Check } from '#shared/domain/check/check.ts'
import { checkStream, type CheckEvent } from '#shared/domain/check/stream.ts'
import type {
  Checklist,
  ChecklistVersion,
  CheckItem,
  Rhythm,
} from '#shared/domain/checklist/checklist.ts'
import { localized } from '#shared/domain/text.ts'

export const ZONE = 'Asia/Shanghai'
export const DAYS = { zone: ZONE, calendar: {} }
/** UTC ms of a local day and time. */
export const on = (day: string, time = '10:00'): number => Date.parse(`${day}T${time}:00+08:00`)
export const seal = (sealed: string) => ({ sealed })

export const item = (id: string, part: Partial<CheckItem> = {}): CheckItem => ({
  ...{ id, text: localized(`查${id}`, `Check ${id}`), kind: 'yes-no', unit: null },
  ...{ min: null, max: null, critical: false, photo: false },
  ...part,
})
export const point = (id: string) => ({
  ...{ id, name: localized(`点${id}`, `Point ${id}`), code: `P-${id}`, placeId: null },
})
export const ROUNDS = {
  every: 'round',
  minutes: 120,
  from: '09:00',
  to: '15:00',
  days: 'all',
} as const satisfies Rhythm

export const version = (part: Partial<ChecklistVersion> = {}): ChecklistVersion => ({
  ...{ at: on('2026-11-01'), by: '周敏', reason: null, name: localized('防火巡查', 'Fire patrol') },
  ...{ kind: 'site', items: [item('a'), item('b', { critical: true })], points: [] },
  ...{ rhythm: { every: 'hand' }, owner: null, reportsItself: false },
  ...part,
})
export const list = (part: Partial<ChecklistVersion> = {}): Checklist => ({
  ...{ id: 'l1', version: 1, shippedId: null, source: null, withdrawn: null },
  versions: [version(part)],
})
export const patrol = (part: Partial<ChecklistVersion> = {}): Checklist =>
  list({ kind: 'patrol', points: [point('1'), point('2')], rhythm: ROUNDS, ...part })

export const started = (part: Partial<Extract<CheckEvent, { type: 'CheckStarted' }>> = {}) => ({
  ...({ type: 'CheckStarted', checklistId: 'l1', checklistVersion: 1 } as const),
  ...{ due: null, occasionId: null, place: null },
  ...part,
})
export const answered = (itemId: string, ok: boolean, part: object = {}): CheckEvent => ({
  ...({ type: 'ItemAnswered', itemId, pointId: null, value: ok, ok, words: null } as const),
  remedied: false,
  ...part,
})
export const signed = (part: object = {}): CheckEvent => ({
  ...({ type: 'CheckSigned', person: seal('李工'), words: null } as const),
  ...part,
})

/** The check after these events, each at its instant (UTC ms). */
export function after(id: string, ...events: readonly (readonly [number, CheckEvent])[]): Check {
  const { check } = events.reduce(
    (state, [at, event]) => checkStream.evolve(state, { ...event, at, by: '周敏' }),
    checkStream.initial(id),
  )
  if (!check || !checkStream.documents.check.hasForm(check, id)) throw new Error('no check')
  return check
}
/** One that was begun and signed then. */
export const signedAt = (id: string, at: number, due: number | null, end = at): Check =>
  after(
    id,
    [at, started({ due })],
    [at, answered('a', true)],
    [at, answered('b', true)],
    [end, signed()],
  )
