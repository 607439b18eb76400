/**
 * Asks the station what would become of the rows, whenever they are whole, and imports them. What
 * was asked of other rows is no answer to these.
 */
import { computed, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Input, Refused, ReplyOf } from '#shared/contract/contract.ts'
import type { AttendeeRow } from '#shared/domain/register-import/attendance-rows.ts'
import type { MadeCheckRow } from '#shared/domain/register-import/check-rows.ts'
import type { ListedRisk, ListedTalk } from '#shared/domain/register-import/risk-rows.ts'
import type { RosterRow } from '#shared/domain/register-import/roster-rows.ts'
import { useAdminCode } from '#renderer/console/base/admin-code.ts'
import { useCommand } from '#renderer/console/base/use-command.ts'
import type { Prepared } from './prepared.ts'
import type { Register } from './registers.ts'
import { useRegisterImportWords } from './register-import-words.ts'
import type { NewShiftInput } from './use-roster-rows.ts'

export type PreviewRow = ReplyOf<'people/import'>['rows'][number]
export type Outcome = PreviewRow['outcome']
export const OUTCOMES: readonly Outcome[] = ['refused', 'new', 'changed', 'same']

export type Preview = {
  /** In the order of the rows; null while nobody has asked, or the rows have changed since. */
  rows: ComputedRef<readonly PreviewRow[] | null>
  counts: ComputedRef<Readonly<Record<Outcome, number>>>
  /** Why they cannot be previewed yet; null: they can. */
  why: ComputedRef<string | null>
  isLocked: ComputedRef<boolean>
  sending: Ref<boolean>
  off: ComputedRef<boolean>
  refusal: ShallowRef<Refused | null>
  /** `shifts`: how many were made. */
  done: ShallowRef<{ added: number; changed: number; shifts: number } | null>
  check: () => Promise<void>
  go: () => Promise<void>
  /** Hides the refusal. */
  hide: () => void
  forget: () => void
}

const sentRoster = (rows: readonly RosterRow[]): Input<'duty/import'>['rows'] =>
  rows.map(({ date, shiftId, postId, persons, cells }) => ({
    row: cells[0]?.row ?? 1,
    date,
    shiftId,
    postId,
    persons: persons.map((who) => ({ ...who })),
  }))

/** `shifts`: those that are made with the rows of a roster. */
export function usePreview(
  register: Register,
  prepared: Prepared<unknown>,
  shifts: () => NewShiftInput[],
): Preview {
  const t = useRegisterImportWords()
  const adminCode = useAdminCode()
  const { send, sending, off, refusal, forget: hideRefusal } = useCommand()
  const answered = shallowRef<{ of: unknown; rows: readonly PreviewRow[] } | null>(null)
  const done: Preview['done'] = shallowRef(null)

  const why = computed(() => {
    if (prepared.why.value !== null) return prepared.why.value
    if (prepared.questions.value.some(({ value }) => value === '')) return t('preview.needAnswers')
    if (prepared.faults.value.length > 0) return t('preview.needFaults')
    return prepared.rows.value.length === 0 ? t('preview.needRows') : null
  })
  const rows = computed(() =>
    answered.value?.of === prepared.rows.value ? answered.value.rows : null,
  )
  const counts = computed(() => {
    const of = { new: 0, changed: 0, same: 0, refused: 0 }
    for (const { outcome } of rows.value ?? []) of[outcome] += 1
    return of
  })

  function sendRows(preview: boolean) {
    const all = prepared.rows.value
    switch (register) {
      case 'people':
        return send('people/import', { rows: all as Input<'people/import'>['rows'], preview })
      case 'contacts':
        return send('contacts/import', { rows: all as Input<'contacts/import'>['rows'], preview })
      case 'places':
        return send('places/import', { rows: all as Input<'places/import'>['rows'], preview })
      case 'supplies':
        return send('supply/import', { rows: all as Input<'supply/import'>['rows'], preview })
      case 'checklists':
        return send('checklist/import', {
          rows: all as Input<'checklist/import'>['rows'],
          preview,
        })
      case 'checks':
        return send('check/import', {
          rows: (all as readonly MadeCheckRow[]).map((line) => ({
            ...{ row: line.row, list: line.list, at: line.at, person: line.person },
            ...(line.place && { place: line.place }),
            ...(line.failed && { failed: [...line.failed] }),
          })),
          preview,
        })
      case 'risks':
        return send('risk/import', {
          rows: (all as readonly ListedRisk[]).map(({ name: what, ...line }) => ({
            ...line,
            what,
          })),
          preview,
        })
      case 'talks':
        return send('liaison/import', {
          rows: (all as readonly ListedTalk[]).map(({ name: whom, ...line }) => ({
            ...line,
            whom,
          })),
          preview,
        })
      case 'attendance':
        return send('training/import', {
          rows: (all as readonly AttendeeRow[]).map(({ name: person, ...line }) => ({
            ...line,
            person,
          })),
          preview,
        })
      case 'duty':
        return send('duty/import', {
          rows: sentRoster(all as readonly RosterRow[]),
          ...(shifts().length > 0 && { shifts: shifts() }),
          preview,
        })
    }
  }
  async function check(): Promise<void> {
    const of = prepared.rows.value
    if (why.value !== null) return
    const answer = await sendRows(true)
    if (answer?.ok) answered.value = { of, rows: answer.reply.rows }
    if (answer?.ok && of !== prepared.rows.value) await check()
  }
  watch(
    [() => prepared.rows.value, why, () => adminCode.isLocked],
    ([, lacking, isLocked]) => {
      if (lacking === null && isLocked === false && rows.value === null && done.value === null)
        void check()
    },
    { immediate: true },
  )

  return {
    rows,
    counts,
    why,
    isLocked: computed(() => adminCode.isLocked !== false),
    sending,
    off,
    refusal,
    done,
    check,
    async go() {
      if (why.value !== null || rows.value === null) return
      const { new: added, changed } = counts.value
      const count = shifts().length
      const answer = await sendRows(false)
      if (answer?.ok) done.value = { added, changed, shifts: count }
    },
    hide: hideRefusal,
    forget() {
      hideRefusal()
      answered.value = null
      done.value = null
    },
  }
}
