/** A discreet incident at the console: marked in list and head, lifted by a step with a reason. */
import { expect, it } from 'vitest'
import ActiveIncidentRow from '#renderer/console/components/incident/ActiveIncidentRow.vue'
import IncidentHead from '#renderer/console/pages/now/incident/IncidentHead.vue'
import {
  asksReason,
  recordFrom,
  type OutcomeDraft,
} from '#renderer/console/pages/now/next/outcome.ts'
import { incident, step } from '../board-parts.ts'
import { mountConsole, read } from './desk.ts'

it.each([
  ['zh-CN', '静默处置'],
  ['en', 'DISCREET'],
] as const)('is marked in its row and in its head: %s', async (lang, word) => {
  for (const discreet of [true, false]) {
    const robbery = incident({ place: '柜台', discreet })
    const row = { incident: robbery, index: 0, chosen: false }
    const texts = [
      read((await mountConsole(ActiveIncidentRow, row, {}, lang)).page),
      read((await mountConsole(IncidentHead, { incident: robbery }, {}, lang)).page),
    ]
    for (const text of texts) expect(text.includes(word)).toBe(discreet)
  }
})

it('asks why before a step that lifts it counts as done, and for nothing else', () => {
  const tell = step({ discloses: true })
  expect(asksReason('done', tell)).toBe(true)
  expect(asksReason('already-done', tell)).toBe(true)
  expect(asksReason('accepted', tell)).toBe(false)
  expect(asksReason('not-applicable', tell)).toBe(false)
  const draft: OutcomeDraft = {
    ...{ outcome: 'done', reason: ' ', behalf: false },
    ...{ person: '', channel: '', words: '', time: '', note: '', evidence: [] },
  }
  expect(recordFrom(draft, tell)).toBeNull()
  expect(recordFrom({ ...draft, reason: '公安要求' }, tell)).toMatchObject({ reason: '公安要求' })
})
