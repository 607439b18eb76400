/**
 * A site's own paper through the station: read, its sentences set aside and made parts of the
 * drafts, approved as incomplete or whole, read anew; sealed, purged; hostile files.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { openFileStore } from '#main/adapters/files/file-store.ts'
import { createPaperReader } from '#main/adapters/paper/reader.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Input, Name } from '#shared/contract/contract.ts'
import type { PaperSentenceRead } from '#shared/contract/papers.ts'
import { LIFT_PAPER, oldWordFile, scannedPdf, wordBomb, wordFile } from '../kit/paper-files.ts'
import { openWithPlans } from '../kit/plans.ts'
import { REFUSED } from '../kit/sample-files.ts'
import { dispatcher, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

async function open(on: 'memory' | 'sqlite' = 'memory'): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-papers-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  kit = await openWithPlans(on, ['mall'], undefined, {
    files: (_, clock, log) => openFileStore(dir, { clock, log }),
    paperReader: createPaperReader(),
    romaniser: createRomaniser(),
  })
}
async function* content(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
const text = (words: string): Uint8Array => new TextEncoder().encode(words)
/** The file at the station; a refusal's code where it is not taken. */
async function sent(bytes: Uint8Array): Promise<string> {
  const taken = await kit.station.takeFile(content(bytes), null, dispatcher)
  return taken.ok ? taken.fileId : taken.code
}
const codeOf = async <N extends Name>(name: N, input: Input<N>): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}
const read = async (
  lines: readonly string[] = LIFT_PAPER,
  part: Partial<Input<'papers/read'>> = {},
) => kit.ask('papers/read', { fileId: await sent(wordFile(lines)), name: '电梯困人.docx', ...part })
const sentencesOf = async (document: string) =>
  (await kit.ask('papers/sentences', { document })).sentences
type Named = { id: string }
const openOf = (sentences: readonly PaperSentenceRead[]) =>
  sentences.filter(({ state }) => state === 'open')
const named = (sentences: readonly PaperSentenceRead[], words: string): PaperSentenceRead => {
  const sentence = sentences.find(({ text }) => text.includes(words))
  if (!sentence) throw new Error(`no sentence has ${words}`)
  return sentence
}
/** Whatever is open is set aside. */
async function setAsideAll(document: string, why = '本单位不用'): Promise<void> {
  const sentences = openOf(await sentencesOf(document)).map(({ id }) => id)
  if (sentences.length > 0) await kit.ask('papers/set-aside', { document, sentences, why })
}

describe('a paper', () => {
  it('is looked at before anything is saved, and then gives drafts of a document and its plans', async () => {
    await open()
    const fileId = await sent(wordFile(LIFT_PAPER))
    const look = await kit.ask('papers/look', { fileId, name: '电梯困人.docx' })
    expect(look).toMatchObject({ title: LIFT_PAPER[0], siteKinds: ['mall'], known: [] })
    expect(look.plans.length).toBeGreaterThan(0)
    expect(await kit.ask('papers/list', {})).toEqual([])
    const { document, edition, plans } = await read()
    expect(edition).toBe(1)
    const [draft] = await Promise.all(
      plans.map((planId) => kit.ask('plans/draft-read', { planId })),
    )
    expect(draft?.draft).toMatchObject({ document })
    expect((await kit.ask('plans/drafts', {})).map(({ planId }) => planId)).toEqual(plans)
    expect((await kit.ask('papers/look', { fileId, name: 'x.docx' })).known).toMatchObject([
      { document },
    ])
  })

  it('has a state for every sentence, and the same after a restart', async () => {
    await open('sqlite')
    const { document } = await read()
    const before = await kit.ask('papers/sentences', { document })
    const texts = before.sentences.map(({ text }) => text).join('')
    for (const words of ['30分钟内到达', '拨打119', '不得强行扒开']) expect(texts).toContain(words)
    expect(named(before.sentences, '拨打119').state).toBe('used')
    const { used, aside, open: waiting } = before.counts
    expect(used + aside + waiting).toBe(before.sentences.filter(({ heading }) => !heading).length)
    expect(aside).toBe(0)
    kit = await kit.restart('1 h')
    expect(await kit.ask('papers/sentences', { document })).toEqual(before)
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('is not read twice, and a document that is not there has none', async () => {
    await open()
    const { document } = await read()
    const fileId = await sent(wordFile(LIFT_PAPER))
    expect(await codeOf('papers/read', { fileId, name: 'a.docx', document })).toBe('no-change')
    expect(await codeOf('papers/read', { fileId, name: 'a.docx', document: 'none' })).toBe(
      'unknown-document',
    )
    expect(await codeOf('papers/sentences', { document: 'none' })).toBe('unknown-paper')
    const second = await read()
    expect(second.document).not.toBe(document)
  })
})

describe('the id of its document', () => {
  it('is made of the title, as by hand, with a number where it is taken', async () => {
    await open()
    const ids = [await read(), await read(), await read(LIFT_PAPER, { title: '电梯预案' })]
    expect(ids.map(({ document }) => document)).toEqual(['jxgcdtkryjya', 'jxgcdtkryjya-2', 'dtya'])
  })
})

describe('a sentence', () => {
  it('is set aside with a reason, and taken back', async () => {
    await open()
    const { document } = await read()
    const sentence = named(await sentencesOf(document), '负责解释')
    const sentences = [sentence.id]
    await kit.ask('papers/set-aside', { document, sentences, why: '不是处置' })
    const aside = named(await sentencesOf(document), '负责解释')
    expect([aside.state, aside.why]).toEqual([
      sentence.state === 'used' ? 'used' : 'aside',
      '不是处置',
    ])
    expect(await codeOf('papers/set-aside', { document, sentences })).toBe('no-change')
    await kit.ask('papers/take-back', { document, sentences })
    expect(named(await sentencesOf(document), '负责解释')).toEqual(sentence)
    expect(await codeOf('papers/take-back', { document, sentences: ['x'] })).toBe(
      'unknown-sentence',
    )
  })

  it('becomes a step of a plan, and is open again as soon as the editor drops the step', async () => {
    await open()
    const { document, plans } = await read([...LIFT_PAPER, '大堂张贴告示。'])
    const planId = plans[0] ?? ''
    const { id: sentence } = named(await sentencesOf(document), '张贴告示')
    const { path } = await kit.ask('papers/use', { document, sentence, as: 'step', planId })
    expect(named(await sentencesOf(document), '张贴告示')).toMatchObject({
      state: 'used',
      uses: expect.arrayContaining([expect.objectContaining({ planId, path })]) as unknown,
    })
    const saved = await kit.ask('plans/draft-read', { planId })
    const steps = (saved?.draft['steps'] ?? []) as readonly { id: string }[]
    const left = steps.filter(({ id }) => `steps.${id}` !== path)
    const draft = { ...saved?.draft, steps: left }
    await kit.ask('plans/draft-save', { planId, draft, basedOn: saved?.basedOn ?? null })
    const uses = named(await sentencesOf(document), '张贴告示').uses
    expect(uses.filter((use) => use.path === path)).toEqual([])
  })

  it('brings its post, limit and condition into the plan, though another stands before it', async () => {
    await open()
    const words = '乘客昏迷的，客服主管5分钟内报告商场总经理。'
    const { document, plans } = await read()
    const planId = plans[0] ?? ''
    await read([...LIFT_PAPER, words], { document })
    const { id: sentence } = named(await sentencesOf(document), '客服主管')
    const before = await kit.ask('plans/draft-read', { planId })
    const of = await kit.ask('papers/use', { document, sentence, as: 'step', planId })
    const saved = await kit.ask('plans/draft-read', { planId })
    const steps = (saved?.draft['steps'] ?? []) as readonly (Record<string, unknown> & Named)[]
    const step = steps.find(({ id }) => `steps.${id}` === of.path)
    const facts = (saved?.draft['facts'] ?? {}) as Record<string, { question: { zh: string } }>
    const { fact = '' } = (step?.['when'] ?? {}) as { fact?: string }
    expect(step).toMatchObject({ due: { within: '5m' }, when: { is: 'yes' } })
    expect(facts[fact]?.question.zh).toBe('乘客昏迷？')
    const { draft = {} } = (await kit.ask('documents/draft-read', { document })) ?? {}
    const roles = draft['roles'] as Record<string, { name: { zh: string } }>
    expect(roles[String(step?.['role'])]?.name.zh).toBe('客服主管')
    const { findings } = await kit.ask('plans/check', { draft: saved?.draft ?? {} })
    const errors = findings.filter(({ severity }) => severity === 'error')
    expect(errors.filter(({ path }) => path.startsWith(of.path))).toEqual([])
    expect(before?.draft['steps']).toHaveLength(steps.length - 1)
  })

  it.each([
    ['step-before', 'steps.'],
    ['prohibition', 'steps.'],
    ['readiness', 'readiness.'],
    ['definition', 'definitions.'],
  ] as const)('becomes a %s', async (as, begins) => {
    await open()
    const { document, plans } = await read([...LIFT_PAPER, '乘客须知另行公布。'])
    const { id: sentence } = named(await sentencesOf(document), '乘客须知')
    const planId = plans[0] ?? ''
    const { path } = await kit.ask('papers/use', { document, sentence, as, planId })
    expect(path.startsWith(begins)).toBe(true)
    expect(named(await sentencesOf(document), '乘客须知').state).toBe('used')
    expect(await codeOf('papers/use', { document, sentence, as, planId: 'none' })).toBe(
      'unknown-plan',
    )
  })
})

describe('approving', () => {
  it('waits for open sentences unless the text says that it is incomplete', async () => {
    await open()
    const { document, plans } = await read()
    const approval = { document, why: '编制', approvedBy: '李强', plans: [...plans] }
    expect(openOf(await sentencesOf(document)).length).toBeGreaterThan(0)
    const saved = await kit.ask('documents/draft-read', { document })
    const { completeness, ...whole } = saved?.draft ?? {}
    expect(completeness).toBe('incomplete')
    await kit.ask('documents/draft-save', { document, draft: whole })
    expect(await codeOf('documents/approve', approval)).toBe('paper-has-open-sentences')
    expect(await codeOf('papers/complete', { document })).toBe('paper-has-open-sentences')
    await setAsideAll(document)
    await kit.ask('papers/complete', { document })
    expect((await kit.ask('papers/sentences', { document })).outline.incomplete).toBe(false)
    expect(await codeOf('papers/complete', { document })).toBe('no-change')
    expect(await codeOf('documents/approve', approval)).toBe('taken')
    const proposed = await kit.ask('incident/propose', { narrative: '客梯困人' })
    expect(proposed.proposals.map(({ planId }) => planId)).toContain(plans[0])
    await kit.run([plans[0] ?? ''])
  })

  it('a half-worked paper is approved as incomplete, and says so', async () => {
    await open()
    const { document, plans } = await read()
    const approval = { document, why: '先用起来', approvedBy: '李强', plans: [...plans] }
    expect(await codeOf('documents/approve', approval)).toBe('taken')
    const listed = (await kit.ask('plans/list', {})).filter(({ id }) => plans.includes(id))
    expect(listed.map(({ completeness }) => completeness)).toEqual(plans.map(() => 'incomplete'))
  })
})

describe('a new edition', () => {
  it('marks what is new, reworded and gone, and keeps what was set aside', async () => {
    await open()
    const { document } = await read()
    await setAsideAll(document)
    const aside = (await sentencesOf(document)).filter(({ state }) => state === 'aside')
    const lines = LIFT_PAPER.map((line) =>
      line.includes('在30分钟内到达现场。') ? line.replace('30分钟', '20分钟') : line,
    ).filter((line) => !line.includes('每年修订'))
    const { edition } = await read([...lines, '本预案自发布之日起施行。'], { document })
    expect(edition).toBe(2)
    const now = await kit.ask('papers/sentences', { document })
    expect(named(now.sentences, '20分钟内到达')).toMatchObject({ change: 'changed' })
    expect(named(now.sentences, '20分钟内到达').was).toContain('30分钟内到达')
    expect(named(now.sentences, '发布之日起')).toMatchObject({ change: 'new' })
    expect(now.gone.map(({ text }) => text).join()).toContain('每年修订')
    const still = now.sentences.filter(({ state }) => state === 'aside').map(({ text }) => text)
    const expected = aside.map(({ text }) => text).filter((text) => !text.includes('每年修订'))
    expect(still).toEqual(expect.arrayContaining(expected))
    const { id: sentence } = named(now.sentences, '20分钟内到达')
    await kit.ask('papers/requote', { document, sentence })
    expect(named(await sentencesOf(document), '20分钟内到达').state).toBe('used')
    expect(await codeOf('papers/requote', { document, sentence: now.sentences[1]?.id ?? '' })).toBe(
      'no-change',
    )
  })
})

describe('privacy', () => {
  it('sentences, file name and reasons are sealed; numbers of persons are in no draft', async () => {
    await open('sqlite')
    const { document } = await read([...LIFT_PAPER, '雀联系人另见附件。'], { name: '雀文件.docx' })
    const { id } = named(await sentencesOf(document), '13800138000')
    await kit.ask('papers/set-aside', { document, sentences: [id], why: '雀原因' })
    const events = JSON.stringify(await kit.events())
    for (const value of ['雀文件', '雀原因', '13800138000', '王师傅'])
      expect(events).not.toContain(value)
    expect(JSON.stringify(await kit.ask('papers/sentences', { document }))).toContain('雀文件')
  })
})

describe('looking a person up', () => {
  it('finds the sentence that names them, and keeps what a plan still says', async () => {
    await open('sqlite')
    await read()
    const mentions = async (name: string) => (await kit.ask('retention/find', { name })).found
    const [named] = await mentions('王师傅')
    expect(named).toMatchObject({ where: { zh: '纸质预案' }, keeps: null })
    expect(named?.value).toContain('13800138000')
    const [used] = await mentions('对讲安抚乘客')
    expect(used?.keeps?.zh).toContain('先在预案里改掉')
  })
})

describe('a hostile or damaged file', () => {
  it.each([
    ['a zip bomb', () => wordBomb(), '炸弹.docx'],
    ['a scanned PDF', () => scannedPdf(), '扫描.pdf'],
    [
      '10,000 paragraphs',
      () => wordFile(Array.from({ length: 10_000 }, (_, at) => `第${at}句，值班员报告。`)),
      '长.docx',
    ],
    ['an empty Word file', () => wordFile([]), '空.docx'],
    [
      'more sentences than anybody decides on',
      () => wordFile(Array.from({ length: 100 }, () => '值班员报告。'.repeat(21))),
      '碎.docx',
    ],
  ])('%s is refused in words, and the desk goes on', async (_, make, name) => {
    await open()
    const incidentId = await kit.run()
    const fileId = await sent(make())
    const answer = await kit.send('papers/look', { fileId, name })
    expect(answer).toMatchObject({ ok: false })
    expect(!answer.ok && answer.message.zh.length).toBeGreaterThan(5)
    expect(await codeOf('incident/note', { incidentId, words: '还在处置' })).toBe('taken')
    expect(await kit.ask('papers/list', {})).toEqual([])
  })

  it('an old Word file is not taken at all', async () => {
    await open()
    expect(await sent(oldWordFile())).toBe('file-format')
  })

  it.each([
    ['a document with macros', () => REFUSED['macros'] ?? new Uint8Array(), 'file-macros'],
    ['text that begins as a script', () => text('<script>alert(1)</script>\n'), 'file-code'],
  ])('%s is not taken, and says so', async (_, make, code) => {
    await open()
    expect(await sent(make())).toBe(code)
  })

  it('a tag within the text is text', async () => {
    await open()
    const fileId = await sent(text('停电应急预案\n1. 值班员看到<script>应立即报告经理。'))
    const { ok } = await kit.send('papers/look', { fileId, name: '停电.txt' })
    expect(ok).toBe(true)
  })
})
