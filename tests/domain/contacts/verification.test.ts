/** When a number is to be verified again. */
import { expect, it, test } from 'vitest'
import {
  CATEGORY_IDS,
  categoryCalled,
  CONTACT_CATEGORIES,
} from '#shared/domain/contacts/contact.ts'
import { dueAt, isDue } from '#shared/domain/contacts/verification.ts'

const ZONE = 'Asia/Shanghai'
const at = (text: string): number => Date.parse(text)
const number = (verified: string) => ({
  number: '1',
  kind: 'other' as const,
  verified: { at: at(verified), by: '周敏', words: '' },
})

test.each([
  ['half a year', '2026-05-24T14:32:00+08:00', 6, '2026-11-24T00:00:00+08:00'],
  ['over the end of a year', '2026-11-24T14:32:00+08:00', 3, '2027-02-24T00:00:00+08:00'],
  ['to a month without such a day', '2026-08-31T14:32:00+08:00', 6, '2027-02-28T00:00:00+08:00'],
  ['by the day of the site', '2026-05-24T17:00:00Z', 6, '2026-11-25T00:00:00+08:00'],
  ['three years', '2024-02-29T12:00:00+08:00', 36, '2027-02-28T00:00:00+08:00'],
])('%s after it was verified, from the beginning of that day', (_what, verified, months, due) => {
  expect(dueAt(number(verified), {}, { months, zone: ZONE })).toBe(at(due))
})

it('as the contact has it, where it says something else than the site', () => {
  const verified = number('2026-05-24T14:32:00+08:00')
  expect(dueAt(verified, { dueMonths: 1 }, { months: 6, zone: ZONE })).toBe(
    at('2026-06-24T00:00:00+08:00'),
  )
})

it('now, where nobody ever has; else from its instant on', () => {
  expect(dueAt({ number: '1', kind: 'other' }, {}, { months: 6, zone: ZONE })).toBeNull()
  expect([isDue(null, 5), isDue(5, 4), isDue(5, 5)]).toEqual([true, false, true])
})

it('no two categories go by the same name', () => {
  const names = CATEGORY_IDS.flatMap((id) => [
    CONTACT_CATEGORIES[id].name.zh,
    ...CONTACT_CATEGORIES[id].called,
  ])
  expect(new Set(names).size).toBe(names.length)
  expect([categoryCalled('供电局'), categoryCalled('媒体'), categoryCalled('保安')]).toEqual([
    'outside-power',
    'media',
    null,
  ])
})
