/** What the form of HQ hands down is what a site can read. */
import { describe, expect, it } from 'vitest'
import { daysIn, isWholeDocument } from '#renderer/hq/handed.ts'

describe('a whole document', () => {
  it.each([
    ['format: vigil-document/1\ndocument: {}', true],
    ['{"format":"vigil-document/1","document":{}}', true],
    ['{"format":"vigil-document/10"}', false],
    ['id: lift\ntitle: {zh: 电梯}', false],
    ['', false],
  ])('%j: %s', (text, whole) => {
    expect(isWholeDocument(text)).toBe(whole)
  })
})

describe('days of a year', () => {
  it('are read however they are parted, each once and in order', () => {
    expect(daysIn('2028-02-29、2028-01-01 2028-02-29\n2028-10-01', '2028')).toEqual({
      days: ['2028-01-01', '2028-02-29', '2028-10-01'],
      bad: [],
    })
  })
  it('that there are not, or of another year, are named', () => {
    expect(daysIn('2027-02-29 2028-01-01 元旦 2027-01-01', '2027').bad).toEqual([
      '2027-02-29',
      '2028-01-01',
      '元旦',
    ])
  })
  it('may be none', () => {
    expect(daysIn(' \n', '2027')).toEqual({ days: [], bad: [] })
  })
})
