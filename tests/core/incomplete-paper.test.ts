/**
 * A document or a plan with open sentences is approved only as incomplete, and what that looks like
 * afterwards at the station: lists, pages, what runs; until the rest is settled.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { openFileStore } from '#main/adapters/files/file-store.ts'
import { createPaperReader } from '#main/adapters/paper/reader.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import type { Input, Name } from '#shared/contract/contract.ts'
import { LIFT_PAPER, wordFile } from '../kit/paper-files.ts'
import { openWithPlans } from '../kit/plans.ts'
import { dispatcher, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const BY = { why: '先用起来', approvedBy: '李强' }
const codeOf = async <N extends Name>(name: N, input: Input<N>): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}

/** A paper that has been read: its document, and the plan of it. Some of its sentences are open. */
async function paperRead(): Promise<{ document: string; planId: string }> {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-incomplete-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  kit = await openWithPlans('memory', ['mall'], undefined, {
    files: (_, clock, log) => openFileStore(dir, { clock, log }),
    paperReader: createPaperReader(),
    romaniser: createRomaniser(),
  })
  async function* content(): AsyncGenerator<Uint8Array> {
    yield wordFile(LIFT_PAPER)
  }
  const taken = await kit.station.takeFile(content(), null, dispatcher)
  if (!taken.ok) throw new Error(taken.code)
  const read = await kit.ask('papers/read', { fileId: taken.fileId, name: '电梯困人.docx' })
  const { counts } = await kit.ask('papers/sentences', { document: read.document })
  expect(counts.open).toBeGreaterThan(0)
  return { document: read.document, planId: read.plans[0] ?? '' }
}
async function setDocument(document: string, completeness: string | undefined): Promise<void> {
  const saved = await kit.ask('documents/draft-read', { document })
  const draft = { ...saved?.draft, completeness }
  await kit.ask('documents/draft-save', { document, draft: JSON.parse(JSON.stringify(draft)) })
}
async function setPlan(planId: string, completeness: string | undefined): Promise<void> {
  const saved = await kit.ask('plans/draft-read', { planId })
  const draft = { ...saved?.draft, completeness }
  await kit.ask('plans/draft-save', { planId, draft: JSON.parse(JSON.stringify(draft)) })
}
const planMark = async (planId: string) =>
  (await kit.ask('plans/list', {})).find(({ id }) => id === planId)?.completeness
const documentMark = async (document: string) =>
  (await kit.ask('documents/list', {})).find(({ id }) => id === document)?.completeness

describe('while sentences of its paper are open', () => {
  it('no document and no plan is approved as whole, alone or together', async () => {
    const { document, planId } = await paperRead()
    const together = { document, ...BY, plans: [planId] }
    await setPlan(planId, undefined)
    expect(await codeOf('documents/approve', together)).toBe('paper-has-open-sentences')
    await setPlan(planId, 'incomplete')
    await setDocument(document, undefined)
    expect(await codeOf('documents/approve', together)).toBe('paper-has-open-sentences')
    expect(await codeOf('documents/approve', { document, ...BY })).toBe('paper-has-open-sentences')
    expect(await planMark(planId)).toBeUndefined()
    await setDocument(document, 'incomplete')
    expect(await codeOf('documents/approve', { document, ...BY })).toBe('taken')
    await setPlan(planId, undefined)
    expect(await codeOf('plans/approve', { planId, ...BY })).toBe('paper-has-open-sentences')
    await setPlan(planId, 'incomplete')
    expect(await codeOf('plans/approve', { planId, ...BY })).toBe('taken')
  })

  it('what was approved says so wherever it is listed, read and run', async () => {
    const { document, planId } = await paperRead()
    await kit.ask('documents/approve', { document, ...BY, plans: [planId] })
    expect([await documentMark(document), await planMark(planId)]).toEqual([
      'incomplete',
      'incomplete',
    ])
    expect(await kit.ask('documents/read', { document })).toMatchObject({
      completeness: 'incomplete',
    })
    expect(await kit.ask('plans/read', { planId, revision: null })).toMatchObject({
      completeness: 'incomplete',
    })
    await kit.run([planId])
    expect((await kit.ask('board/read', {})).incidents[0]?.plans).toMatchObject([
      { planId, completeness: 'incomplete' },
    ])
  })
})

it('once every sentence has its place the mark goes with the next approval; what runs keeps its text', async () => {
  const { document, planId } = await paperRead()
  const approval = { document, ...BY, plans: [planId] }
  await kit.ask('documents/approve', approval)
  const incidentId = await kit.run([planId])
  const { sentences } = await kit.ask('papers/sentences', { document })
  const open = sentences.filter(({ state }) => state === 'open').map(({ id }) => id)
  await kit.ask('papers/set-aside', { document, sentences: open })
  expect(await planMark(planId)).toBe('incomplete')
  await kit.ask('papers/complete', { document })
  await kit.ask('documents/approve', approval)
  expect([await documentMark(document), await planMark(planId)]).toEqual(['complete', 'complete'])
  const running = (await kit.ask('board/read', {})).incidents.find(({ id }) => id === incidentId)
  expect(running?.plans).toMatchObject([{ planId, completeness: 'incomplete', newer: true }])
})
