/** The kind of a telephone number as its form tells it, odd forms as well. */
import { expect, test } from 'vitest'
import { phoneKindOf } from '#shared/domain/roster/phone-kind.ts'
import { PHONE_KINDS } from '#shared/domain/roster/register.ts'

test.each([
  ['13800138000', 'mobile'],
  ['138 0013-8000', 'mobile'],
  ['1380013-8000', 'mobile'],
  ['１３８００１３８０００', 'mobile'],
  ['+86 138-0013-8000', 'mobile'],
  ['8613800138000', 'mobile'],
  ['008613800138000', 'mobile'],
  ['13800138000转8001', 'mobile'],
  ['13800138000、65001234', 'mobile'],
  ['（010）6500 1234', 'desk'],
  ['010-65001234', 'desk'],
  ['0571–87654321', 'desk'],
  ['0571-8765432', 'desk'],
  ['65001234', 'desk'],
  ['6500123', 'desk'],
  ['65001234转8001', 'desk'],
  ['010-65001234-8001', 'desk'],
  ['65001234 ext. 12', 'desk'],
  ['65001234#3', 'desk'],
  ['+86 10 65001234', 'desk'],
  ['+86-571-87654321', 'desk'],
  ['86 571 8765', 'other'],
  ['400-800-1234', 'desk'],
  ['8008101234', 'desk'],
  ['8001', 'short'],
  ['119', 'short'],
  ['95598', 'short'],
  ['12345转1', 'short'],
  ['内线8001', 'short'],
  ['分机：66', 'short'],
  ['9', 'short'],
  // numbers of examples, so that nobody rings a real one
  ['0000 0001', 'desk'],
  ['00000000', 'desk'],
  ['000', 'short'],
  ['0000', 'short'],
  ['频道3', 'radio'],
  ['对讲机 5', 'radio'],
  ['CH 12', 'radio'],
  ['+852 2345 6789', 'other'],
  ['0044 20 7946 0000', 'other'],
  ['138001380001', 'other'],
  ['找张三', 'other'],
  ['转', 'other'],
  ['+', 'other'],
  [' ', 'other'],
  ['', 'other'],
])('%s is of the kind %s', (number, kind) => {
  expect(phoneKindOf(number)).toBe(kind)
})

test('whatever is typed has a kind', () => {
  const odd = ['(', '-'.repeat(200), '0'.repeat(200), '\u0000', '👍', '转转转8', '++86++', '1/2/3']
  for (const number of odd) expect(PHONE_KINDS).toContain(phoneKindOf(number))
})
