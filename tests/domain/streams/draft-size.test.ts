/** How large a draft may be: in bytes of UTF-8, to the byte. */
import { expect, it } from 'vitest'
import { DRAFT_BYTES, isPlanId, isTooLarge } from '#shared/domain/site-plan/draft.ts'

it.each([
  ['\u0000', 1],
  ['a', 1],
  ['\u007f', 1],
  ['\u0080', 2],
  ['é', 2],
  ['\u07ff', 2],
  ['\u0800', 3],
  ['中', 3],
  ['\uffff', 3],
  ['𠀀', 4],
])('%j counts as %d bytes', (sign, bytes) => {
  const rest = DRAFT_BYTES - bytes
  expect(isTooLarge(`${'a'.repeat(rest)}${sign}`)).toBe(false)
  expect(isTooLarge(`${'a'.repeat(rest + 1)}${sign}`)).toBe(true)
})

it('is not too large as long as it is not more than it may be', () => {
  expect([isTooLarge(''), isTooLarge('a'.repeat(DRAFT_BYTES))]).toEqual([false, false])
  expect(isTooLarge('a'.repeat(DRAFT_BYTES + 1))).toBe(true)
})

it.each([
  ['a', true],
  ['site-fire.2_b', true],
  [`a${'b'.repeat(59)}`, true],
  [`a${'b'.repeat(60)}`, false],
  ['', false],
  ['1a', false],
  ['A', false],
  ['a b', false],
])('%s is an id of a plan: %s', (id, is) => {
  expect(isPlanId(id)).toBe(is)
})
