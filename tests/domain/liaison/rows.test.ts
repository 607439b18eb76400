/** Rows of a table of talks: new, put right, the same; why one cannot be taken. */
import { expect, it } from 'vitest'
import { talkRowReader, type KnownTalk, type TalkRow } from '#shared/domain/liaison/rows.ts'

const KNOWN: KnownTalk = {
  ...{ id: 't1', on: '2026-11-20', whom: '消防救援站', kind: 'visit', person: '李工' },
  ...{ words: '看水源', agreed: '每季度来' },
}
const row = (part: Partial<TalkRow> = {}): TalkRow => ({
  ...{ row: 2, on: '2026-11-20', whom: '消防救援站', kind: 'visit', person: '李工' },
  ...{ words: '看水源', ...part },
})
function read(...rows: readonly TalkRow[]) {
  const reader = talkRowReader([KNOWN], { today: '2026-11-24' })
  return { rows: rows.map(reader.read), taken: reader.taken }
}

it('a talk is known again by day, body and words; what was agreed stays where the row says nothing', () => {
  expect(read(row()).rows).toMatchObject([{ outcome: 'same' }])
  expect(read(row({ kind: 'call' }))).toMatchObject({
    rows: [{ outcome: 'changed' }],
    taken: [{ talkId: 't1', agreed: '每季度来' }],
  })
  expect(read(row({ words: '演习' }))).toMatchObject({
    rows: [{ outcome: 'new' }],
    taken: [{ talkId: null, agreed: null }],
  })
})
it('is refused with a day ahead, or twice in the table', () => {
  expect(read(row({ on: '2026-11-25' }), row(), row()).rows.map(({ outcome }) => outcome)).toEqual([
    'refused',
    'same',
    'refused',
  ])
})
