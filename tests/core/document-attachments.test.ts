/**
 * Attachments of a document and its plans go to another site with its file: they arrive before its
 * text, and become that site's own; what is damaged is named.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openFileStore } from '#main/adapters/files/file-store.ts'
import { wholeDocument } from '#main/adapters/plans/whole-document.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { withoutContents } from '#shared/domain/site-document/package-files.ts'
import { BY, LIFT, liftApproved, liftDocument, liftPlan, TRAPPED } from '../kit/lift.ts'
import { openWithPlans } from '../kit/plans.ts'
import { dataOf } from '../kit/purging.ts'
import { photo } from '../kit/sample-files.ts'
import { dispatcher, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const opened = (): Promise<Kit> =>
  openWithPlans('sqlite', undefined, undefined, {
    files: (data, clock, log) => openFileStore(data, { clock, log }),
  })
async function sent(bytes: Uint8Array): Promise<string> {
  async function* content(): AsyncGenerator<Uint8Array> {
    yield bytes
  }
  const taken = await kit.station.takeFile(content(), null, dispatcher)
  if (!taken.ok) throw new Error(taken.code)
  return taken.fileId
}
const OF_PLAN = { about: { planId: TRAPPED } }
const OF_DOCUMENT = { about: { documentId: LIFT } }
const namesOf = async (of: typeof OF_PLAN | typeof OF_DOCUMENT) =>
  (await kit.ask('attachment/list', of)).files.map(({ name, by }) => `${name} ${by}`)

/** A site with a document, a map of its plan, and a drawing of itself. */
async function siteWithFiles(): Promise<{ map: string; drawing: string }> {
  kit = await opened()
  await liftApproved(kit)
  const [map, drawing] = [await sent(photo('雀地图'.repeat(9))), await sent(photo('drawing'))]
  await kit.ask('attachment/add', { ...OF_PLAN, fileId: map, name: '../雀平面图.jpg' })
  await kit.ask('attachment/add', { ...OF_PLAN, fileId: drawing, name: '井道图.jpg' })
  await kit.ask('attachment/add', { ...OF_DOCUMENT, fileId: drawing, name: '井道图.jpg' })
  return { map, drawing }
}
const exported = () => kit.ask('documents/export', { document: LIFT })

describe('the file of a whole document', () => {
  it('names the attachments that stand, and brings their bytes behind its text', async () => {
    const { map, drawing } = await siteWithFiles()
    const gone = await sent(photo('old'))
    await kit.ask('attachment/add', { ...OF_PLAN, fileId: gone, name: '旧图.jpg' })
    const [, , old] = (await kit.ask('attachment/list', OF_PLAN)).files
    await kit.ask('attachment/withdraw', { ...OF_PLAN, attachmentId: old!.id, reason: '改建' })
    const { yaml, files, left } = await exported()
    expect([files.map(({ fileId }) => fileId), left]).toEqual([[drawing, map], []])
    expect(yaml).not.toContain('旧图')
    const paths = files.map(({ fileId }) => ({ fileId, path: join(dataOf(kit), 'files', fileId) }))
    const pieces: Buffer[] = []
    for await (const piece of wholeDocument(yaml, paths)) pieces.push(piece)
    const whole = Buffer.concat(pieces).toString()
    expect(withoutContents(whole)).toBe(yaml)
    const lines = whole.slice(yaml.length).trim().split('\n').slice(1)
    expect(lines.map((line) => Buffer.from(line.split(': ')[1] ?? '', 'base64'))).toEqual(
      paths.map(({ path }) => readFileSync(path)),
    )
  })

  it('brings them to another site, in its own events, once', async () => {
    await siteWithFiles()
    const { yaml } = await exported()
    const bytes = [photo('雀地图'.repeat(9)), photo('drawing')]
    await kit.stop()
    kit = await opened()
    for (const content of bytes) await sent(content)
    expect(await kit.ask('documents/import', { yaml })).toMatchObject({ attached: 2, left: [] })
    expect(await namesOf(OF_PLAN)).toEqual(['../雀平面图.jpg 周敏', '井道图.jpg 周敏'])
    expect(await namesOf(OF_DOCUMENT)).toEqual(['井道图.jpg 周敏'])
    expect(JSON.stringify(await kit.events())).not.toContain('雀')
    await kit.ask('documents/import', { yaml, replace: true })
    expect(await namesOf(OF_PLAN)).toHaveLength(2)
    await kit.ask('documents/approve', { document: LIFT, ...BY, plans: [TRAPPED] })
    kit = await kit.restart()
    expect((await exported()).yaml).toBe(yaml)
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('names what did not arrive as it says, and comes in without it if that is said', async () => {
    const { map } = await siteWithFiles()
    const { yaml } = await exported()
    await kit.stop()
    kit = await opened()
    await sent(photo('drawing'))
    await sent(photo('another map'))
    const refused = await kit.send('documents/import', { yaml })
    expect(refused).toMatchObject({ code: 'attachment-missing', details: ['../雀平面图.jpg'] })
    expect(await kit.ask('documents/drafts', {})).toEqual([])
    expect(existsSync(join(dataOf(kit), 'files', map))).toBe(false)
    const taken = await kit.ask('documents/import', { yaml, withoutMissing: true })
    expect(taken).toMatchObject({ attached: 1, left: ['../雀平面图.jpg'] })
    expect(await namesOf(OF_PLAN)).toEqual(['井道图.jpg 周敏'])
  })

  it('of an older program has none, and comes in as before', async () => {
    kit = await opened()
    const yaml = JSON.stringify({
      ...{ format: 'vigil-document/1', document: liftDocument(), plans: [liftPlan()] },
    })
    expect(await kit.ask('documents/import', { yaml })).toMatchObject({ attached: 0, left: [] })
  })

  it('leaves out what has no room, and says so', async () => {
    await siteWithFiles()
    const many = Array.from({ length: 3 }, (_, at) => photo(`${at}`.repeat(20 * 1024 * 1024)))
    for (const [at, bytes] of many.entries())
      await kit.ask('attachment/add', {
        ...{ ...OF_DOCUMENT, fileId: await sent(bytes), name: `照片${at}.jpg` },
      })
    const { left, files } = await exported()
    expect(left).toEqual(['照片2.jpg'])
    expect(files).toHaveLength(4)
  })
})

describe('a list of attachments is refused', () => {
  const SHA = 'a'.repeat(64)
  const entry = (part: object): object => ({ name: '图.jpg', sha256: SHA, bytes: 9, ...part })
  it.each([
    ['that is no list', { of: 'all' }, 'attachments: bad-value'],
    ['of mere words', ['图.jpg'], 'attachments.0: bad-value'],
    ['with a path for a digest', [entry({ sha256: '../../etc/passwd' })], 'attachments.0.sha256'],
    ['without a name', [entry({ name: ' ' })], 'attachments.0.name'],
    ['with a name longer than any', [entry({ name: '图'.repeat(201) })], 'attachments.0.name'],
    ['of a plan that the file has not', [entry({ plan: 'other' })], 'attachments.0.plan'],
    ['of no bytes', [entry({ bytes: 0 })], 'attachments.0.bytes'],
    ['of one larger than any file', [entry({ bytes: 26 * 1024 * 1024 })], 'attachments.0.bytes'],
    [
      'of more than a file can bring',
      ['a', 'b', 'c'].map((sign) => entry({ sha256: sign.repeat(64), bytes: 20 * 1024 * 1024 })),
      'attachments: too-large',
    ],
    [
      'of more than a plan can have',
      Array.from({ length: 21 }, (_, at) => entry({ sha256: `${at}`.padStart(64, '0') })),
      'attachments: too-many',
    ],
  ])('%s', async (_, attachments, line) => {
    kit = await opened()
    const whole = { format: 'vigil-document/1', document: liftDocument(), plans: [liftPlan()] }
    const yaml = JSON.stringify({ ...whole, attachments })
    const answer = await kit.send('documents/import', { yaml })
    expect(answer).toMatchObject({ code: 'not-a-package' })
    expect((answer as { details?: string[] }).details?.join('\n')).toContain(line)
    expect(await kit.ask('documents/drafts', {})).toEqual([])
  })
})
