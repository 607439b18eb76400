/** A paper of which a document is made: read, read anew, its sentences set aside and taken back. */
import { describe, expect, it } from 'vitest'
import { decidePaper, type PaperCommand } from '#shared/domain/plan-paper/decide.ts'
import {
  MOST_SENTENCES,
  type KeptSentence,
  type PlanPaper,
} from '#shared/domain/plan-paper/paper.ts'
import { planPaperStream, type PaperEvent } from '#shared/domain/plan-paper/stream.ts'
import { META } from '../../kit/decider.ts'

const sentence = (id: string, part: Partial<KeptSentence> = {}): KeptSentence => ({
  ...{ id, number: '一', paragraph: 0, heading: false, text: { sealed: `text-${id}` } },
  ...part,
})
const HEADING = sentence('h', { heading: true })
const read = (sha256: string, ...sentences: readonly KeptSentence[]): PaperEvent => ({
  type: 'PaperRead',
  name: { sealed: 'name' },
  file: { sha256, bytes: 10, format: 'docx' },
  sentences,
  moved: {},
})
const aside = (...sentences: readonly string[]): PaperEvent => ({
  ...{ type: 'SentencesSetAside', sentences, reason: null },
})
const after = (...events: readonly PaperEvent[]): PlanPaper | null =>
  events.reduce<PlanPaper | null>(
    (planPaper, event) => planPaperStream.evolve(planPaper, { ...event, ...META }),
    planPaperStream.initial('lift'),
  )
const decided = (planPaper: PlanPaper | null, command: PaperCommand): unknown => {
  const decision = decidePaper('lift', planPaper, command)
  return decision.ok ? decision.events : decision.code
}
const readCommand = (event: PaperEvent): PaperCommand =>
  ({ ...event, type: 'ReadPaper' }) as PaperCommand
const setAside = (...sentences: readonly string[]): PaperCommand => ({
  ...{ type: 'SetSentencesAside', sentences, reason: null },
})

describe('reading a paper', () => {
  it('keeps which file it was, and every sentence', () => {
    const event = read('ab', HEADING, sentence('a'))
    expect(decided(null, readCommand(event))).toEqual([event])
    expect(after(event)).toEqual({
      version: 1,
      editions: [
        {
          ...{ edition: 1, ...META, name: { sealed: 'name' }, sentences: 2 },
          file: { sha256: 'ab', bytes: 10, format: 'docx' },
        },
      ],
      sentences: [HEADING, sentence('a')],
      before: [],
      aside: {},
    })
  })

  it('is stored in a form that is known again', () => {
    const planPaper = after(read('ab', sentence('a'), sentence('b')), aside('a'))
    expect(planPaperStream.documents.paper.hasForm(planPaper, 'lift')).toBe(true)
    expect(planPaperStream.documents.paper.hasForm({ ...planPaper, more: 1 }, 'lift')).toBe(false)
  })

  it.each([
    ['nothing but headings', readCommand(read('ab', HEADING)), 'paper-empty'],
    [
      'more than is read at once',
      readCommand(
        read('ab', ...Array.from({ length: MOST_SENTENCES + 1 }, (_, at) => sentence(`${at}`))),
      ),
      'paper-too-long',
    ],
  ])('refuses %s', (_, command, code) => {
    expect(decided(null, command)).toBe(code)
  })

  it('refuses the file that was read last, and takes another', () => {
    const planPaper = after(read('ab', sentence('a')))
    expect(decided(planPaper, readCommand(read('ab', sentence('a'))))).toBe('no-change')
    expect(decided(planPaper, readCommand(read('cd', sentence('a'))))).toMatchObject([
      { file: { sha256: 'cd' } },
    ])
  })
})

describe('a new edition', () => {
  it('keeps what was decided on sentences that it still has, or has under another number', () => {
    const first = read('ab', sentence('a'), sentence('b'), sentence('c'))
    const second = { ...read('cd', sentence('a'), sentence('b2')), moved: { b2: 'b' } }
    const planPaper = after(first, aside('a', 'b', 'c'), second)
    expect(Object.keys(planPaper?.aside ?? {})).toEqual(['a', 'b2'])
    expect(planPaper?.before.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(planPaper?.editions.map(({ edition }) => edition)).toEqual([1, 2])
  })
})

describe('a sentence', () => {
  const planPaper = after(read('ab', sentence('a'), sentence('b')), aside('a'))

  it('is set aside by a person, who may say why', () => {
    const reason = { sealed: 'reason' }
    expect(
      decided(planPaper, { type: 'SetSentencesAside', sentences: ['b', 'a', 'b'], reason }),
    ).toEqual([{ type: 'SentencesSetAside', sentences: ['b'], reason }])
    expect(planPaper?.aside).toEqual({ a: { ...META, reason: null } })
  })

  it('is taken back', () => {
    const event = { type: 'TakeSentencesBack', sentences: ['a'] } as const
    expect(decided(planPaper, event)).toEqual([{ type: 'SentencesTakenBack', sentences: ['a'] }])
    expect(
      after(read('ab', sentence('a')), aside('a'), { type: 'SentencesTakenBack', sentences: ['a'] })
        ?.aside,
    ).toEqual({})
  })

  it.each([
    ['of no paper', null, setAside('a'), 'unknown-paper'],
    ['that the paper has not', planPaper, setAside('z'), 'unknown-sentence'],
    ['that stands aside already', planPaper, setAside('a'), 'no-change'],
    [
      'that is not aside',
      planPaper,
      { type: 'TakeSentencesBack', sentences: ['b'] } as const,
      'no-change',
    ],
  ])('%s is refused', (_, of, command, code) => {
    expect(decided(of, command)).toBe(code)
  })
})
