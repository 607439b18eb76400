/** Which values have a form: what is read back from disk is trusted only if it has. */
import { expect, it } from 'vitest'
import {
  fields,
  flag,
  type Form,
  guarded,
  list,
  map,
  maybe,
  number,
  numbers,
  oneOf,
  orNull,
  sealed,
  text,
  words,
} from '#shared/domain/form.ts'

const pair = fields<{ name: string; count?: number }>({ name: words, count: maybe(number) })

it.each<[form: string, has: Form, yes: readonly unknown[], no: readonly unknown[]]>([
  ['words', words, ['', 'a'], [1, null, undefined, {}, ['a']]],
  ['number', number, [0, -1.5], ['1', null, true]],
  ['flag', flag, [true, false], [0, 'true', null]],
  ['orNull', orNull(words), [null, 'a'], [undefined, 1]],
  ['maybe', maybe(words), [undefined, 'a'], [null, 1]],
  ['oneOf', oneOf(['a', 1]), ['a', 1], ['b', '1', null]],
  ['list', list(words), [[], ['a'], ['a', 'b']], [['a', 1], [1, 'a'], 'a', null, { 0: 'a' }]],
  ['map', map(number), [{}, { a: 1 }], [{ a: 1, b: 'x' }, { a: 'x', b: 1 }, [1], null, 'a']],
  ['numbers', numbers, [{ a: 1, b: 2 }], [{ a: '1' }]],
  [
    'fields',
    pair,
    [{ name: 'a' }, { name: 'a', count: 1 }],
    [{}, { count: 1 }, { name: 1 }, { name: 'a', count: 'x' }, { name: 'a', more: 1 }, [], null],
  ],
  ['sealed', sealed, [{ sealed: 'x' }], [{ sealed: 1 }, {}, 'x', { sealed: 'x', more: 1 }]],
  ['guarded', guarded, ['x', '', { sealed: 'x' }], [1, null, { sealed: 1 }]],
  ['text', text, [{ zh: '甲', en: 'a' }], [{ zh: '甲' }, { en: 'a' }, '甲']],
])('%s', (_, has, yes, no) => {
  expect(yes.filter((value) => !has(value))).toEqual([])
  expect(no.filter((value) => has(value))).toEqual([])
})
