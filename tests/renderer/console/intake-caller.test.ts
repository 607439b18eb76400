/** Who calls, beside the words: cleared and brought back, and kept over a reload as it was told. */
import { effectScope, type EffectScope } from 'vue'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { IntakeDraft } from '#renderer/console/app/intake/intake-draft.ts'
import { useIntake, type Intake } from '#renderer/console/app/intake/use-intake.ts'
import { scriptedLink } from './desk.ts'

let scope: EffectScope
let stored: IntakeDraft | null
beforeEach(() => {
  scope = effectScope()
  stored = null
})
afterEach(() => scope.stop())
const start = (): Intake =>
  scope.run(() =>
    useIntake({
      request: scriptedLink({}).request,
      onReported: () => undefined,
      drafts: { read: () => stored, write: (draft) => void (stored = draft) },
      onRecorded: () => undefined,
    }),
  )!

it('brings the words back also where a second Escape has cleared a number that waited', () => {
  const intake = start()
  intake.narrative.value = '二楼美食街冒烟'
  intake.caller.answered('13800000017', false)
  intake.clear()
  expect(intake.caller.reporter.value).toBe('13800000017')
  intake.clear()
  expect(intake.caller.reporter.value).toBe('')
  intake.restore()
  expect(intake.narrative.value).toBe('二楼美食街冒烟')
})

it('brings back a number that alone was cleared', () => {
  const intake = start()
  intake.caller.answered('13800000017', true)
  intake.clear()
  intake.restore()
  expect(intake.caller.reporter.value).toBe('13800000017')
})

it('knows over a reload that a call came by telephone, until the number is taken out', () => {
  const intake = start()
  intake.caller.answered('13800000017', true)
  expect(stored).toMatchObject({ reporter: '13800000017', byTelephone: true })
  intake.caller.reporter.value = ''
  intake.caller.reporter.value = '云大甲'
  expect(stored).not.toHaveProperty('byTelephone')
  expect(intake.caller.input('电话')).toEqual({ reporter: '云大甲' })
})
