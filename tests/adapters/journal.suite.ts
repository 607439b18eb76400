/**
 * Tests what every journal must do, whatever it keeps its record in. One suite, run for each
 * journal.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JournalEntry, Journal } from '#main/core/ports.ts'
import { NOON, command, entry, event, row, seal } from './samples.ts'

export function journalSuite(
  name: string,
  open: () => Promise<{ journal: Journal; dispose: () => Promise<void> }>,
): void {
  describe(`journal: ${name}`, () => {
    let journal: Journal
    let dispose: () => Promise<void>
    beforeEach(async () => ({ journal, dispose } = await open()))
    afterEach(async () => {
      await dispose()
    })

    const save = async (part: Partial<JournalEntry>) => (await journal.commit([entry(part)]))[0]

    test('an empty record is at position 0 and whole', async () => {
      expect(await journal.position()).toBe(0)
      expect(await journal.verify()).toMatchObject({ ok: true, position: 0 })
      expect(await journal.rowsOnBoard()).toEqual([])
      expect(await journal.lastOver()).toBeNull()
    })

    test('seq is gapless over all streams, version within each', async () => {
      await save({
        events: [event('a', 'First', { b: 2, a: 1 }), event('b')],
        command: command('c1'),
      })
      expect(await save({ events: [event('a')] })).toEqual({ ok: true, position: 3 })
      expect(await journal.eventsAfter(0, 10)).toEqual([
        {
          stream: 'a',
          type: 'First',
          at: NOON,
          by: '王敏',
          body: { a: 1, b: 2 },
          seq: 1,
          version: 1,
          commandId: 'c1',
        },
        {
          stream: 'b',
          type: 'NoteAdded',
          at: NOON,
          by: '王敏',
          body: {},
          seq: 2,
          version: 1,
          commandId: 'c1',
        },
        {
          stream: 'a',
          type: 'NoteAdded',
          at: NOON,
          by: '王敏',
          body: {},
          seq: 3,
          version: 2,
          commandId: null,
        },
      ])
      expect(await journal.position()).toBe(3)
    })

    test('the hash at a position binds the record up to there, and later events do not change it', async () => {
      await save({ events: [event('a'), event('b')] })
      const there = await journal.hashAt(2)
      expect(await journal.verify()).toEqual({ ok: true, position: 2, hash: there })
      await save({ events: [event('a')] })
      expect(await journal.hashAt(2)).toBe(there)
      expect([await journal.hashAt(0), await journal.hashAt(4)]).toEqual([null, null])
    })

    test('events come by stream, and in pages over all', async () => {
      await save({ events: [event('a'), event('b'), event('a'), event('b'), event('a')] })
      expect((await journal.events('a')).map(({ seq, version }) => [seq, version])).toEqual([
        [1, 1],
        [3, 2],
        [5, 3],
      ])
      expect(await journal.events('nobody')).toEqual([])
      expect((await journal.eventsAfter(1, 2)).map(({ seq }) => seq)).toEqual([2, 3])
      expect((await journal.eventsAfter(3, 2)).map(({ seq }) => seq)).toEqual([4, 5])
      expect(await journal.eventsAfter(5, 2)).toEqual([])
    })

    test('an entry decided on an older version fails alone; the ones after it go on', async () => {
      await save({ events: [event('a')] })
      const answers = await journal.commit([
        entry({ expect: { a: 1 }, events: [event('a')] }),
        entry({
          expect: { a: 1 },
          events: [event('a'), event('x')],
          command: command('late'),
          rows: [row('x')],
          seals: [seal('x', '李雷')],
        }),
        entry({ expect: { a: 2, b: 0 }, events: [event('b')] }),
      ])
      expect(answers).toEqual([
        { ok: true, position: 2 },
        { ok: false, why: 'conflict' },
        { ok: true, position: 3 },
      ])
      expect(await journal.reply('late')).toBeNull()
      expect(await journal.row('x')).toBeNull()
      expect(await journal.unseal([seal('x', '李雷').sealed])).toEqual({})
      expect((await journal.eventsAfter(0, 9)).map(({ stream }) => stream)).toEqual(['a', 'a', 'b'])
      expect(await journal.verify()).toMatchObject({ ok: true, position: 3 })
    })

    test('a command is saved once: sent again, also in the same batch, it is a duplicate and nothing of it is saved', async () => {
      const twice = entry({
        command: command('c1', { incidentId: 'i1' }),
        expect: { a: 0 },
        events: [event('a')],
      })
      expect(await journal.commit([twice, twice])).toEqual([
        { ok: true, position: 1 },
        { ok: false, why: 'duplicate' },
      ])
      expect(await journal.commit([twice])).toEqual([{ ok: false, why: 'duplicate' }])
      expect(await journal.position()).toBe(1)
    })

    test('the first answer of a command is kept', async () => {
      await save({
        command: command('c1', { incidentId: 'i1', proposals: [] }),
        events: [event('a'), event('a')],
      })
      expect(await journal.reply('c1')).toEqual({
        commandId: 'c1',
        digest: 'digest of c1',
        salt: 'ab12',
        position: 2,
        reply: { incidentId: 'i1', proposals: [] },
      })
      expect(await journal.reply('c2')).toBeNull()
    })

    test('the first answer comes back byte for byte, its keys in their own order', async () => {
      const reply = {
        similar: [{ place: '大厅', incidentId: 'i2' }],
        incidentId: 'i1',
        proposals: [{ title: { zh: '火', en: 'Fire' }, planId: 'p' }],
      }
      await save({ command: command('c1', reply), events: [event('a')] })
      expect(JSON.stringify((await journal.reply('c1'))?.reply)).toBe(JSON.stringify(reply))
      await expect(
        journal.commit([entry({ command: command('c2', { limit: Number.POSITIVE_INFINITY }) })]),
      ).rejects.toThrow(TypeError)
    })

    test('a command without events has the position before it', async () => {
      await save({ events: [event('a')] })
      expect(await save({ command: command('c1') })).toEqual({ ok: true, position: 1 })
    })

    test('commits that overlap are saved whole, in the order of their calls', async () => {
      const answers = await Promise.all(
        ['a', 'b', 'c'].map((stream) =>
          journal.commit([entry({ events: [event(stream), event(stream)] })]),
        ),
      )
      expect(answers.flat()).toEqual([2, 4, 6].map((position) => ({ ok: true, position })))
      expect((await journal.eventsAfter(0, 9)).map(({ stream }) => stream)).toEqual([
        'a',
        'a',
        'b',
        'b',
        'c',
        'c',
      ])
    })

    test('what JSON cannot hold is refused before anything of the batch is saved, and the record goes on', async () => {
      const bad = entry({ events: [event('a', 'Measured', { value: Number.NaN })] })
      await expect(journal.commit([entry({ events: [event('a')] }), bad])).rejects.toThrow(
        TypeError,
      )
      await expect(
        journal.commit([entry({ events: [{ ...event('a'), at: 0.5 }] })]),
      ).rejects.toThrow(TypeError)
      expect(await journal.position()).toBe(0)
      expect(await save({ events: [event('a')] })).toEqual({ ok: true, position: 1 })
    })

    test('what a caller changes afterwards does not change the record', async () => {
      const body = { list: [1] }
      await save({ events: [event('a', 'Listed', body)] })
      body.list.push(2)
      expect((await journal.events('a'))[0]?.body).toEqual({ list: [1] })
    })

    test('personal values stand apart: in no event, given back by their seal, absent once they are not there', async () => {
      const [name, words] = [seal('a', '张三 13800000000'), seal('a', '他说门打不开')]
      await save({
        events: [
          event('a', 'Reported', {
            reporter: { sealed: name.sealed },
            narrative: { sealed: words.sealed },
          }),
        ],
        seals: [name, words],
      })
      const eventsText = JSON.stringify(await journal.eventsAfter(0, 9))
      expect(eventsText).not.toContain('张三')
      expect(eventsText).not.toContain('门打不开')
      expect(await journal.unseal([name.sealed, words.sealed, 'purged'])).toEqual({
        [name.sealed]: name.value,
        [words.sealed]: words.value,
      })
      expect(await journal.unseal([])).toEqual({})
      expect(await journal.verify()).toMatchObject({ ok: true })
    })

    test('a personal value that is not the one that was sealed is found, at the event that speaks of it', async () => {
      const name = seal('b', '张三')
      await save({ events: [event('a')] })
      await save({
        events: [event('b', 'Reported', { reporter: { sealed: name.sealed } }), event('b')],
        seals: [{ ...name, value: '李四' }],
      })
      expect(await journal.verify()).toEqual({ ok: false, firstBad: 2, why: 'seal-mismatch' })
    })

    test('kept documents are read whole and replaced whole', async () => {
      await save({
        documents: [
          { kind: 'site', id: 'site', body: { zone: 'Asia/Shanghai' } },
          { kind: 'roster', id: 'site', body: 1 },
        ],
      })
      await save({ documents: [{ kind: 'site', id: 'site', body: { zone: 'UTC' } }] })
      expect(await journal.document('site', 'site')).toEqual({ zone: 'UTC' })
      expect(await journal.document('roster', 'site')).toBe(1)
      expect(await journal.document('plan', 'site')).toBeNull()
    })

    test("the site's own plans and drafts are read together, a kind at a time, the latest of each", async () => {
      expect(await journal.documents('own-plan')).toEqual([])
      await save({
        documents: [
          { kind: 'own-plan', id: 'b', body: { n: 1 } },
          { kind: 'draft', id: 'a', body: { n: 2 } },
          { kind: 'plan', id: 'own-plan', body: 3 },
        ],
      })
      await save({
        documents: [
          { kind: 'own-plan', id: 'a.b', body: { n: 4 } },
          { kind: 'own-plan', id: 'b', body: { n: 5 } },
        ],
      })
      expect(await journal.documents('own-plan')).toEqual([
        { id: 'a.b', body: { n: 4 } },
        { id: 'b', body: { n: 5 } },
      ])
      expect(await journal.documents('draft')).toEqual([{ id: 'a', body: { n: 2 } }])
    })

    test('for checking: the streams page by page, and whatever is held beside the events', async () => {
      await save({
        events: ['c', 'a', 'b', 'a'].map((stream) => event(stream)),
        rows: [row('i2'), row('i1', { state: 'archived' })],
        documents: [
          { kind: 'plan', id: 'a/b', body: 1 },
          { kind: 'site', id: 'site', body: 2 },
        ],
      })
      expect(await journal.streams('', 2)).toEqual(['a', 'b'])
      expect(await journal.streams('b', 2)).toEqual(['c'])
      expect(await journal.streams('c', 2)).toEqual([])
      expect(await journal.projectionNames()).toEqual({
        rows: ['i1', 'i2'],
        documents: [
          { kind: 'plan', id: 'a/b' },
          { kind: 'site', id: 'site' },
        ],
        months: ['2026-11'],
      })
    })

    test('rows: the latest of each incident; on the board only what belongs there', async () => {
      await save({ rows: [row('i1'), row('i2', { place: '东门' })] })
      await save({ rows: [row('i1', { state: 'archived' }), row('i3', { state: 'closed' })] })
      expect((await journal.rowsOnBoard()).map(({ id }) => id)).toEqual(['i2', 'i3'])
      expect(await journal.row('i1')).toEqual(row('i1', { state: 'archived' }))
      expect(await journal.row('i2')).toEqual(row('i2', { place: '东门' }))
      expect(await journal.row('nobody')).toBeNull()
    })

    test('a row that comes back to the board, or to another month, is found there', async () => {
      await save({ rows: [row('i1', { state: 'archived', month: '2026-10' })] })
      await save({ rows: [row('i1', { state: 'responding', month: '2026-11' })] })
      expect((await journal.rowsOnBoard()).map(({ id }) => id)).toEqual(['i1'])
      expect(await journal.incidentStats('2026-10', '2026-10')).toEqual([])
      expect(await journal.incidentStats('2026-11', '2026-11')).toHaveLength(1)
    })

    test('what is pending of incidents that have left the board, without the incidents; the latest of each', async () => {
      const due = (of: string) => ({
        key: `kept:${of}`,
        fires: 'kept' as const,
        of,
        dueAt: NOON + 1,
      })
      await save({
        rows: [
          row('i1', { state: 'archived', pending: [due('1'), due('2')] }),
          row('i2', { state: 'archived', pending: [due('1')] }),
          row('i3'),
        ],
      })
      await save({ rows: [row('i1', { state: 'archived', pending: [due('2')] })] })
      expect(await journal.pending()).toEqual([
        { id: 'i1', pending: [due('2')] },
        { id: 'i2', pending: [due('1')] },
      ])
      expect(await journal.row('i1')).toEqual(row('i1', { state: 'archived', pending: [due('2')] }))
      await save({ rows: [row('i1', { state: 'archived' }), row('i2', { state: 'archived' })] })
      expect(await journal.pending()).toEqual([])
    })

    test('facts by month, both ends included', async () => {
      await save({
        rows: ['2025-12', '2026-01', '2026-02', '2026-03'].map((month, i) =>
          row(`i${i}`, { month }),
        ),
      })
      expect((await journal.incidentStats('2026-01', '2026-02')).map(({ month }) => month)).toEqual(
        ['2026-01', '2026-02'],
      )
      expect(await journal.incidentStats('2026-01', '2026-01')).toEqual([
        row('i1', { month: '2026-01' }).stats,
      ])
      expect(await journal.incidentStats('2027-01', '2027-12')).toEqual([])
    })

    test('the last real incident that is over: drills, false reports and running ones do not count', async () => {
      await save({ rows: [row('running', { at: NOON + 9 })] })
      expect(await journal.lastOver()).toBeNull()
      await save({
        rows: [
          row('first', { state: 'closed', at: NOON + 1 }),
          row('last', { state: 'transferred', at: NOON + 2 }),
          row('drill', { state: 'closed', at: NOON + 3, drill: true }),
          row('false', { state: 'falseReport', at: NOON + 4, counted: false }),
        ],
      })
      expect(await journal.lastOver()).toBe(NOON + 2)
    })

    test('an incident ended when it was closed, not when it was filed away', async () => {
      const closed = row('i1', { state: 'archived', at: NOON + 5 })
      await save({
        rows: [
          {
            ...closed,
            incident: { ...closed.incident, moments: { closed: NOON + 1, archived: NOON + 5 } },
          },
        ],
      })
      expect(await journal.lastOver()).toBe(NOON + 1)
    })

    test('a record of several chunks verifies, and its hash depends on every event', async () => {
      for (let n = 0; n < 3; n += 1)
        await save({
          events: Array.from({ length: 1_700 }, (_, i) => event(`s${i % 7}`, 'Counted', { n, i })),
        })
      const before = await journal.verify()
      expect(before).toMatchObject({
        ok: true,
        position: 5_100,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      })
      await save({ events: [event('s1')] })
      expect(await journal.verify()).not.toMatchObject({ hash: before.ok && before.hash })
    })

    test('a closed journal rejects, and closing again is nothing', async () => {
      await journal.close()
      await journal.close()
      await expect(journal.commit([entry({ events: [event('a')] })])).rejects.toThrow('closed')
      await expect(journal.position()).rejects.toThrow('closed')
    })
  })
}
