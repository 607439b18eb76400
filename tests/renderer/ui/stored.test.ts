/** Tests the English words for Chinese ones that the record keeps. */
import { expect, it } from 'vitest'
import { PLACE_UNKNOWN, storedWords } from '#renderer/ui/stored-words.ts'

it('shows stored Chinese words in English words, also within a line, and leaves them in Chinese', () => {
  expect(storedWords(PLACE_UNKNOWN, 'en')).toBe('Place to be confirmed')
  expect(storedWords('Reported: 地点待核', 'en')).toBe('Reported: Place to be confirmed')
  expect(storedWords('值班员', 'en')).toBe('Dispatcher')
  expect(storedWords('值班员', 'zh')).toBe('值班员')
  expect(storedWords('Vigil', 'zh')).toBe('系统')
  expect(storedWords('Vigil', 'en')).toBe('Vigil')
})

it('touches nothing that a person typed', () => {
  expect(
    ['值班员小王', '周敏', '政务大厅二楼', '地点待核实'].map((name) => storedWords(name, 'en')),
  ).toEqual(['值班员小王', '周敏', '政务大厅二楼', '地点待核实'])
})
