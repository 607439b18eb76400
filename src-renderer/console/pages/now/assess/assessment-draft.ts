/**
 * Holds the form of an assessment: what it shows, and which requests its changes become. The
 * station has the rules.
 */
import { MINUTE_MS } from '#shared/domain/units.ts'
import type { Input } from '#shared/contract/contract.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import {
  LOSS_PARTS,
  PEOPLE,
  type LossPart,
  type MeetingEffect,
  type Operating,
  type PeopleKind,
  type Severity,
  type Warning,
} from '#shared/domain/incident/record/scales.ts'
import { lossOf } from '#shared/domain/incident/rules/accident.ts'
import { suggestSeverity } from '#shared/domain/incident/rules/severity.ts'

type Numbers = PeopleKind | LossPart | 'loss' | 'staff' | 'customers' | 'interrupted'
/** Numbers as typed; empty: not said. `interrupted` in minutes. */
export type AssessmentDraft = Record<Numbers, string> & {
  level: number | ''
  warning: Warning | ''
  severity: Severity | ''
  operating: Operating | ''
  meeting: MeetingEffect | ''
  accident: string // its code
  reason: string
}
type Field = keyof AssessmentDraft
/** A request, and the fields that it takes care of. */
export type AssessmentRequest = { fields: readonly Field[] } & (
  | { name: 'incident/assess'; input: Input<'incident/assess'> }
  | { name: 'incident/level'; input: Input<'incident/level'> }
  | { name: 'incident/prealert'; input: Input<'incident/prealert'> }
  | { name: 'incident/prealert-end'; input: Input<'incident/prealert-end'> }
  | { name: 'incident/impact'; input: Input<'incident/impact'> }
)

const WHOLE: readonly Numbers[] = [...PEOPLE, 'staff', 'customers', 'interrupted']
const AMOUNTS: readonly Numbers[] = ['loss', ...LOSS_PARTS]
export const isAmount = (field: Numbers): boolean => AMOUNTS.includes(field)

const typed = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value)
const eachOf = <K extends Numbers, T>(kinds: readonly K[], value: (kind: K) => T): Record<K, T> =>
  Object.fromEntries(kinds.map((kind) => [kind, value(kind)])) as Record<K, T>

export function draftOf({
  accident,
  casualties,
  loss,
  impact,
  level,
  warning,
  severity,
}: BoardIncident): AssessmentDraft {
  const down = impact?.serviceInterruptedMs ?? null
  return {
    ...eachOf(PEOPLE, (kind) => typed(casualties?.[kind])),
    ...eachOf(LOSS_PARTS, (part) => typed(accident?.loss[part])),
    loss: typed(loss),
    staff: typed(impact?.staff),
    customers: typed(impact?.customers),
    interrupted: typed(down === null ? null : Math.round(down / MINUTE_MS)),
    level: level ?? '',
    warning: warning ?? '',
    severity: severity ?? '',
    operating: impact?.operating ?? '',
    meeting: impact?.meeting ?? '',
    accident: accident?.kind?.code ?? '',
    reason: '',
  }
}

/**
 * A field that was emptied is not said, and what stood in the record stays: numbers are corrected
 * by others, not taken back.
 */
const changed = (base: AssessmentDraft, draft: AssessmentDraft, field: Field): boolean =>
  draft[field] !== base[field] && (draft[field] !== '' || field === 'warning')

/** The first field that is no number. */
export const badNumber = (draft: AssessmentDraft): Numbers | null =>
  WHOLE.find((field) => !/^\d{0,7}$/.test(draft[field].trim())) ??
  AMOUNTS.find((field) => !/^(\d{1,12}(\.\d{1,2})?)?$/.test(draft[field].trim())) ??
  null

/** The loss as its parts add up, in yuan; null where none is typed, and where one is no number. */
export function partsTogether(draft: AssessmentDraft): number | null {
  const parts = LOSS_PARTS.flatMap((part) => {
    const text = draft[part].trim()
    return text === '' ? [] : [[part, Number(text)] as const]
  })
  return parts.length === 0 || badNumber(draft) ? null : lossOf(Object.fromEntries(parts))
}

/** A level is lowered only with a reason. */
export const isLowering = (base: AssessmentDraft, draft: AssessmentDraft): boolean =>
  base.level !== '' && draft.level !== '' && draft.level > base.level

/** What the numbers of the form suggest, before anything is recorded. */
export const suggestionOf = (
  draft: AssessmentDraft,
  legalCategory: string | null,
): Severity | null =>
  badNumber(draft)
    ? null
    : suggestSeverity(
        Object.fromEntries(
          PEOPLE.flatMap((kind) =>
            draft[kind].trim() === '' ? [] : [[kind, Number(draft[kind])]],
          ),
        ),
        partsTogether(draft) ?? (draft.loss.trim() === '' ? null : Number(draft.loss)),
        legalCategory,
      )

/**
 * The requests in their order; null as long as they cannot be sent: a bad number, a missing reason,
 * or nothing changed.
 */
export function requestsOf(
  base: AssessmentDraft,
  draft: AssessmentDraft,
  incidentId: string,
): readonly AssessmentRequest[] | null {
  if (badNumber(draft)) return null
  const reason = draft.reason.trim() || null
  if (isLowering(base, draft) && !reason) return null
  const among = <F extends Field>(fields: readonly F[]): F[] =>
    fields.filter((field) => changed(base, draft, field))
  const number = (field: Numbers): number | null =>
    changed(base, draft, field) ? Number(draft[field]) : null
  const requests: AssessmentRequest[] = []
  const parts = among(LOSS_PARTS)
  const whole = partsTogether(draft) === null ? among(['loss']) : []
  const counted = among(PEOPLE)
  const assessed: Field[] = [...counted, ...whole, ...parts, ...among(['severity', 'accident'])]
  if (assessed.length > 0) {
    const severity = assessed.includes('severity') ? draft.severity || null : null
    requests.push({
      name: 'incident/assess',
      fields: assessed,
      input: {
        incidentId,
        casualties: counted.length > 0 ? eachOf(PEOPLE, number) : null,
        loss: whole.length > 0 ? number('loss') : null,
        ...(parts.length > 0 ? { lossParts: eachOf(LOSS_PARTS, number) } : {}),
        ...(assessed.includes('accident') ? { accidentCode: draft.accident } : {}),
        severity,
        reason,
      },
    })
  }
  if (changed(base, draft, 'level') && draft.level !== '')
    requests.push({
      name: 'incident/level',
      fields: ['level'],
      input: { incidentId, level: draft.level, reason },
    })
  if (changed(base, draft, 'warning'))
    requests.push(
      draft.warning === ''
        ? { name: 'incident/prealert-end', fields: ['warning'], input: { incidentId, reason } }
        : {
            name: 'incident/prealert',
            fields: ['warning'],
            input: { incidentId, warning: draft.warning, reason },
          },
    )
  const felt = among(['staff', 'customers', 'interrupted', 'operating', 'meeting'])
  if (felt.length > 0) {
    const down = number('interrupted')
    requests.push({
      name: 'incident/impact',
      fields: felt,
      input: {
        incidentId,
        affected: { staff: number('staff'), customers: number('customers') },
        serviceInterruptedMs: down === null ? null : down * MINUTE_MS,
        operating: felt.includes('operating') ? draft.operating || null : null,
        ...(felt.includes('meeting') ? { meeting: draft.meeting || null } : {}),
        reason,
      },
    })
  }
  return requests.length > 0 ? requests : null
}

/** The form after a request was taken: what it took care of is no change any more. */
export const withRequest = (
  base: AssessmentDraft,
  draft: AssessmentDraft,
  { fields }: AssessmentRequest,
): AssessmentDraft => ({
  ...base,
  ...Object.fromEntries(fields.map((field) => [field, draft[field]])),
})
