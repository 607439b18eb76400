/** An import: its rows are added as long as it counts; withdrawn, it counts no more. */
import { describe, expect, test } from 'vitest'
import { decideImport, rowsRefused } from '#shared/domain/import/decide.ts'
import {
  atRow,
  importCommandOf,
  incidentIdOf,
  type KnownKinds,
} from '#shared/domain/import/past-incident.ts'
import {
  importStream,
  isWithdrawing,
  summaryOf,
  type ImportEvent,
} from '#shared/domain/import/stream.ts'
import { unknownType } from '#shared/domain/incident/record/refusals.ts'
import { localized } from '#shared/domain/text.ts'
import { AT, stateAfter, recorded } from '../../kit/decider.ts'

const rows = (...ids: string[]): ImportEvent => ({ type: 'RowsImported', fileName: 'a.csv', ids })
const withdrawn: ImportEvent = { type: 'ImportWithdrawn', reason: '选错了文件' }
const add = (...ids: string[]) => ({ type: 'AddRows', fileName: 'a.csv', ids }) as const
const CALM = { withdrawing: false }

describe('rows', () => {
  test('are added with the incidents that they became', () => {
    expect(decideImport(stateAfter(importStream), add('i1', 'i2'), CALM)).toEqual(
      recorded(rows('i1', 'i2')),
    )
    expect(stateAfter(importStream, rows('i1', 'i2'), rows('i3'))).toEqual({
      version: 2,
      fileName: 'a.csv',
      begunAt: AT - 120_000,
      by: '周敏',
      rows: 3,
      withdrawn: null,
    })
  })

  test('that are all known leave no trace', () => {
    expect(decideImport(stateAfter(importStream), add(), CALM)).toEqual(recorded())
  })

  test('are refused once the import is withdrawn, and while any import is being withdrawn', () => {
    const gone = stateAfter(importStream, rows('i1'), withdrawn)
    expect(decideImport(gone, add('i2'), CALM)).toMatchObject({ code: 'import-withdrawn' })
    const other = { withdrawing: true }
    expect(decideImport(null, add('i2'), other)).toMatchObject({ code: 'import-withdrawing' })
    expect(rowsRefused(null, CALM)).toBeNull()
  })
})

describe('withdrawing', () => {
  const command = { type: 'WithdrawImport', reason: '选错了文件' } as const

  test('an import that there is, once', () => {
    expect(decideImport(stateAfter(importStream, rows('i1')), command, CALM)).toEqual(
      recorded(withdrawn),
    )
    expect(decideImport(null, command, CALM)).toMatchObject({ code: 'unknown-import' })
    const gone = stateAfter(importStream, rows('i1'), withdrawn)
    expect(decideImport(gone, command, CALM)).toMatchObject({ code: 'import-withdrawn' })
  })

  test('goes on until each of its incidents was reached', () => {
    const half = stateAfter(importStream, rows('i1', 'i2', 'i3'), withdrawn, {
      type: 'RowsWithdrawn',
      count: 2,
    })
    expect(half && isWithdrawing(half)).toBe(true)
    expect(half && summaryOf('one', half, () => null)).toMatchObject({
      rows: 3,
      withdrawn: { left: 1 },
    })
    const command = { type: 'NoteWithdrawn', count: 1 } as const
    expect(decideImport(half, command, CALM)).toEqual(recorded({ type: 'RowsWithdrawn', count: 1 }))
    const done = half && { ...half, withdrawn: half.withdrawn && { ...half.withdrawn, done: 3 } }
    expect(done && isWithdrawing(done)).toBe(false)
  })

  test('nothing is noted of an import that was not withdrawn', () => {
    const command = { type: 'NoteWithdrawn', count: 1 } as const
    expect(decideImport(stateAfter(importStream, rows('i1')), command, CALM)).toMatchObject({
      ok: false,
    })
  })
})

describe('a row', () => {
  const key = { occurredAt: AT, place: '前厅', nth: 1 }
  const digest = (words: string): string => Buffer.from(words).toString('hex').padEnd(32, '0')
  const kinds: KnownKinds = {
    types: [
      {
        code: 'fire',
        name: localized('火情', 'Fire'),
        category: 'safety',
        legal: 'accidentDisaster',
        words: [],
      },
    ],
    categories: [{ code: 'safety', name: localized('人身安全', 'Safety') }],
  }
  const source = { importId: 'one', fileName: 'a.csv' }
  const row = { ...key, row: 7, narrative: null, reporter: null }

  test('has one id, whatever blanks surround its place; a withdrawn one makes way for the next', () => {
    const id = incidentIdOf(key, 0, digest)
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(incidentIdOf({ ...key, place: ' 前厅 ' }, 0, digest)).toBe(id)
    expect(digest).not.toBe(
      incidentIdOf(key, 1, (words) => digest(words.split('').reverse().join(''))),
    )
  })

  test('says what it says and no more', () => {
    expect(importCommandOf(row, source, kinds)).toMatchObject({
      type: 'ImportIncident',
      source: { importId: 'one', fileName: 'a.csv', row: 7 },
      incidentType: null,
      category: null,
      state: 'archived',
      drill: false,
      moments: {},
      casualties: {},
      loss: null,
    })
    expect(
      importCommandOf(
        { ...row, type: 'fire', falseReport: true, casualties: { minor: 2, dead: undefined } },
        source,
        kinds,
      ),
    ).toMatchObject({
      incidentType: { code: 'fire', category: 'safety', legal: 'accidentDisaster' },
      state: 'falseReport',
      casualties: { minor: 2 },
    })
  })

  test.each([
    ['type', { type: 'flood' }, 'unknown-type'],
    ['category', { category: 'weather' }, 'unknown-category'],
  ])('of a %s that the site does not have is refused', (_what, part, code) => {
    expect(importCommandOf({ ...row, ...part }, source, kinds)).toMatchObject({ ok: false, code })
  })

  test('that is refused is named by its number in the file', () => {
    expect(atRow(9, unknownType('flood'))).toMatchObject({
      code: 'unknown-type',
      message: { zh: expect.stringContaining('第9行：'), en: expect.stringContaining('Row 9: ') },
      details: ['9'],
    })
  })
})
